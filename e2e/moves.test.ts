import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { begin, choose, dialogOf, finish, openCase, rowOf, write } from './case-card.ts'
import { button, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people, offices } = sleman
const fo = await sit(people.fo)
const bo = await sit(people.bo)
const coordinator = await sit(people.coordinator)
const manager = await sit(people.manager)

const note = 'Sudah dibicarakan dengan warga di kantor.'

/** A case that the back office has, made through the API. */
async function aHandledCase(summary: string, own: Partial<RegisterData> = {}) {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ ...own, summary }) })
  await people.bo.does('case.take', { subject: id, data: { note: '' } })
  return { id, number, summary }
}

test('MOVES-1 what is missing is asked of the citizen, and noted at the front desk when it comes', async () => {
  const kase = await aHandledCase('Fotokopi KK belum ada')
  await openCase(bo, kase)
  await begin(bo, 'move.return')
  await button(dialogOf(bo), say('move.return')).click()
  await dialogOf(bo).getByText(say('case.form.reason.missing')).waitFor()
  await checkScreen(bo, 'case-return-wrong')
  await choose(dialogOf(bo), say('case.form.return.reason'), 'Berkas belum lengkap')
  await write(dialogOf(bo), say('case.form.return.note'), 'Bawa fotokopi KK yang terbaru.')
  await finish(bo, 'move.return', 'did.return')
  await bo.getByText(say('status.returned')).first().waitFor()

  await fo.goto('/meja/antrean?queue=citizen')
  await link(rowOf(fo, kase.summary), kase.summary).click()
  await fo.getByText('Bawa fotokopi KK yang terbaru.').first().waitFor()
  await begin(fo, 'move.complete')
  await write(dialogOf(fo), say('case.form.complete.note'), 'Fotokopi KK diterima.')
  await finish(fo, 'move.complete', 'did.complete')
  await fo.getByText(say('status.handling')).first().waitFor()
})

test('MOVES-2 a case goes up to the secretariat, and down again to the office near the citizen', async () => {
  const kase = await aHandledCase('Perlu keputusan kabupaten')
  await openCase(bo, kase)
  await begin(bo, 'move.escalate')
  await choose(dialogOf(bo), say('case.form.escalate.reason'), 'Perlu keputusan kantor di atas')
  await write(dialogOf(bo), say('case.form.escalate.note'), note)
  await finish(bo, 'move.escalate', 'did.escalate')
  await bo.getByText(say('case.card.elsewhere', { office: 'Sekretariat SLRT Sleman' })).waitFor()
  await checkScreen(bo, 'case-elsewhere')

  await manager.goto('/meja/antrean')
  await link(rowOf(manager, kase.summary), kase.summary).click()
  await begin(manager, 'move.hand-down')
  await choose(dialogOf(manager), say('case.form.hand-down.office'), 'Puskesos Caturtunggal')
  await write(dialogOf(manager), say('case.form.hand-down.note'), note)
  await checkScreen(manager, 'case-hand-down')
  await finish(manager, 'move.hand-down', 'did.hand-down')

  await bo.goto('/meja/antrean')
  await rowOf(bo, kase.summary).waitFor()
})

test('MOVES-3 a case that was found to be another one is merged, and each leads to the other', async () => {
  const kept = await aHandledCase('Atap rumah roboh, yang pertama')
  const twin = await aHandledCase('Atap rumah roboh, dicatat lagi')
  await openCase(bo, twin)
  await begin(bo, 'move.merge')
  await dialogOf(bo)
    .getByRole('textbox', { name: say('case.form.merge.search') })
    .fill(kept.number)
  await dialogOf(bo)
    .getByRole('radio', { name: new RegExp(kept.number) })
    .check()
  await checkScreen(bo, 'case-merge')
  await finish(bo, 'move.merge', 'did.merge')
  await bo.getByText(say('status.duplicate')).first().waitFor()
  await link(bo, kept.number).first().click()
  await heading(bo, new RegExp(kept.number)).waitFor()
  await link(bo, twin.number).first().waitFor()
})

