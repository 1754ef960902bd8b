import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { readHead } from '@openslrt/core/office/import/columns.ts'
import { aDistrictOffice } from '../../../testing/a-district-office.ts'
import { startTestHouse } from '../../../testing/house.ts'
import type { FileRow } from './plan-rows.ts'
import { planRows } from './plan-rows.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const { secretariat } = await aDistrictOffice(house)
const admin = await house.staffAt(secretariat, 'admin')

test('IMPORT-16 while thousands of rows are read others are answered', async () => {
  const head = readHead('offices', ['Jenis', 'Nama kantor', 'Kode wilayah', 'Alamat'])
  const events: ('row' | 'answer')[] = []
  // The address is read only when a row is planned, after everything that is asked of the database.
  const row = (nth: number): FileRow => {
    const cells = ['Penyedia layanan', `Panti ${nth}`, '34.04', '']
    Object.defineProperty(cells, 3, { get: () => (events.push('row'), `Jalan ${nth}`) })
    return { line: nth + 2, cells }
  }
  const rows = Array.from({ length: 4_000 }, (_, nth) => row(nth))
  const by = { actor: { kind: 'setup' }, lang: 'id', now: Date.now() } as const
  const parts = { pool: house.parts.pools.api, reference: house.parts.reference }
  const planned = planRows(parts, 'offices', head, rows, by)
  const others = new AbortController()
  void planned.finally(() => others.abort())
  while (!others.signal.aborted) {
    await admin.read(referenceRoutes.staff, { query: { q: 'Rina' } })
    events.push('answer')
  }
  assert.equal((await planned).length, rows.length)
  const between = events.slice(events.indexOf('row'), events.lastIndexOf('row'))
  assert.ok(between.includes('answer'), 'nobody was answered between the first row and the last')
})
