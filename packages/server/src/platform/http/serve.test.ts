import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { permissions } from '@openslrt/core/access/permission.ts'
import type { Allow } from '@openslrt/core/contract/route.ts'
import { nothing, row } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { staff, staffWith } from '@openslrt/core/testing/actors.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import { z } from 'zod'
import { bareApp, keeperOf, known } from '../../testing/bare-app.ts'
import type { Answer, Asked } from '../../testing/door.ts'
import type { Route } from './route.ts'
import { route } from './route.ts'
import { serveRoutes } from './serve.ts'

const fields = { method: 'POST', path: '/api/x', summary: 'A door for tests', audit: 'X_READ' } as const
const body = z.strictObject({ word: z.string().min(2) })
const query = z.strictObject({ page: z.coerce.number().int().default(1) })
const reply = z.object({ word: z.string() })
const asked: Asked = {
  method: 'POST',
  path: '/api/x',
  headers: { 'content-type': 'application/json', ...known },
  body: '{"word":"halo"}',
}

type Run = Parameters<typeof route<typeof query, typeof body, typeof reply>>[1]
const doorTo = (allow: Allow, run: Run): Route => route(row({ ...fields, allow, query, body, reply }), run)
const echo: Run = async ({ body: { word } }) => ok({ word })

/** What one request gets from one route, with one person known at the door. */
async function answerOf(door: Route, request: Partial<Asked> = {}, actor: StaffActor = staff('bo')) {
  const { app, door: knock, logged } = await bareApp()
  serveRoutes(app, keeperOf(actor), [door])
  const answer = await knock({ ...asked, ...request })
  await app.close()
  return { ...answer, logged }
}
const codeOf = ({ status, body: { code } }: Answer) => [status, code]

test('R4 a door that is open to everybody asks nobody for their name', async () => {
  const answer = await answerOf(doorTo('public', echo), { headers: { 'content-type': 'application/json' } })
  assert.deepEqual([answer.status, answer.body['word']], [200, 'halo'])
})

test('R4 whoever is not known is told so before anything that they sent is looked at', async () => {
  for (const allow of ['signed-in', 'case.read'] as const) {
    const headers = { 'content-type': 'application/json', cookie: 'openslrt=made-up' }
    const answer = await answerOf(doorTo(allow, echo), { headers, body: '{"nonsense":1}' })
    assert.deepEqual(codeOf(answer), [401, 'unauthenticated'])
  }
})

for (const allow of permissions) {
  test(`ACCESS-1 a door that asks for ${allow} opens to who holds it where they act, and to nobody else`, async () => {
    const holder = staffWith({ permissions: [allow], restricted: [], sees: 'place' })
    assert.equal((await answerOf(doorTo(allow, echo), {}, holder)).status, 200)
    const rest = permissions.filter((permission) => permission !== allow)
    const other = staffWith({ permissions: rest, restricted: [], sees: 'place' })
    const refused = await answerOf(doorTo(allow, echo), {}, other)
    assert.deepEqual(codeOf(refused), [403, 'not-permitted'])
    assert.deepEqual(refused.body.details, { needs: [allow] })
  })
}

test('ACCESS-6 the office is named in a header, in any case; a name that is no id is none, another office gives no right', async () => {
  const at = async (office: string) =>
    (await answerOf(doorTo('case.read', echo), { headers: { ...asked.headers, 'x-office': office } })).status
  assert.equal(await at(offices.village.id), 200)
  assert.equal(await at(offices.village.id.toUpperCase()), 200)
  assert.equal(await at('kantor saya'), 200)
  assert.equal(await at(offices.district.id), 403)
})

test('R5 a filter that nobody knows is refused as a filter, a field as a field, both by name', async () => {
  const filter = await answerOf(doorTo('public', echo), { path: '/api/x?umur=7' })
  assert.deepEqual([codeOf(filter), filter.body.details], [[400, 'unknown-filter'], { fields: ['umur'] }])
  const field = await answerOf(doorTo('public', echo), { body: '{"word":"halo","colour":"red"}' })
  assert.deepEqual([codeOf(field), field.body.details], [[400, 'unknown-field'], { fields: ['colour'] }])
})

