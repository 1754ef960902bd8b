import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical } from '../kernel/json.ts'
import { aProposal } from '../testing/a-proposal.ts'
import { ids } from '../testing/ids.ts'
import { targetData, targetList } from './rules.ts'
import { sheetOf, ticked, typedInto } from './sheet.ts'
import { shippedProposalItems } from './shipped.ts'

const fieldsOf = (code: string): readonly string[] =>
  targetData.parse(shippedProposalItems.find((item) => item.list === targetList && item.code === code)?.data).fields
const tick = { target: 'siks-ng', field: 'nama', by: ids.staff(1), at: 1 }

test('PROPOSAL-10 the sheet follows the order of the other system and gives what is asked for before what is known', () => {
  const row = aProposal({
    asked: canonical([
      { name: 'nama', before: 'Siti Aminah', after: 'Siti Aminah Rahayu' },
      { name: 'status_kawin', before: '2', after: null },
    ]),
    ticks: [tick, { ...tick, target: 'cek-bansos', field: 'alamat' }],
  })
  const fields = fieldsOf('siks-ng')
  const sheet = sheetOf(row, 'siks-ng', fields, { alamat: 'RT 04', status_kawin: '2', jenis_kelamin: '2' })
  assert.deepEqual(
    sheet.map(({ field }) => field),
    fields,
  )
  const value = (name: string) => sheet.find(({ field }) => field === name)?.value
  assert.equal(value('nama'), 'Siti Aminah Rahayu')
  assert.equal(value('status_kawin'), '', 'said to be none')
  assert.equal(value('alamat'), 'RT 04')
  assert.equal(value('kode_kelurahan_desa'), '3404072001')
  assert.equal(value('nomor_induk_kependudukan'), row.nik)
  assert.equal(value('penyakit_kronis'), '')
  assert.deepEqual(
    sheet.filter((line) => line.tick !== null).map(({ field }) => field),
    ['nama'],
  )
})

test('PROPOSAL-10 a person is done in a system when somebody says so, and in no other', () => {
  const whole = { ...tick, field: null }
  assert.equal(typedInto([tick], 'siks-ng'), null)
  assert.deepEqual(typedInto([tick, whole], 'siks-ng'), whole)
  assert.equal(typedInto([whole], 'cek-bansos'), null)
})

test('PROPOSAL-10 several values are ticked off at once, and the first who typed one stays its typist', () => {
  const by = { by: ids.staff(2), at: 2, target: 'siks-ng' }
  const both = ticked([tick], { ...by, fields: ['nama', 'alamat'], done: true })
  assert.deepEqual(both, [tick, { target: 'siks-ng', field: 'alamat', by: ids.staff(2), at: 2 }])
  assert.equal(ticked([tick], { ...by, fields: ['nama'], done: true }), null)
  assert.deepEqual(ticked([tick], { ...by, target: 'cek-bansos', fields: ['nama'], done: true })?.length, 2)
  assert.equal(ticked([tick], { ...by, fields: [], done: false }), null)
})

test('PROPOSAL-10 both systems take the kinds that they know, and no field twice', () => {
  for (const { list, data } of shippedProposalItems)
    if (list === targetList) assert.ok(targetData.safeParse(data).success)
  assert.equal(targetData.safeParse({ takes: ['new'], fields: ['nama', 'nama'] }).success, false)
  assert.equal(targetData.safeParse({ takes: ['gossip'], fields: ['nama'] }).success, false)
  assert.equal(targetData.safeParse({ takes: ['new'], fields: [] }).success, false)
})
