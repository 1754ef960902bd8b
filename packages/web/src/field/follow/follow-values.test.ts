import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { faultsOf, isToldOf, noteOf, nothingSeen } from './follow-values.ts'

const t = sayIn('id')
const seen = { ...nothingSeen, became: 'better', reached: 'partly', used: ' Modal warung ', note: ' Warung buka. ' }

test('FIELD-33 what is missing is told by its field; how far the help came is asked where somebody can tell', () => {
  assert.deepEqual(faultsOf(seen), {})
  assert.deepEqual(Object.keys(faultsOf(nothingSeen)), ['became', 'note'])
  assert.deepEqual(faultsOf({ ...seen, reached: '' }), { reached: 'work.follow.reached.missing' })
  for (const became of ['not-met', 'moved', 'died'])
    assert.deepEqual(faultsOf({ ...seen, became, reached: '' }), {}, became)
  assert.deepEqual(
    ['better', 'worse', 'not-met', ''].map((became) => isToldOf({ became })),
    [true, true, false, false],
  )
})

test('FIELD-33 the desk reads help, use, what was seen and what is next in one note', () => {
  assert.equal(
    noteOf({ ...seen, next: 'Bantu izin usaha' }, t),
    'Bantuan: Baru sebagian.\nDipakai untuk: Modal warung\nWarung buka.\nSelanjutnya: Bantu izin usaha',
  )
  assert.equal(noteOf({ ...seen, reached: 'no' }, t), 'Bantuan: Belum sampai.\nWarung buka.', 'nothing was used')
  assert.equal(noteOf({ ...seen, used: ' ', reached: 'yes' }, t), 'Bantuan: Ya, sampai dan menolong.\nWarung buka.')
  const long = noteOf({ ...seen, used: 'x'.repeat(300) }, t)
  assert.ok(caseMoveData.visit.safeParse({ became: 'better', note: long }).success)
})

test('FIELD-33 where nobody was met, nothing is said of help that was typed before', () => {
  assert.equal(noteOf({ ...seen, became: 'not-met', next: 'Datang lagi' }, t), 'Warung buka.')
})
