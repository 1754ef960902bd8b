import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LoadLine } from '@openslrt/core/contract/load.ts'
import { noCounts } from '@openslrt/core/load/load.ts'
import { aLoad } from '@openslrt/core/testing/a-load.ts'
import { countsToTell, isWorking, shareIn } from './load-view.ts'
import { mappingOf, meaningProblem, meaningsOf, namesVillages } from './map-values.ts'

const line = (own: Partial<LoadLine>): LoadLine => ({ ...aLoad, progress: null, openedBy: 'Sari', ...own })
const rows = (n: number) => ({ ...noCounts, rows: n })

test('LOAD-13 what is told is what is in, else the trial, else how far the trial is', () => {
  assert.equal(countsToTell(line({ status: 'read', progress: rows(7), checked: noCounts })).rows, 7)
  assert.equal(countsToTell(line({ status: 'checked', checked: rows(9), progress: rows(7) })).rows, 9)
  assert.equal(countsToTell(line({ status: 'running', checked: rows(9), counts: rows(3) })).rows, 3)
})

test('LOAD-12 a screen asks again while the server is at it, and says how far that is', () => {
  assert.ok(isWorking({ status: 'read', fault: false }) && isWorking({ status: 'running', fault: false }))
  assert.ok(!isWorking({ status: 'running', fault: true }) && !isWorking({ status: 'done', fault: false }))
  assert.equal(shareIn(line({ status: 'running', checked: rows(200), counts: rows(50) })), 25)
  assert.equal(shareIn(line({ status: 'running', checked: rows(200), counts: rows(300) })), 100)
  assert.equal(shareIn(line({ status: 'done', checked: rows(200), counts: rows(200) })), null)
  assert.equal(shareIn(line({ status: 'running', checked: noCounts })), null)
})

test('LOAD-1 meanings stand beside their columns, and each is given once', () => {
  const head = ['NIK', 'Nama', 'Catatan', 'Desa']
  const mapping = { 'person.nomor_induk_kependudukan': 0, 'person.nama': 1, 'family.kelurahan_desa': 3 }
  const meanings = meaningsOf({ head, mapping })
  assert.deepEqual(meanings, ['person.nomor_induk_kependudukan', 'person.nama', '', 'family.kelurahan_desa'])
  assert.deepEqual(mappingOf(meanings), mapping)
  assert.equal(meaningProblem(meanings, []), null)
  assert.ok(namesVillages(meanings) && !namesVillages(meanings.slice(0, 3)))
  assert.equal(mappingOf(['person.nama', 'person.nama']), null)
  assert.equal(meaningProblem(['person.nama', 'person.nama'], []), 'column-twice')
  assert.equal(meaningProblem(['person.nama'], []), 'no-key')
})
