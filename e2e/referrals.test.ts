import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { begin, choose, dialogOf, finish, openCase, rowOf, write } from './case-card.ts'
import { button, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit } = await setScene()
const { people, offices } = sleman
const bo = await sit(people.bo)
const hospital = await sit(people.provider)
const agency = await sit(people.dinsos)

type Fields = readonly ('story' | 'client' | 'files' | 'history' | 'numbers' | 'phone')[]

/** A case for which the hospital was asked, and may see these parts. */
async function asked(summary: string, fields: Fields = ['story', 'client'], to: string = offices.rsud) {
  const [id, referral] = [randomUUID(), randomUUID()]
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ summary }) })
  await people.bo.does('case.take', { subject: id, data: { note: '' } })
  await people.bo.does('case.recommend', { subject: id, data: { note: 'Perlu rujukan.' } })
  await people.coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const data = { referral, grant: randomUUID(), to, fields, note: `Mohon: ${summary}` }
  await people.bo.does('referral.request', { subject: id, data })
  return { id, number, summary, referral, words: data.note }
}

type Asked = Awaited<ReturnType<typeof asked>>
const step = (kase: Asked, name: string, data: object = { note: 'Baik.' }) =>
  people.provider.does(`referral.${name}`, { subject: kase.id, data: { referral: kase.referral, ...data } })

const tab = (page: Page, key: 'in-open' | 'out-open' | 'in-all' | 'out-all') =>
  page
    .getByRole('navigation', { name: say('list.filters') })
    .getByRole('link', { name: new RegExp(`^${say(`referral.inbox.${key}`)}(\\s|$)`) })
const panel = (page: Page) =>
  page.locator('.panel').filter({ has: page.getByRole('heading', { name: say('referral.panel') }) })

test('ASKED-1 an empty inbox says so on both sides, and an office that only answers has nothing that went out', async () => {
  await hospital.goto('/meja/rujukan')
  await heading(hospital, say('referral.empty.in.open.title')).waitFor()
  assert.equal(await tab(hospital, 'out-open').count(), 0)
  await button(hospital, say('referral.empty.to-all')).click()
  await heading(hospital, say('referral.empty.in.all.title')).waitFor()
  await checkScreen(hospital, 'inbox-empty')
  await bo.goto('/meja/rujukan')
  await tab(bo, 'out-open').click()
  await heading(bo, say('referral.empty.out.open.title')).waitFor()
  assert.match(bo.url(), /side=out/)
  await tab(bo, 'out-all').click()
  await heading(bo, say('referral.empty.out.all.title')).waitFor()
})

test('ASKED-2 a request stands in the inbox of the asked office and among what the asking one sent', async () => {
  const kase = await asked('Perlu rawat jalan')
  await hospital.goto('/meja/rujukan')
  await rowOf(hospital, kase.words).getByText('Puskesos Caturtunggal').waitFor()
  await tab(hospital, 'in-open').getByText('1').waitFor()
  await bo.goto('/meja/rujukan?side=out')
  await rowOf(bo, kase.words).getByText('RSUD Sleman').waitFor()
  await link(bo, kase.words).click()
  await heading(bo, new RegExp(kase.number)).waitFor()
  assert.match(bo.url(), new RegExp(`rujukan=${kase.referral}`))
  await link(bo, say('case.card.back')).click()
  await rowOf(bo, kase.words).waitFor()
  assert.match(bo.url(), /side=out/)
})

test('REF-5 the asked office says what it needs, the asking one sends it, and it is asked anew', async () => {
  const kase = await asked('Surat pengantar kurang')
  await openCase(hospital, kase)
  await begin(hospital, 'referral-move.hold')
  await button(dialogOf(hospital), say('referral-move.hold')).click()
  await dialogOf(hospital).getByText(say('referral.form.note.missing')).waitFor()
  await write(dialogOf(hospital), say('referral.form.hold.note'), 'Surat pengantar dari puskesmas.')
  await checkScreen(hospital, 'referral-hold')
  await finish(hospital, 'referral-move.hold', 'did.referral-hold')
  await openCase(bo, kase)
  await panel(bo).getByText('Surat pengantar dari puskesmas.').waitFor()
  await begin(bo, 'referral-move.supply')
  await write(dialogOf(bo), say('referral.form.supply.note'), 'Surat dilampirkan.')
  await checkScreen(bo, 'referral-supply')
  await finish(bo, 'referral-move.supply', 'did.referral-supply')
  await panel(bo).getByText(say('referral-status.requested')).waitFor()
  await hospital.goto('/meja/rujukan')
  await rowOf(hospital, kase.words).getByText(say('referral-status.requested'), { exact: true }).waitFor()
})

