import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, Asked } from './door.ts'
import { plainBrowser } from './plain-browser.ts'

const html = (text: string, headers: Readonly<Record<string, string>> = {}, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  text,
  bytes: Buffer.from(text),
  body: {},
})
/** A server of pages by their addresses, which remembers what it was asked. */
function server(pages: Readonly<Record<string, Answer>>) {
  const asked: Asked[] = []
  const door = async (request: Asked): Promise<Answer> => {
    asked.push(request)
    return pages[`${request.method} ${request.path}`] ?? html('not there', {}, 404)
  }
  return { asked, browser: plainBrowser(door) }
}
const page = `<html><head><title>x</title></head><body>
<form action="/cari"><input name="q" value="depok"></form>
<form method="post" action="/lapor">
<input type="hidden" name="id" value="7"><input name="nama" value="Siti &amp; Budi"><input name="kosong">
<input type="radio" name="pilih" value="a"><input type="radio" name="pilih" value="b" checked>
<input type="checkbox" name="tanpa" value="ya"><textarea name="cerita">a &lt; b</textarea>
<select name="desa"><option value="1">satu</option><option value="2" selected>dua</option></select>
<button name="go" value="next">Lanjut</button><button name="go" value="back">Kembali</button></form>
<form method="post" action="/lapor"><input type="hidden" name="act" value="cancel"></form></body></html>`

test('HOUSE-3 a form is sent as it stands: hidden, typed and chosen fields, and nothing that was not checked', async () => {
  const { asked, browser } = server({ 'GET /': html(page), 'POST /lapor': html('terima kasih') })
  await browser.open('/')
  await browser.press('/lapor', { nama: 'Wati' }, { go: 'next' })
  const sent = Object.fromEntries(new URLSearchParams(String(asked.at(-1)?.body)))
  assert.deepEqual(sent, { id: '7', nama: 'Wati', kosong: '', pilih: 'b', cerita: 'a < b', desa: '2', go: 'next' })
  assert.equal(asked.at(-1)?.headers?.['origin'], 'http://localhost')
})

test('HOUSE-3 of several forms to one address the one that holds what is pressed is sent', async () => {
  const { asked, browser } = server({ 'GET /': html(page), 'POST /lapor': html('x') })
  await browser.open('/')
  await browser.press('/lapor', {}, { act: 'cancel' })
  assert.equal(String(asked.at(-1)?.body), 'act=cancel')
  await assert.rejects(
    browser.open('/').then(() => browser.press('/tiada', {})),
    /the page has no form to \/tiada/,
  )
})

test('HOUSE-3 a way on is followed, cookies are kept and given back, and one that was taken is gone', async () => {
  const { asked, browser } = server({
    'GET /': html(page, { 'set-cookie': 'warga=abc; Path=/; HttpOnly, bahasa=en; Path=/' }),
    'POST /lapor': html('', { location: '/selesai', 'set-cookie': 'warga=; Max-Age=0' }, 303),
    'GET /selesai': html('<p>Selesai &amp; <b>beres</b></p>'),
  })
  await browser.open('/')
  assert.equal(browser.cookies(), 'warga=abc; bahasa=en')
  const end = await browser.press('/lapor', {})
  assert.deepEqual([end.path, end.text.trim()], ['/selesai', 'Selesai & beres'])
  assert.equal(asked.at(-1)?.headers?.['cookie'], 'bahasa=en')
})

test('HOUSE-3 pressing again sends the very same words', async () => {
  const { asked, browser } = server({ 'GET /': html(page), 'POST /lapor': html('x') })
  await browser.open('/')
  await browser.press('/lapor', { nama: 'Wati' })
  await browser.again()
  assert.equal(asked.at(-1)?.body, asked.at(-2)?.body)
  assert.equal(asked.length, 3)
})
