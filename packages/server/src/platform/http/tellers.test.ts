import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bareApp } from '../../testing/bare-app.ts'
import type { Answer, Asked } from '../../testing/door.ts'
import { UnknownDistrict } from '../ledger/keys.ts'
import type { ProblemPage } from './build-app.ts'
import { mostFileBytes } from './build-app.ts'

type Options = Parameters<typeof bareApp>[0]
const failing: Asked = { method: 'GET', path: '/gagal' }
const reading = { accept: 'text/html,application/xhtml+xml' } as const
const drawn: ProblemPage = (reply, { code }) => reply.code(418).type('text/html').send(`<p>${code}</p>`)

/** What is answered, and logged, when the code behind a door throws this. */
async function answerTo(error: Error, asked: Partial<Asked> = {}, options: Options = {}) {
  const { app, door, logged } = await bareApp(options)
  const fail = async (): Promise<never> => {
    throw error
  }
  for (const path of ['/gagal', '/api/gagal']) app.get(path, fail)
  const answer = await door({ ...failing, ...asked })
  await app.close()
  return { ...answer, logged }
}
const codeOf = ({ status, body: { code } }: Answer) => [status, code]
const withCode = (code: string, words = 'x'): Error => Object.assign(new Error(words), { code })

const meanings: readonly (readonly [what: string, error: Error, told: readonly unknown[]])[] = [
  ['a database that refuses connections', withCode('ECONNREFUSED'), [503, 'unavailable']],
  ['a database that is shut down', withCode('57P01'), [503, 'unavailable']],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), [503, 'unavailable']],
  ['a file that is too large', withCode('FST_REQ_FILE_TOO_LARGE'), [413, 'file-too-large']],
  ['a district that there is not', new UnknownDistrict('99.99'), [422, 'wrong-district']],
  ['a body that is too large', Object.assign(new Error('x'), { statusCode: 413 }), [413, 'too-large']],
  ['a body of another kind', Object.assign(new Error('x'), { statusCode: 415 }), [400, 'invalid']],
  ['a body that can not be read', Object.assign(new Error('x'), { statusCode: 400 }), [400, 'invalid']],
  ['anything else', new TypeError('x is not a function'), [500, 'internal']],
  ['a status that nobody meant', Object.assign(new Error('x'), { statusCode: 402 }), [500, 'internal']],
]
for (const [what, error, told] of meanings) {
  test(`R7 ${what} is told by its own code, and only a fault of ours is logged as one`, async () => {
    const answer = await answerTo(error)
    assert.deepEqual(codeOf(answer), told)
    assert.equal(
      answer.logged.some((line) => line.includes('"fault"')),
      answer.status === 500,
    )
  })
}

test('LEDGER-9 who meets a database that is away is told in a header when to come again', async () => {
  const { headers, body, logged } = await answerTo(withCode('ECONNRESET'))
  assert.equal(headers['retry-after'], '3')
  assert.deepEqual(body.details, { retryAfter: 3 })
  assert.ok(logged.some((line) => line.includes('the database is away')))
})

test('R7 limits are told with what fits: bytes of a file and of a form', async () => {
  const file = await answerTo(withCode('FST_REQ_FILE_TOO_LARGE'))
  assert.deepEqual(file.body.details, { limit: mostFileBytes })
  const form = await answerTo(Object.assign(new Error('x'), { statusCode: 413 }))
  assert.deepEqual(form.body.details, { limit: 1024 * 1024 })
})

test('R7 whoever reads pages gets a page, a program its JSON, and /api speaks JSON to everybody', async () => {
  const error = new TypeError('x')
  const page = await answerTo(error, { headers: reading }, { problemPage: drawn })
  assert.deepEqual([page.status, page.text], [418, '<p>internal</p>'])
  const program = await answerTo(error, { headers: { accept: '*/*' } }, { problemPage: drawn })
  assert.deepEqual(codeOf(program), [500, 'internal'])
  const api = await answerTo(error, { path: '/api/gagal', headers: reading }, { problemPage: drawn })
  assert.deepEqual(codeOf(api), [500, 'internal'])
  const none = await answerTo(error, { headers: reading })
  assert.deepEqual(codeOf(none), [500, 'internal'])
})

test('R7 when the page itself can not be drawn, the same refusal is told without it, and what broke is logged', async () => {
  const broken: ProblemPage = () => {
    throw new Error('no such font')
  }
  const answer = await answerTo(withCode('ECONNREFUSED'), { headers: reading }, { problemPage: broken })
  assert.deepEqual(codeOf(answer), [503, 'unavailable'])
  assert.equal(answer.headers['retry-after'], '3')
  assert.ok(answer.logged.some((line) => line.includes('no such font')))
})

test('ACCESS-9 a site behind TLS tells browsers to stay with it, one that is not tells them nothing of the kind', async () => {
  const over = async (secure: boolean) => (await answerTo(new Error('x'), {}, { secure })).headers
  const [safe, plain] = [await over(true), await over(false)]
  assert.match(safe['strict-transport-security'] ?? '', /max-age=\d{7,}/)
  assert.match(safe['content-security-policy'] ?? '', /upgrade-insecure-requests/)
  assert.equal(plain['strict-transport-security'], undefined)
  assert.doesNotMatch(plain['content-security-policy'] ?? '', /upgrade-insecure-requests/)
})

/** How many of three requests are answered, when each claims to come from somewhere else. */
async function answeredOf(trustProxy: number, behind = ''): Promise<number> {
  const { app, door } = await bareApp({ trustProxy, mostPerMinute: 1 })
  app.get('/ada', async () => 'ada')
  const from = (source: string) =>
    door({ method: 'GET', path: '/ada', headers: { 'x-forwarded-for': `${source}${behind}` } })
  const answers = [await from('10.0.0.1'), await from('10.0.0.2'), await from('10.0.0.3')]
  await app.close()
  return answers.filter(({ status }) => status === 200).length
}

test('ACCESS-10 where requests come from is taken from the proxy only when one stands before the site', async () => {
  assert.equal(await answeredOf(0), 1)
  assert.equal(await answeredOf(1), 3)
})

test('ACCESS-10 of a proxy’s list of senders only what the proxy added counts: the rest is what the sender wrote', async () => {
  assert.equal(await answeredOf(1, ', 192.0.2.7'), 1)
  assert.equal(await answeredOf(2, ', 192.0.2.7'), 3, 'two proxies, one behind the other')
  assert.equal(await answeredOf(2, ', 192.0.2.7, 192.0.2.8'), 1)
})
