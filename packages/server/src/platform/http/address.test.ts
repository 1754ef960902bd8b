import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { startTestHouse } from '../../testing/house.ts'
import { assertAnswered, assertJsonProblem, assertPageProblem } from '../../testing/problem.ts'
import { sendBytes, sendLine } from '../../testing/raw-door.ts'

const house = await startTestHouse({ listen: true, logLevel: 'info' })
const get = (path: string, accept?: string) => sendLine(house.url, `GET ${path} HTTP/1.1`, accept)
const faults = () => house.logged.filter((line) => /"level":(50|60)/.test(line))

const odd = ['//', '//?bahasa=en', '///', '//lapor?bahasa=en', '//evil.example/x', '/%', '/%zz', '/%ff', '/%C0%AF']
const odder = [
  '/%00',
  '/meja/%00',
  '/meja/%ff',
  '/aset/%2e%2e%2fpackage.json',
  '/..',
  '/../etc/passwd',
  '*',
  '/\\evil.example',
]
const long = `/${'a'.repeat(8_000)}`

for (const path of [...odd, ...odder, long])
  test(`PAGE-7 ${path.slice(0, 30)} is not there, like any address that was mistyped`, async () => {
    const page = await get(path)
    assert.equal(page.status, 404)
    assertPageProblem(page)
    assert.match(page.headers['content-security-policy'] ?? '', /default-src 'self'/)
    const program = await get(path, 'application/json')
    assert.deepEqual([program.status, program.body.code], [404, 'not-found'])
    assertJsonProblem(program)
  })

test('PAGE-7 under /api an address that can not be read is answered in JSON, whoever asks', async () => {
  for (const path of ['/api/%', '/api/%ff', '/api/%00', '/api/cases/%zz', '/api//cases', '/api/../x']) {
    const answer = await get(path)
    assert.equal(answer.status, 404, path)
    assertJsonProblem(answer, path)
  }
})

test('PAGE-7 no link of ours leads away, however the address begins', async () => {
  for (const path of [
    '//evil.example/x',
    '//evil.example//',
    '/\\evil.example',
    '/%2fevil.example',
    '/%5cevil.example',
  ]) {
    const { text } = await get(path)
    const links = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to = '']) => to)
    assert.ok(links.length > 0)
    assert.deepEqual(
      links.filter((to) => !/^(\/(?![/\\])|#)/.test(to)),
      [],
      path,
    )
  }
})

test('PAGE-7 a choice of language leads to the same page, whatever else stood in the address', async () => {
  const { status, headers } = await get('/puskesos/?cari=a%26b&bahasa=en&x=%ff')
  assert.equal(status, 303)
  assert.match(headers['location'] ?? '', /^\/puskesos\/\?cari=a%26b&x=/)
  assert.equal((await get('/lapor?bahasa=en')).headers['location'], '/lapor')
  assert.equal((await get('/tidak-ada?bahasa=en')).headers['location'], '/tidak-ada')
})

const pieces =
  '/ // % %2 %00 %2f %5c %ff %C0%AF .. . \\ ; : @ * ? # = & a lapor api meja aset lacak cases bahasa=en é'.split(' ')
test('PAGE-7 no address is a fault of ours', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const path = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
  const method = fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND')
  await fc.assert(
    fc.asyncProperty(path, method, fc.boolean(), async (asked, how, reads) => {
      const answer = await sendLine(house.url, `${how} ${asked} HTTP/1.1`, reads ? 'text/html' : 'application/json')
      const { location = '/' } = answer.headers
      assert.match(location, /^\/(?![/\\])/, asked)
      if (how === 'HEAD') assert.ok(answer.status < 500, asked)
      else assertAnswered(answer, asked, reads, `${how} ${asked}`)
    }),
    { seed, numRuns: 100 },
  )
})

const broken = {
  'GET / HTTP/9.9': 400,
  'BREW / HTTP/1.1': 400,
  nonsense: 400,
  'GET /\xff HTTP/1.1': 400,
  'POST /lapor HTTP/1.1\r\nContent-Length: -1': 400,
  'POST /lapor HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked': 400,
  [`GET /${'a'.repeat(20_000)} HTTP/1.1`]: 431,
  [`GET / HTTP/1.1\r\nCookie: ${'a'.repeat(20_000)}`]: 431,
}
for (const [line, status] of Object.entries(broken))
  test(`R7 what is no request gets the same shape: ${JSON.stringify(line.slice(0, 40))}`, async () => {
    const program = await sendLine(house.url, line, 'application/json')
    assert.equal(program.status, status)
    assertJsonProblem(program, line)
    const page = await sendBytes(house.url, `${line}\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n`)
    assert.equal(page.status, status)
    assert.match(page.headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/)
  })

test('R7 what is no request is told in a page to who reads pages, and logged without its words', async () => {
  const heads = 'Host: localhost\r\nAccept: text/html\r\nAccept-Language: en\r\n'
  const page = await sendBytes(house.url, `GET /lacak?kode=rahasia HTTP/1.1\r\n${heads}Content-Length: -1\r\n\r\n`)
  assert.equal(page.status, 400)
  assertPageProblem(page)
  assert.match(page.text, /<html lang="en">/)
  const api = await sendBytes(house.url, `GET /api/cases HTTP/1.1\r\n${heads}Content-Length: -1\r\n\r\n`)
  assertJsonProblem(api)
  const logged = house.logged.filter((line) => line.includes('not a request'))
  assert.ok(logged.some((line) => line.includes(page.headers['x-request-id'] ?? '-')))
  assert.doesNotMatch(logged.join(), /rahasia/)
})

test('PAGE-7 of all that was asked here, nothing was a fault', () => {
  assert.deepEqual(faults(), [])
})
