// A JSON-LD processor expands articles and annotations, and the types of
// schema.org say which properties there are.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import jsonld from 'jsonld'

const read = (name) => readFileSync(`${process.env.EXPORTS}/${name}`, 'utf8').trim().split('\n')
const id = { '@type': '@id' }

// What the two contexts say of the terms that we write; nothing is fetched.
const oa = (name) => `http://www.w3.org/ns/oa#${name}`
const contexts = {
  'https://schema.org': { '@vocab': 'https://schema.org/', url: id, sameAs: id, contentUrl: id },
  'http://www.w3.org/ns/anno.jsonld': {
    id: '@id', type: '@type', Annotation: oa('Annotation'), TextualBody: oa('TextualBody'), SpecificResource: oa('SpecificResource'),
    TextPositionSelector: oa('TextPositionSelector'), TextQuoteSelector: oa('TextQuoteSelector'), Text: 'http://purl.org/dc/dcmitype/Text',
    identifying: oa('identifying'), tagging: oa('tagging'), describing: oa('describing'), classifying: oa('classifying'), linking: oa('linking'),
    motivation: { '@id': oa('motivatedBy'), '@type': '@vocab' }, purpose: { '@id': oa('hasPurpose'), '@type': '@vocab' },
    body: { '@id': oa('hasBody'), ...id }, target: { '@id': oa('hasTarget'), ...id }, source: { '@id': oa('hasSource'), ...id },
    scope: { '@id': oa('hasScope'), ...id }, selector: { '@id': oa('hasSelector'), ...id },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', format: 'http://purl.org/dc/elements/1.1/format', language: 'http://purl.org/dc/elements/1.1/language',
    start: oa('start'), end: oa('end'), exact: oa('exact'), prefix: oa('prefix'), suffix: oa('suffix')
  }
}
const options = {
  safe: true, // what cannot be expressed is an error
  documentLoader: async (url) => {
    assert.ok(contexts[url], `a context of ${url}`)
    return { document: { '@context': contexts[url] }, documentUrl: url, contextUrl: null }
  }
}

test('articles expand to triples', async () => {
  let mentions = 0
  for (const line of read('news.jsonld')) {
    const article = JSON.parse(line)
    const triples = await jsonld.toRDF(article, options).catch((e) => assert.fail(JSON.stringify(e.details)))
    const of = triples.filter((t) => t.subject.value === article['@id'])
    assert.ok(of.some((t) => t.predicate.value.endsWith('#type') && t.object.value === 'https://schema.org/NewsArticle'), article['@id'])
    const named = of.filter((t) => t.predicate.value === 'https://schema.org/mentions')
    assert.equal(named.length, article.mentions?.length ?? 0)
    const events = new Set(triples.filter((t) => t.predicate.value.endsWith('#type') && t.object.value === 'https://schema.org/Event').map((t) => t.subject.value))
    for (const t of named) assert.ok(events.has(t.object.value) || /^urn:boctin:(official|agency):[a-z]+\//.test(t.object.value), t.object.value)
    mentions += named.length
  }
  assert.ok(mentions > 100)
})

test('annotations expand to triples with both selectors', async () => {
  const lines = read('news.webanno')
  assert.ok(lines.length > 300)
  for (const line of lines.slice(0, 300)) {
    const triples = await jsonld.toRDF(JSON.parse(line), options)
    const count = (predicate) => triples.filter((t) => t.predicate.value === oa(predicate)).length
    assert.equal(count('hasTarget'), 1)
    assert.equal(count('hasSelector'), 2)
    for (const name of ['start', 'end', 'exact', 'motivatedBy']) assert.equal(count(name), 1, name)
    assert.ok(count('hasBody') >= 2)
  }
})

test('articles have the properties that schema.org gives to their types', () => {
  const lines = read('news.jsonld').slice(0, 3) // the first holds every property; the compiler is slow
  const code = [
    "import type { NewsArticle, WithContext } from 'schema-dts'",
    'export const all: WithContext<NewsArticle>[] = [', ...lines.map((l) => l + ','), ']',
    '// @ts-expect-error a property that there is not must be seen',
    'export const wrong: WithContext<NewsArticle> = ' + lines[0].replace('"headline":', '"headlin":')
  ].join('\n')
  const dir = mkdtempSync(join(import.meta.dirname, 'types-'))
  try {
    writeFileSync(join(dir, 'articles.ts'), code)
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', join(dir, 'articles.ts')], { stdio: 'pipe' })
  } catch (e) {
    assert.fail(String(e.stdout ?? e).slice(0, 2000))
  } finally {
    rmSync(dir, { recursive: true })
  }
})
