import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeCode } from '@openslrt/core/place/code.ts'
import { categoryChoices } from '@openslrt/core/testing/a-report.ts'
import { caseDataOf, wrongIn } from '../register/register-values.ts'
import { fieldOf, lineState, pastedOf, startOf, villageOf, villageQuery } from './pasted.ts'

const whole =
  'Nama: Siti\nNIK: 3404075203600001\nDesa: Caturtungal\nHP: +62 812 3456 7890\nPelapor: Sri\nHubungan: kader\nJenis: pengaduan\nKategori: bpjs mati\nKeluhan: sakit'
const village = { code: placeCode.parse('34.04.07.2001'), name: 'Caturtunggal', path: 'Depok, Sleman' }

function only(text: string) {
  const [pasted, ...more] = pastedOf(text, categoryChoices)
  assert.ok(pasted)
  assert.equal(more.length, 0)
  return pasted
}

test('INTAKE-18 a report fills the form so that the command takes it', () => {
  const { draft } = only(whole)
  const { place, doubtful } = villageOf(draft, [village])
  assert.equal(doubtful, false)
  const values = startOf(draft, place)
  assert.deepEqual(wrongIn(values), {})
  const data = caseDataOf(values, 'BPJS')
  assert.equal(data.place, village.code)
  assert.equal(data.channel, 'whatsapp')
  assert.deepEqual(data.client, { name: 'Siti', nik: '3404075203600001', kk: null, phone: '081234567890', address: '' })
  assert.deepEqual(data.reporter, { relation: 'volunteer', anonymous: false, name: 'Sri', phone: null })
})

test('INTAKE-18 what is missing or no number stops at the form, as if it had been typed there', () => {
  const values = startOf(only('Nama: Siti\nNIK: 123\nKeluhan: lapar').draft, null)
  assert.deepEqual(
    Object.keys(wrongIn(values)).toSorted(),
    ['category', 'kind', 'nik', 'place'].filter((name) => name !== 'category' || values.category === ''),
  )
})

test('INTAKE-18 the same message twice is one report, and keeps its name over a reload', () => {
  const twice = pastedOf(`[21/11/26 08.15] A: ${whole}\n[21/11/26 08.16] A: ${whole}`, categoryChoices)
  assert.equal(twice.length, 1)
  assert.equal(twice[0]?.key, only(whole).key)
  assert.notEqual(only(`${whole}!`).key, only(whole).key)
})

test('INTAKE-18 a village that is not named is not asked for, one that is not found is for a person to choose', () => {
  assert.equal(villageQuery(only('Nama: Siti').draft), null)
  assert.equal(villageQuery(only(whole).draft), 'Cat')
  assert.deepEqual(villageOf(only(whole).draft, []), { place: null, doubtful: true })
  assert.deepEqual(villageOf(only('Nama: Siti').draft, []), { place: null, doubtful: false })
})

test('INTAKE-18 every line tells how it was taken, and every doubt leads to a field of the form', () => {
  const pasted = only('Selamat pagi\nNama: Siti\nNIK: 123')
  const states = pasted.report.lines.map((line) => lineState(pasted, line))
  assert.deepEqual(states, ['unread', 'read', 'doubtful'])
  for (const field of pasted.draft.doubtful) assert.ok(fieldOf[field])
})
