import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { choose, dialogOf, write } from './case-card.ts'
import { button, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman

/** A case in which help was given, confirmed by its citizen with a sentence. */
async function aHelpedCase(): Promise<string> {
  const subject = randomUUID()
  await people.fo.does('case.register', { subject, data: registration({}) })
  await people.bo.does('case.take', { subject, data: { note: '' } })
  await people.bo.does('case.answer', { subject, data: { ...caseData.answer, outcome: 'granted' } })
  await people.bo.does('case.confirm', {
    subject,
    data: { satisfaction: 5, how: 'phone', note: 'Matur nuwun, sampun aktif.' },
  })
  return subject
}

test('OUTCOME-2 a planned visit is the next act of a closed case, and its result stands on the card', async () => {
  const id = await aHelpedCase()
  const bo = await sit(people.bo)
  await bo.goto(`/meja/kasus/34.04/${id}`)
  await bo.getByText(say('case.word', { word: 'Matur nuwun, sampun aktif.' })).waitFor()
  await checkScreen(bo, 'visit-card')
  await button(bo, say('move.visit')).click()
  const form = dialogOf(bo)
  await form.waitFor()
  await checkScreen(bo, 'visit-form')
  await choose(form, say('case.form.visit.became'), 'Keadaan keluarga membaik')
  await write(form, say('case.form.visit.note'), 'Berobat lagi tanpa biaya.')
  await button(form, say('move.visit')).click()
  await bo.getByText('Berobat lagi tanpa biaya.').waitFor()
  await bo.getByText(/^Kunjungan lanjutan .+: Keadaan keluarga membaik$/).waitFor()
  await bo.context().close()
})

test('OUTCOME-3 the list of outcome visits says what it is for when there is none', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await link(bo, new RegExp(`^${say('case.queue.visits')}`)).click()
  await heading(bo, say('case.queue.empty.visits.title')).waitFor()
  await checkScreen(bo, 'visit-list')
  await bo.context().close()
})

test('OUTCOME-4 the dashboard tells what came of it apart from what was done, and opens its cases', async () => {
  const manager = await sit(people.manager)
  await manager.goto('/meja/dasbor')
  await heading(manager, say('figures.outcomes')).waitFor()
  await checkScreen(manager, 'visit-board')
  const panel = manager.locator('.panel').filter({ has: heading(manager, say('figures.outcomes')) })
  await link(panel, '1').last().click()
  await manager
    .getByText(/3404-26-/)
    .first()
    .waitFor()
  await manager.context().close()
})

test('OUTCOME-2 nothing went wrong in a page without being shown', () => assert.deepEqual(faults, []))