test('MOVES-4 a case is cancelled with a reason, after being asked', async () => {
  const kase = await aHandledCase('Tidak jadi, sudah dibantu tetangga')
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.cancel')
  await choose(dialogOf(coordinator), say('case.form.cancel.reason'), 'Ditarik oleh warga')
  await write(dialogOf(coordinator), say('case.form.cancel.note'), note)
  await checkScreen(coordinator, 'case-cancel')
  await finish(coordinator, 'move.cancel', 'did.cancel')
  await coordinator.getByText(say('status.cancelled')).first().waitFor()
})

test('MOVES-5 a closed case is opened again by who decides', async () => {
  const id = randomUUID()
  const data = registration({ kind: 'question', category: 'decile-check', summary: 'Menanyakan desil keluarga' })
  const { number } = await people.fo.does('case.register', { subject: id, data })
  await people.fo.does('case.settle', { subject: id, data: { outcome: 'informed', note: 'Desil 2' } })
  await openCase(coordinator, { id, number })
  await coordinator.getByText(say('closure.settled')).first().waitFor()
  await begin(coordinator, 'move.reopen')
  await write(dialogOf(coordinator), say('case.form.reopen.note'), note)
  await finish(coordinator, 'move.reopen', 'did.reopen')
  await coordinator.getByText(say('status.handling')).first().waitFor()
})

test('MOVES-6 a referral is turned to another office, and the first one sees the case no more', async () => {
  const kase = await aHandledCase('Perlu pendampingan lanjut usia')
  const { id: subject } = kase
  await people.bo.does('case.recommend', { subject, data: { note } })
  await people.coordinator.does('case.approve', { subject, data: { note: '' } })
  const asked = 'Mohon pendampingan di rumah.'
  const data = {
    referral: randomUUID(),
    grant: randomUUID(),
    to: offices.rsud,
    fields: ['story', 'client'],
    note: asked,
  }
  await people.bo.does('referral.request', { subject, data })
  const hospital = await sit(people.provider)
  await openCase(hospital, kase)

  await openCase(bo, kase)
  await begin(bo, 'referral-move.redirect')
  const dialog = dialogOf(bo)
  assert.equal(await dialog.getByLabel(say('referral.form.asked')).inputValue(), asked)
  await dialog.getByRole('combobox', { name: say('referral.form.office') }).fill('dinas')
  await dialog.getByRole('option', { name: /^Dinas Sosial Sleman/ }).click()
  await checkScreen(bo, 'referral-redirect')
  await finish(bo, 'referral-move.redirect', 'did.redirect')

  await hospital.reload()
  await heading(hospital, say('case.card.none.title'))
    .or(heading(hospital, say('case.card.over.title')))
    .waitFor()
  const agency = await sit(people.dinsos)
  await agency.goto('/meja/rujukan')
  await rowOf(agency, asked).waitFor()
})

test('MOVES-7 what cannot be done now is told where one would look for it', async () => {
  const kase = await aHandledCase('Belum direkomendasikan')
  await openCase(bo, kase)
  await button(bo, say('case.card.more')).click()
  await bo.getByText(say('case.card.refused')).waitFor()
  await bo.getByRole('menuitem', { name: new RegExp(say('refusal.decision-missing')) }).waitFor()
  await checkScreen(bo, 'case-menu')
})

test('MOVES-9 a case is shown to another office, which reads what was named and is asked for nothing', async () => {
  const kase = await aHandledCase('Keluarga pindah ke rumah kerabat')
  await openCase(bo, kase)
  await begin(bo, 'move.share')
  const dialog = dialogOf(bo)
  await button(dialog, say('move.share')).click()
  await dialog.getByText(say('case.form.office.missing')).waitFor()
  await checkScreen(bo, 'case-share-wrong')
  await dialog.getByRole('combobox', { name: say('case.form.share.office') }).fill('dinas')
  await dialog.getByRole('option', { name: /^Dinas Sosial Sleman/ }).click()
  await write(dialog, say('case.form.share.note'), note)
  await finish(bo, 'move.share', 'did.share')
  await heading(bo, say('case.grants')).waitFor()
  await checkScreen(bo, 'case-shared')
  const agency = await sit(people.dinsos)
  await openCase(agency, kase)
  await agency.getByText(registration().client.name).waitFor()
  await checkScreen(agency, 'case-shown')
  await agency.context().close()
})

test('MOVES-8 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
