import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { statementName } from '@openslrt/core/registry/statements.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { answers, newKey, page, press, replies, sent, show, t, theCommand } from '../../testing/form-stage.ts'

const ask = 'Tidak sedang menerima bantuan sejenis'
const name = statementName(ask)
const asking = {
  district: ledgerCode.parse('34.04'),
  of: 'family',
  id: ids.staff(7),
  version: 4,
  name: '',
  ask,
  answer: null,
} as const
const today = '2026-11-22'
const value = (label: 'answer.yes' | 'answer.no' | 'answer.none') => page.getByRole('radio', { name: t(label) })

beforeEach(() => {
  answers.clear()
  replies.clear()
})

test('PROG-21 an answer is sent once, with the day, how it is known and from what, on the version that was looked at', async () => {
  await show('AnswerForm', { asking, today }, newKey())
  await press(t('answer.send'))
  assert.ok(await page.getByText(t('answer.missing')).isVisible())
  assert.equal(sent.length, 0)
  assert.equal(await value('answer.none').count(), 0, 'there is nothing to take back')
  await value('answer.no').check()
  await page.getByRole('radio', { name: t('family.way.visit') }).check()
  await page.getByLabel(t('family.source')).fill(' Kata ketua RT ')
  await press(t('answer.send'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, subject, base], ['registry.record', asking.id, 4])
  assert.deepEqual(data, {
    of: 'family',
    values: { [name]: 'tidak 2026-11-22' },
    desil: null,
    way: 'visit',
    source: 'Kata ketua RT',
    ref: null,
  })
})

test('PROG-21 what was answered is told with who said it, when and how, and can be taken back', async () => {
  const line = {
    on: null,
    id: ids.staff(8),
    at: Date.parse('2026-06-02T03:00:00Z'),
    byName: 'Sari',
    officeName: 'Puskesos Caturtunggal',
    way: 'document',
    source: 'Surat kepala desa',
    values: { [name]: 'ya 2026-06-01' },
    was: {},
  }
  replies.set(
    '/api/registry/history',
    registryRoutes.history.reply.parse({ items: [line], heard: [], total: 1, page: 1, size: 25 }),
  )
  await show('AnswerForm', { asking: { ...asking, answer: { yes: true, on: '2026-06-01' } }, today }, newKey())
  await page.getByText('ya, menurut keadaan 1 Juni 2026').waitFor()
  assert.ok(await page.getByText(/Surat kepala desa · Sari · Puskesos Caturtunggal/).isVisible())
  await value('answer.none').check()
  assert.equal(await page.getByLabel(t('answer.on')).count(), 0)
  await press(t('answer.send'))
  const { data } = await theCommand()
  assert.deepEqual(data['values'], { [name]: null })
})