test('REF-3 the asked office declines with a reason; the asking one reads it and turns to another', async () => {
  const kase = await asked('Kamar penuh')
  await openCase(hospital, kase)
  await begin(hospital, 'referral-move.reject')
  await button(dialogOf(hospital), say('referral-move.reject')).click()
  await dialogOf(hospital).getByText(say('referral.form.reason.missing')).waitFor()
  await choose(dialogOf(hospital), say('referral.form.reason'), 'Daya tampung penuh')
  await write(dialogOf(hospital), say('referral.form.reject.note'), 'Coba ke dinas sosial.')
  await checkScreen(hospital, 'referral-reject')
  await button(dialogOf(hospital), say('referral-move.reject')).click()
  await heading(hospital, say('case.card.over.title')).waitFor()
  await openCase(bo, kase)
  await panel(bo).getByText('Daya tampung penuh').waitFor()
  await panel(bo).getByText('Coba ke dinas sosial.').waitFor()
  await begin(bo, 'referral-move.redirect')
  const office = dialogOf(bo).getByRole('combobox', { name: say('referral.form.office') })
  await office.fill('rsud')
  await dialogOf(bo).getByText(say('referral.form.office.no-match')).waitFor()
  await office.fill('dinas')
  await dialogOf(bo)
    .getByRole('option', { name: /^Dinas Sosial Sleman/ })
    .click()
  await finish(bo, 'referral-move.redirect', 'did.redirect')
  await panel(bo)
    .getByText(/RSUD Sleman \(Ditolak: Daya tampung penuh\)/)
    .waitFor()
  await checkScreen(bo, 'referral-chain')
  await agency.goto('/meja/rujukan')
  await rowOf(agency, kase.words).waitFor()
})

test('REF-8 what could not be done is told with the reason of that list, also where two lists have one code', async () => {
  const kase = await asked('Diperiksa dulu')
  await step(kase, 'accept')
  await openCase(hospital, kase)
  await begin(hospital, 'referral-move.fail')
  await choose(dialogOf(hospital), say('referral.form.reason'), 'Tidak memenuhi syarat setelah diperiksa')
  await write(dialogOf(hospital), say('referral.form.fail.note'), 'Hasil laboratorium tidak mendukung.')
  await checkScreen(hospital, 'referral-fail')
  await button(dialogOf(hospital), say('referral-move.fail')).click()
  await heading(hospital, say('case.card.over.title')).waitFor()
  await openCase(bo, kase)
  await panel(bo).getByText('Tidak memenuhi syarat setelah diperiksa').waitFor()
  await panel(bo).getByText(say('referral-status.failed')).waitFor()
})

test('REF-9 the asking office takes a request back, and the asked one sees the case no more', async () => {
  const kase = await asked('Warga sudah dibantu')
  await openCase(hospital, kase)
  await openCase(bo, kase)
  await button(panel(bo), say('referral-move.cancel')).click()
  await choose(dialogOf(bo), say('referral.form.reason'), 'Tidak diperlukan lagi')
  await write(dialogOf(bo), say('referral.form.cancel.note'), 'Sudah dibantu tetangga.')
  await finish(bo, 'referral-move.cancel', 'did.referral-cancel')
  await panel(bo).getByText(say('referral-status.cancelled')).waitFor()
  await hospital.reload()
  await heading(hospital, say('case.card.none.title')).waitFor()
  await hospital.goto('/meja/rujukan?status=all')
  await rowOf(hospital, kase.words).getByText(say('referral.no-leave')).waitFor()
})

