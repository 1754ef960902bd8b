import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
})
after(() => house.close())

test('PAGE-1 an address that does not exist is a page for people and JSON for programs, both with the number to quote', async () => {
  const page = await plainBrowser(house.door).open('/tidak-ada')
  assert.equal(page.status, 404)
  assert.ok(page.text.includes(`Halaman ini tidak ada`) && page.text.includes(page.headers['x-request-id'] ?? '-'))
  const program = await house.door({ method: 'GET', path: '/tidak-ada', headers: { accept: 'application/json' } })
  assert.equal(program.body.code, 'not-found')
  const api = await house.door({ method: 'GET', path: '/api/tidak-ada', headers: { accept: 'text/html' } })
  assert.equal(api.body.code, 'not-found')
})

test('PAGE-2 a form from a foreign page is refused with a page', async () => {
  const headers = { accept: 'text/html', origin: 'https://elsewhere.example' }
  const answer = await house.door({ method: 'POST', path: '/lacak', headers })
  assert.equal(answer.status, 403)
  assert.match(answer.text, /<h1/)
})

test('PAGE-3 a link chooses the language, is remembered, and leaves no trace in the address', async () => {
  const browser = plainBrowser(house.door)
  const page = await browser.open('/puskesos?cari=depok&bahasa=en')
  assert.equal(page.path, '/puskesos?cari=depok')
  assert.match(page.html, /<html lang="en">/)
  assert.match((await browser.open('/')).text, /How can we help you\?/)
})

test('PAGE-4 a page brings its own words only: no script stands in it and nothing comes from elsewhere', async () => {
  const page = await plainBrowser(house.door).open('/')
  assert.doesNotMatch(page.html, /<script(?![^>]*\ssrc="\/aset\/)/)
  assert.doesNotMatch(page.html, /(?:src|href)="https?:/)
  assert.match(page.headers['content-security-policy'] ?? '', /default-src 'self'/)
})
