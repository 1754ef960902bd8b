import assert from 'node:assert/strict'
import { hostname } from 'node:os'
import { after, test } from 'node:test'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

const house = await startTestHouse()
const named = await startTestHouse({ env: { PUBLIC_URL: 'https://slrt.slemankab.go.id/' } })
after(() => Promise.all([house.close(), named.close()]))
for (const one of [house, named]) await aDistrictOffice(one)

/** The receipt of a report, as it looks to somebody whose request names this host. */
async function receiptAt(host: string, at = house) {
  const browser = plainBrowser(({ headers: { origin: _none, ...headers } = {}, ...asked }) =>
    at.door({ ...asked, headers: { ...headers, host } }),
  )
  const next = { go: 'next' }
  await browser.open('/lapor?jenis=pengaduan')
  await browser.press('/lapor', { category: 'pbi-inactive', summary: 'Kartu saya tidak aktif', story: 'Ditolak' }, next)
  await browser.press('/lapor', { search: 'caturtunggal' }, { go: 'search' })
  await browser.press('/lapor', { village: sleman.caturtunggal }, next)
  const { path, html } = await browser.press(
    '/lapor',
    { forWhom: 'self', name: 'Sumarni', phone: '0812 3456 7890', contactVia: 'whatsapp' },
    next,
  )
  assert.equal(path, '/lapor/tanda-terima')
  const message = decodeURIComponent(/wa\.me\/\?text=([^"]*)/.exec(html)?.[1] ?? '')
  return { html, message, hasCode: html.includes('receipt__qr') }
}

test('PAGE-6 a receipt carries the address that was configured, whatever host the request names', async () => {
  for (const host of ['slrt.slemankab.go.id', 'localhost', 'jahat.example.com']) {
    const { message, html, hasCode } = await receiptAt(host, named)
    assert.ok(message.includes('https://slrt.slemankab.go.id/lacak'), message)
    assert.ok(hasCode && !html.includes('jahat.example.com'))
  }
})

test('PAGE-6 without one it carries a name of this machine, as the request says it', async () => {
  for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', `${hostname().toLowerCase()}:8080`]) {
    const { message, hasCode } = await receiptAt(host)
    assert.ok(message.includes(`http://${host}/lacak`), message)
    assert.ok(hasCode, host)
  }
})

test('PAGE-6 a host that the request made up stands in no link and in no code', async () => {
  const madeUp = [
    'jahat.example.com',
    'localhost.jahat.example.com',
    '127.0.0.1.jahat.example.com:8080',
    'localhost:@jahat.example.com',
    'localhost:8080@jahat.example.com',
    '[::1].jahat.example.com',
    'jahat.example.com/localhost',
  ]
  for (const host of madeUp) {
    const { message, html, hasCode } = await receiptAt(host)
    assert.ok(!html.includes('jahat') && !hasCode, message)
    assert.match(message, /3404-\d\d-\d{6}/)
    assert.doesNotMatch(message, /http|\/lacak/)
  }
})