test('REF-15 on a referral that waits for papers the asking office still has every step, the last one too', async () => {
  const kase = await asked('Salah alamat sejak awal')
  await step(kase, 'hold', { note: 'Ini bukan untuk kami?' })
  await openCase(bo, kase)
  const acts = ['supply', 'redirect', 'cancel', 'mark-error'] as const
  for (const act of acts) await button(panel(bo), say(`referral-move.${act}`)).waitFor()
  await button(panel(bo), say('referral-move.mark-error')).click()
  await write(dialogOf(bo), say('referral.form.mark-error.note'), 'Seharusnya ke dinas.')
  await checkScreen(bo, 'referral-mark-error')
  await finish(bo, 'referral-move.mark-error', 'did.referral-mark-error')
  await panel(bo).getByText(say('referral-status.entered-in-error')).waitFor()
})

test('REF-4 the asked office accepts, begins and ends; each step is the loud button of its card', async () => {
  const kase = await asked('Rawat inap')
  await hospital.goto('/meja/rujukan')
  await link(hospital, kase.words).click()
  await heading(hospital, new RegExp(kase.number)).waitFor()
  const loud = hospital.locator('.act-bar [data-variant=primary]')
  for (const [act, deed] of [
    ['accept', 'did.referral-accept'],
    ['start', 'did.referral-start'],
  ] as const) {
    // Its card is read anew after each step: the button follows it.
    await loud.filter({ hasText: say(`referral-move.${act}`) }).click()
    await finish(hospital, `referral-move.${act}`, deed)
  }
  await checkScreen(hospital, 'referral-in-progress')
  await begin(hospital, 'referral-move.complete')
  await choose(dialogOf(hospital), say('referral.form.outcome'), 'Dipenuhi')
  await write(dialogOf(hospital), say('referral.form.complete.note'), 'Sudah dirawat.')
  await button(dialogOf(hospital), say('referral-move.complete')).click()
  await heading(hospital, say('case.card.over.title')).waitFor()
  await button(hospital, say('case.card.back')).click()
  await rowOf(hospital, kase.words).waitFor({ state: 'detached' })
  await tab(hospital, 'in-all').click()
  await rowOf(hospital, kase.words).getByText(say('referral-status.completed')).waitFor()
})

test('ACCESS-7 an office that was told nothing but the request sees nothing but it', async () => {
  const kase = await asked('Hanya permintaan', [])
  await openCase(hospital, kase)
  await hospital.getByText(kase.words).first().waitFor()
  const shown = await hospital.locator('main').innerText()
  for (const secret of [
    'Sumarni',
    'Ditolak saat berobat',
    'RT 4',
    say('case.client'),
    say('case.story'),
    say('case.way'),
  ])
    assert.ok(!shown.split('\n').includes(secret) && !shown.includes('Ditolak saat berobat'), secret)
  await checkScreen(hospital, 'case-granted-bare')
})

test('REF-1 whom to ask and what for must be said; what they may see may be nothing', async () => {
  const kase = await asked('Kantor kedua')
  await step(kase, 'accept')
  await step(kase, 'complete', { outcome: 'granted', note: 'Sudah.' })
  await openCase(bo, kase)
  await begin(bo, 'referral-move.request')
  await button(dialogOf(bo), say('referral-move.request')).click()
  await dialogOf(bo).getByText(say('referral.form.office.missing')).waitFor()
  await dialogOf(bo).getByText(say('referral.form.note.missing')).waitFor()
  await checkScreen(bo, 'referral-request-wrong')
  await dialogOf(bo)
    .getByRole('combobox', { name: say('referral.form.office') })
    .fill('dinas')
  await dialogOf(bo).getByRole('option').first().click()
  await write(dialogOf(bo), say('referral.form.asked'), 'Mohon bantuan sembako.')
  await dialogOf(bo)
    .getByRole('radio', { name: say('consent.form') })
    .check()
  for (const part of ['story', 'client', 'files'] as const)
    await dialogOf(bo)
      .getByRole('checkbox', { name: say(`grant-field.${part}`) })
      .uncheck()
  await finish(bo, 'referral-move.request', 'did.refer')
  await panel(bo).getByRole('article').nth(1).waitFor()
  assert.equal(await panel(bo).getByRole('article').count(), 2)
  await button(bo, say('case.card.more')).click()
  const names = await bo.getByRole('menuitem').allInnerTexts()
  assert.ok(!names.some((name) => name.startsWith(say('referral-move.cancel'))), 'it stands beside its referral')
  await bo.keyboard.press('Escape')
})

test('HAND-6 after all of this the chain is whole, and state and counters equal a rebuild', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
