import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { problems } from '@openslrt/core/contract/problem.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { z } from 'zod'
import { bareApp } from '../../testing/bare-app.ts'
import { allRouteRows } from '../../testing/registry.ts'
import { serveApiDocs } from './index.ts'
import { openApiOf } from './openapi.ts'

const rows = await allRouteRows()
const schema = z.looseObject({})
const operation = z.looseObject({
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean(), schema })).optional(),
  requestBody: z.looseObject({ content: z.record(z.string(), z.object({ schema })) }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
})
const api = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema), securitySchemes: z.record(z.string(), schema) }),
})
const document = api.parse(openApiOf(rows, '9.9.9'))
const at = (path: string, method: string) => {
  const found = document.paths[path]?.[method]
  assert.ok(found, `${method} ${path}`)
  return found
}

/** Cookie or key, where one is known; the steps of signing in are for a browser. */
function waysIn(allow: string): readonly object[] {
  if (allow === 'public') return []
  return allow === 'entering' ? [{ session: [] }] : [{ session: [] }, { key: [] }]
}

test('API-1 every question stands in the description, with who may ask it and its name in the audit trail', () => {
  for (const { method, path, summary, allow, audit } of rows) {
    const described = at(path, method.toLowerCase())
    assert.equal(described.summary, summary)
    assert.equal(described.description, `Asks for: ${allow}. In the audit trail: ${audit}.`)
    assert.deepEqual(described.security, waysIn(allow), path)
  }
})

test('API-1 every command stands in it under its own address, with the rights of which one is enough', () => {
  for (const { path, kind, rights, capability } of commandRows) {
    const described = at(path, 'post')
    assert.ok(described.description.includes(rights.join(' or ')), kind)
    assert.deepEqual(described.tags, [capability])
    const body = JSON.stringify(described.requestBody)
    for (const part of ['"id"', '"district"', '"subject"', '"office"', '"doneAt"', '"base"', '"data"'])
      assert.ok(body.includes(part), `${kind} ${part}`)
  }
})

test('API-1 nothing stands in it that there is not, and no path loses one method to another', () => {
  const asked = rows.map(({ method, path }) => `${method.toLowerCase()} ${path}`)
  const given = commandRows.map(({ path }) => `post ${path}`)
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  assert.deepEqual(described.toSorted(), [...asked, ...given, 'post /api/commands'].toSorted())
})

test('API-2 each answer that is not a yes stands in it with the codes that it may carry', () => {
  const statuses = new Map<string, string[]>()
  for (const code of keysOf(problems)) {
    const status = String(problems[code].status)
    statuses.set(status, [...(statuses.get(status) ?? []), code])
  }
  for (const path of ['/api/cases', '/api/me', '/api/commands']) {
    const [described] = Object.values(document.paths[path] ?? {})
    for (const [status, codes] of statuses) assert.equal(described?.responses[status]?.description, codes.join(', '))
  }
})

test('API-2 filters stand in it as filters: what may be left out is not required', () => {
  const { parameters = [] } = at('/api/cases', 'get')
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  assert.deepEqual(
    ['queue', 'status', 'page', 'x-office'].map((name) => [byName.get(name)?.in, byName.get(name)?.required]),
    [
      ['query', false],
      ['query', false],
      ['query', false],
      ['header', false],
    ],
  )
  const card = at('/api/cases/card', 'get').parameters ?? []
  assert.deepEqual(
    card.filter(({ in: place }) => place === 'query').map(({ name, required }) => [name, required]),
    [
      ['district', true],
      ['id', true],
      ['via', false],
    ],
  )
  assert.ok((at('/api/door', 'get').parameters ?? []).every(({ name }) => name !== 'x-office'))
})

test('API-2 a question by POST has its body in it, one by GET has none', () => {
  for (const { method, path } of rows)
    assert.equal(at(path, method.toLowerCase()).requestBody !== undefined, method === 'POST', path)
})

test('API-2 the document names its version, its licence and how one is known at the door', () => {
  assert.deepEqual([document.openapi, document.info.version, document.info.title], ['3.1.0', '9.9.9', 'OpenSLRT'])
  assert.deepEqual(document.components.securitySchemes['session'], { type: 'apiKey', in: 'cookie', name: 'openslrt' })
  assert.deepEqual(Object.keys(document.components.schemas), ['Problem', 'Outcome'])
})

test('API-3 a person can read it without a script or anything from elsewhere', async () => {
  const { app, door } = await bareApp()
  serveApiDocs(app, rows, '9.9.9')
  const page = await door({ method: 'GET', path: '/api/docs' })
  assert.deepEqual([page.status, page.headers['content-type']], [200, 'text/html; charset=utf-8'])
  assert.doesNotMatch(page.text, /<script|https?:\/\/(?!www\.w3)|\bsrc=/)
  for (const { path } of [...rows, ...commandRows]) assert.ok(page.text.includes(`<code>${path}</code>`), path)
  assert.ok(page.text.includes(`${commandRows.length} commands`))
  const json = await door({ method: 'GET', path: '/api/openapi.json' })
  assert.deepEqual(api.parse(json.body).paths, document.paths)
  await app.close()
})

test('API-3 what a row says of itself cannot become a part of the page', async () => {
  const { app, door } = await bareApp()
  const [row] = rows
  assert.ok(row)
  serveApiDocs(app, [{ ...row, path: '/api/sly', summary: '<img src=x onerror=alert(1)> & "more"' }], '9.9.9')
  const page = await door({ method: 'GET', path: '/api/docs' })
  assert.ok(page.text.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;'))
  assert.doesNotMatch(page.text, /<img/)
  await app.close()
})
