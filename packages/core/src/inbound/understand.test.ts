import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReport, categoryChoices, linesOfReport } from '../testing/a-report.ts'
import { property } from '../testing/property.ts'
import { understand } from './understand.ts'

const read = (text: string) => understand(text, categoryChoices)

test('INBOUND-2 a message with the lines of the template is a report, and says what it lacks', () => {
  const said = read('Nama: Siti\nDesa: Caturtunggal\nKec: Depok\nKeluhan: BPJS mati')
  assert.equal(said.reports, 1)
  assert.deepEqual(said.villages[0], { name: 'Caturtunggal', subdistrict: 'Depok' })
  assert.ok(said.missing?.includes('kind'))
})

test('INBOUND-4 words without lines, and a single one, are no report: nothing is asked of whoever greets', () => {
  for (const text of ['Selamat pagi bu', 'Nama: saya Siti', '', 'ok, terima kasih']) {
    assert.equal(read(text).missing, null, text)
    assert.equal(read(text).reports, 0, text)
  }
})

test('INBOUND-2 a village is found in free words, with its sub-district; of several words the longest name first', () => {
  const names = (text: string) => read(text).villages.map(({ name, subdistrict }) => [name, subdistrict])
  assert.deepEqual(names('Warga desa Sinduadi kec Mlati atapnya roboh'), [['Sinduadi', 'Mlati']])
  assert.deepEqual(names('lapor dari kelurahan Sidoarum Kulon rumah roboh').slice(0, 2), [
    ['Sidoarum Kulon', ''],
    ['Sidoarum', ''],
  ])
  assert.deepEqual(names('tolong pak'), [])
})

property('INBOUND-2 every whole report names its village and lacks nothing that it says', aReport, (report) => {
  const { reports, villages, missing } = read(linesOfReport(report).join('\n'))
  assert.equal(reports, 1)
  assert.equal(villages[0]?.name, report.find(({ field }) => field === 'village')?.text)
  for (const field of missing ?? []) assert.ok(!['name', 'village', 'kind'].includes(field), field)
})

test('INBOUND-2 several reports in one message are counted', () => {
  const one = 'Nama: Siti\nDesa: Caturtunggal\nKeluhan: lapar'
  assert.equal(read(`${one}\n---\n${one.replace('Siti', 'Slamet')}`).reports, 2)
})
