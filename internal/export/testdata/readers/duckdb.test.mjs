// DuckDB reads the Parquet file, the JSON lines and the CSV tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'

const dir = process.env.EXPORTS
const db = await (await DuckDBInstance.create(':memory:')).connect()
const ask = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson()
const parquet = `read_parquet('${dir}/news.parquet')`
const lines = `read_json('${dir}/news.jsonl', format = 'newline_delimited', maximum_depth = 1, columns = {id: 'VARCHAR', url: 'VARCHAR', title: 'VARCHAR', body: 'VARCHAR', dates: 'STRUCT("value" VARCHAR, "text" VARCHAR, "part" VARCHAR, field VARCHAR, "start" INTEGER, "end" INTEGER)[]', agencies: 'JSON[]', officials: 'JSON[]', images: 'STRUCT(src VARCHAR, caption VARCHAR, credit VARCHAR)[]'})`

test('the Parquet file and the JSON lines say the same', async () => {
  const [{ n }] = await ask(`SELECT COUNT(*)::INT AS n FROM ${parquet}`)
  assert.equal(n, Number(process.env.RECORDS))
  for (const columns of ['id, url, title, body', 'id, images', 'id, dates']) {
    const rows = (from) => ask(`SELECT ${columns} FROM ${from} ORDER BY id`)
    const want = (await rows(lines)).map((r) => ({ ...r, images: r.images ?? [], dates: r.dates ?? [] }))
    const got = (await rows(parquet)).map((r) => ({ ...r, images: r.images ?? [], dates: r.dates ?? [] }))
    assert.deepEqual(got, want)
  }
  const ids = (list) => `SELECT a.id, x FROM (SELECT id, unnest(${list}) AS x FROM`
  for (const list of ['officials', 'agencies']) {
    const got = await ask(`SELECT a.id, x.id AS what, len(x.mentions)::INT AS n FROM (SELECT id, unnest(${list}) AS x FROM ${parquet}) a ORDER BY 1, 2`)
    const want = await ask(`SELECT a.id, x->>'id' AS what, json_array_length(x->'mentions')::INT AS n FROM (SELECT id, unnest(${list}) AS x FROM ${lines}) a ORDER BY 1, 2`)
    assert.ok(got.length > 50)
    assert.deepEqual(got, want)
  }
})

test('offsets are places in the text', async () => {
  const mention = (list) => `SELECT id, unnest(x.mentions) AS m FROM (SELECT id, unnest(${list}) AS x FROM ${parquet})`
  for (const found of [mention('officials'), mention('agencies'), `SELECT id, unnest(dates) AS m FROM ${parquet}`]) {
    const rows = await ask(`SELECT m.text AS want, substring(CASE WHEN m.field = 'title' THEN title WHEN m.field = 'body' THEN body
        ELSE images[1 + regexp_extract(m.field, '[0-9]+')::INT].caption END, m.start + 1, m."end" - m.start) AS got
      FROM (${found}) f JOIN ${parquet} p ON p.id = f.id`)
    assert.ok(rows.length > 50)
    for (const r of rows) assert.equal(r.got, r.want)
  }
  const names = await ask(`SELECT substring(m.text, m.name_start + 1, m.name_end - m.name_start) AS got FROM (${mention('officials')})`)
  assert.ok(names.some((r) => r.got === 'Trần Văn Mẫu'))
})

test('the day of publication is a date', async () => {
  const rows = await ask(`SELECT strftime(day, '%Y-%m-%d') AS day, published.value AS edtf FROM ${parquet} WHERE day IS NOT NULL`)
  assert.ok(rows.length > 20)
  for (const r of rows) assert.equal(r.day, r.edtf.slice(0, 10))
})

test('the CSV tables join to what the records say', async () => {
  const table = (name) => `read_csv('${dir}/tables/${name}.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`
  const got = await ask(`SELECT id, official AS what, mentions::INT AS n FROM ${table('officials')} ORDER BY 1, 2`)
  const want = await ask(`SELECT a.id, x.id AS what, len(x.mentions)::INT AS n FROM (SELECT id, unnest(officials) AS x FROM ${parquet}) a ORDER BY 1, 2`)
  assert.deepEqual(got, want)
  const rows = await ask(`SELECT m.text AS want, substring(a.body, m.start::INT + 1, m."end"::INT - m.start::INT) AS got
    FROM ${table('mentions')} m JOIN ${table('articles')} a ON a.id = m.id WHERE m.field = 'body' AND a.body[1] <> ''''`)
  assert.ok(rows.length > 50)
  for (const r of rows) assert.equal(r.got, r.want)
})
