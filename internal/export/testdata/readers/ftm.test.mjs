// The FollowTheMoney library holds our entities against its own model.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Model, defaultModel } from '@opensanctions/followthemoney'

const raw = readFileSync(`${process.env.EXPORTS}/news.ftm`, 'utf8').trim().split('\n').map((l) => JSON.parse(l))
const model = new Model(defaultModel)
const byID = new Map(raw.map((e) => [e.id, e]))
const day = /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?$/

test('every entity fits its schema', () => {
  assert.equal(byID.size, raw.length)
  const seen = {}
  for (const e of raw) {
    const entity = model.getEntity(e)
    const schema = model.getSchema(e.schema)
    seen[e.schema] = (seen[e.schema] ?? 0) + 1
    for (const required of schema.required ?? []) assert.ok(entity.hasProperty(required), `${e.schema} without ${required}`)
    for (const [name, values] of Object.entries(e.properties)) {
      const property = schema.getProperty(name)
      assert.ok(property && !property.stub, `${e.schema} has no ${name}`)
      const type = defaultModel.types[property.type.name]
      for (const v of values) {
        assert.ok([...v].length <= (property.maxLength ?? Infinity), `${e.schema}.${name}: ${[...v].length} code points`)
        if (property.type.name === 'entity') {
          const to = byID.get(v)
          assert.ok(to && model.getSchema(to.schema).isA(property.getRange()), `${e.schema}.${name} points to ${to?.schema}`)
        } else if (property.type.name === 'date') {
          assert.match(v, day)
        } else if (type.values) {
          assert.ok(v in type.values, `${e.schema}.${name}: ${v}`)
        }
      }
    }
    assert.ok(entity.getCaption().length > 0)
  }
  for (const name of ['Article', 'Mention', 'Person', 'PublicBody', 'Position', 'Occupancy']) assert.ok(seen[name] > 10, `${seen[name]} of ${name}`)
})

test('every country that boctin knows is one of FollowTheMoney', () => {
  for (const code of process.env.COUNTRIES.split(' ')) assert.ok(code in defaultModel.types.country.values, code)
})