test('R5 what is wrong is named by its field and never by its value', async () => {
  const short = await answerOf(doorTo('public', echo), { body: '{"word":"x"}' })
  assert.deepEqual([codeOf(short), short.body.details], [[400, 'invalid'], { fields: ['word'] }])
  const page = await answerOf(doorTo('public', echo), { path: '/api/x?page=rahasia' })
  assert.deepEqual(page.body.details, { fields: ['page'] })
  assert.doesNotMatch(page.text, /rahasia/)
})

test('R4 a door gives its code the query and the body as they were read, and only that', async () => {
  const seen: unknown[] = []
  const look: Run = async ({ query: asked, body: said }) => {
    seen.push(asked, said)
    return ok({ word: 'x' })
  }
  await answerOf(doorTo('public', look), { path: '/api/x?page=3' })
  assert.deepEqual(seen, [{ page: 3 }, { word: 'halo' }])
})

test('R4 a question by GET has no body, whatever was sent', async () => {
  const row_ = row({ ...fields, method: 'GET', allow: 'public', query, body: nothing, reply })
  const door = route(row_, async ({ body: said }) => ok({ word: JSON.stringify(said) }))
  assert.equal((await answerOf(door, { method: 'GET', path: '/api/x', headers: {} })).body['word'], '{}')
})

test('R4 only what the reply names goes out', async () => {
  const chatty: Run = async () => ok({ word: 'x', nik: '3404075203600001' })
  const answer = await answerOf(doorTo('public', chatty))
  assert.deepEqual(JSON.parse(answer.text), { word: 'x' })
})

test('R7 a reply of the wrong shape is a fault of ours, and shows nothing of itself', async () => {
  const wrong: Run = async () => ok({ word: 3_404_075 } as never)
  const answer = await answerOf(doorTo('public', wrong))
  assert.deepEqual(codeOf(answer), [500, 'internal'])
  assert.doesNotMatch(answer.text, /3404075|ZodError|word/)
})

test('R7 a refusal of the code behind the door is said with its status, its sentence and its details', async () => {
  const refusing: Run = async () => no({ code: 'referral-open', count: 2 })
  const answer = await answerOf(doorTo('public', refusing))
  assert.deepEqual([codeOf(answer), answer.body.details], [[409, 'referral-open'], { count: 2 }])
  assert.match(answer.body.message ?? '', /2/)
})

test('R7 a fault behind the door is one logged 500 without a word of what broke', async () => {
  const broken: Run = async () => {
    throw new Error('the row of Siti Aminah is broken')
  }
  const answer = await answerOf(doorTo('public', broken))
  assert.deepEqual(codeOf(answer), [500, 'internal'])
  assert.doesNotMatch(answer.text, /Siti|broken|at /)
  const faults = answer.logged.filter((line) => line.includes('"fault"'))
  assert.equal(faults.length, 1)
  assert.ok(faults[0]?.includes(answer.headers['x-request-id'] ?? 'nothing'))
})

test('R4 a door that asks for nobody has nobody to give its code: using them is a fault', async () => {
  const curious: Run = async ({ person }) => ok({ word: person().name })
  assert.equal((await answerOf(doorTo('public', curious))).status, 500)
  assert.equal((await answerOf(doorTo('signed-in', curious))).body['word'], 'Petugas')
  const acting: Run = async ({ actor }) => ok({ word: actor().office })
  assert.equal((await answerOf(doorTo('case.read', acting))).body['word'], offices.village.id)
})

test('LOG-1 who was served is logged by the name of the door, the person and the office, and by no word of theirs', async () => {
  const { logged } = await answerOf(doorTo('case.read', echo))
  const line = logged.find((text) => text.includes('"served"'))
  assert.ok(line)
  const { audit, actor, office, ok: well } = JSON.parse(line)
  assert.deepEqual([audit, actor, office, well], ['X_READ', staff('bo').staff, offices.village.id, true])
  assert.doesNotMatch(line, /halo/)
})

test('ACCESS-9 what changes something is taken from our own pages only', async () => {
  const from = async (origin: string) =>
    codeOf(await answerOf(doorTo('public', echo), { headers: { 'content-type': 'application/json', origin } }))
  assert.deepEqual(await from('http://localhost'), [200, undefined])
  for (const origin of ['http://evil.example', 'null', 'http://localhost.evil.example', 'http://localhost:1', 'x'])
    assert.deepEqual(await from(origin), [403, 'forbidden-origin'], origin)
})
