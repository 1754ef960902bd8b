import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { aCommand } from '../../testing/a-command.ts'
import { mendedBy } from '../screens/mended.ts'
import { titleOf } from '../screens/waiting.ts'
import { mendData } from './mend-values.ts'

const values = { summary: 'Atap bocor', story: '', note: ' RT 03 ' }
const mended = aCommand('m', { kind: 'case.review-mend', subject: 'k1', data: mendData(values, 'Atap bocor') })

test('SUPER-9 only what was put right goes over the wire, and the server takes it', () => {
  assert.deepEqual(mendData(values, 'Atap bocor'), { note: 'RT 03' })
  const all = mendData({ ...values, summary: ' Atap dapur bocor ', story: ' Sejak Mei. ' }, 'Atap bocor')
  assert.deepEqual(all, { note: 'RT 03', summary: 'Atap dapur bocor', story: 'Sejak Mei.' })
  assert.ok(caseMoveData['review-mend'].safeParse(all).success)
  assert.ok(!caseMoveData['review-mend'].safeParse(mendData({ ...values, note: ' ' }, '')).success)
})

test('SUPER-9 what was mended here is known by its case until it has gone, and by a name of its own in the list', () => {
  assert.equal(mendedBy([], 'k1'), null)
  assert.equal(mendedBy([{ command: mended, state: 'waiting' }], 'k1'), 'waiting')
  assert.equal(mendedBy([{ command: mended, state: 'waiting' }], 'k2'), null)
  const twice = [{ command: mended, state: 'refused' } as const, { command: mended, state: 'sent' } as const]
  assert.equal(mendedBy(twice, 'k1'), 'sent')
  assert.equal(titleOf(mended, sayIn('id')), 'Perbaikan laporan')
})
