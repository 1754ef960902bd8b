import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownCluster } from '../../testing/cluster.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

test('PAGE-5 with the database away a page says so with 503, when to come back, and what to quote', async () => {
  const postgres = await ownCluster()
  const house = await startTestHouse({ patienceMs: 1_000 })
  await postgres.stop()
  const page = await plainBrowser(house.door).open('/puskesos?cari=depok')
  assert.equal(page.status, 503)
  assert.match(page.headers['retry-after'] ?? '', /^\d+$/)
  assert.match(page.text, /Layanan sedang tidak dapat dihubungi.*Nomor gangguan: [0-9a-f-]{36}/)
  assert.equal((await plainBrowser(house.door).open('/')).status, 200)
})
