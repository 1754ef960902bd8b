import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { begin, choose, dialogOf, finish, openCase, rowOf, told, write } from './case-card.ts'
import { button, field, heading, optional, say } from './desk.ts'
import { aPng } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit } = await setScene()
const { people } = sleman
const fo = await sit(people.fo)
const bo = await sit(people.bo)
const coordinator = await sit(people.coordinator)
const manager = await sit(people.manager)

const note = 'Sudah dibicarakan dengan warga di kantor.'
const answer = { outcome: 'granted', note: 'Kartu sudah aktif lagi.', openReferrals: '' }

/** A case on which the office has done these things, one after the other. */
async function aCase(
  summary: string,
  steps: readonly (readonly [kind: string, data: object])[] = [],
  own: Partial<RegisterData> = {},
) {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ ...own, summary }) })
  for (const [kind, data] of steps) await people.coordinator.does(kind, { subject: id, data })
  return { id, number, summary }
}
const take = ['case.take', { note: '' }] as const

const statusOf = (page: Page, status: Parameters<typeof say>[0]) => page.getByText(say(status)).first().waitFor()
const inMenu = async (page: Page): Promise<string[]> => {
  await button(page, say('case.card.more')).click()
  const names = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  return names
}

test('WAYS-1 a question is answered at the desk out of its card, with its outcome', async () => {
  const kase = await aCase('Menanyakan jadwal', [], { kind: 'question', category: 'decile-check' })
  await openCase(fo, kase)
  await begin(fo, 'move.settle')
  await button(dialogOf(fo), say('move.settle')).click()
  await dialogOf(fo).getByText(say('case.form.outcome.missing')).waitFor()
  await choose(dialogOf(fo), say('case.form.outcome'), 'Informasi diberikan')
  await checkScreen(fo, 'case-settle')
  await finish(fo, 'move.settle', 'did.settle')
  await statusOf(fo, 'closure.settled')
})

test('WAYS-2 a case is given to a colleague, whose load stands beside the name; then it is theirs', async () => {
  const kase = await aCase('Diserahkan ke rekan', [take])
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.assign')
  await dialogOf(coordinator)
    .getByText(say('case.form.assign.open', { count: 0 }))
    .first()
    .waitFor()
  assert.equal(
    await dialogOf(coordinator).getByRole('radio', { name: people.coordinator.name }).count(),
    0,
    'has it already',
  )
  await button(dialogOf(coordinator), say('move.assign')).click()
  await dialogOf(coordinator).getByText(say('case.form.assign.missing')).waitFor()
  await dialogOf(coordinator).getByRole('radio', { name: people.bo.name }).check()
  await checkScreen(coordinator, 'case-assign')
  await finish(coordinator, 'move.assign', 'did.assign')
  await bo.goto('/meja/antrean?queue=mine')
  await rowOf(bo, kase.summary).waitFor()
})

test('WAYS-3 who decides asks for more work, and the back office reads what', async () => {
  const kase = await aCase('Rekomendasi terlalu singkat', [take, ['case.recommend', { note: 'Layak.' }]])
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.send-back')
  await button(dialogOf(coordinator), say('move.send-back')).click()
  await dialogOf(coordinator).getByText(say('case.form.note.missing')).waitFor()
  await write(dialogOf(coordinator), say('case.form.send-back.note'), 'Lampirkan hasil kunjungan.')
  await finish(coordinator, 'move.send-back', 'did.send-back')
  await openCase(bo, kase)
  await bo.getByText('Lampirkan hasil kunjungan.').waitFor()
  await statusOf(bo, 'status.handling')
})

test('WAYS-4 a case that is not granted is an answer with its reason, and the citizen may object: it goes up', async () => {
  const kase = await aCase('Minta bantuan kedua kali', [take, ['case.recommend', { note }]])
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.reject')
  await choose(dialogOf(coordinator), say('case.form.reject.reason'), 'Sudah menerima bantuan yang sama')
  await write(dialogOf(coordinator), say('case.form.reject.note'), 'Bantuan yang sama sudah diterima bulan lalu.')
  await checkScreen(coordinator, 'case-reject')
  await finish(coordinator, 'move.reject', 'did.reject')
  await coordinator.getByText('Tidak dikabulkan').first().waitFor()
  await openCase(fo, kase)
  await begin(fo, 'move.appeal')
  await write(dialogOf(fo), say('case.form.appeal.note'), 'Bantuan itu untuk anak yang lain.')
  await checkScreen(fo, 'case-appeal')
  await finish(fo, 'move.appeal', 'did.appeal')
  await fo.getByText(say('case.card.elsewhere', { office: 'Sekretariat SLRT Sleman' })).waitFor()
  await manager.goto('/meja/antrean')
  await rowOf(manager, kase.summary).waitFor()
})

test('WAYS-5 the citizen says it is solved, and an officer notes how they said it and how content they are', async () => {
  const kase = await aCase('Warga menelepon kembali', [take, ['case.answer', answer]])
  await openCase(fo, kase)
  await fo.getByText(answer.note).first().waitFor()
  await begin(fo, 'move.confirm')
  await button(dialogOf(fo), say('move.confirm')).click()
  await dialogOf(fo).getByText(say('case.form.confirm.how.missing')).waitFor()
  await choose(dialogOf(fo), say('case.form.confirm.how'), 'Lewat telepon')
  await choose(dialogOf(fo), say('case.form.confirm.satisfaction'), say('case.satisfaction.4'))
  await checkScreen(fo, 'case-confirm')
  await finish(fo, 'move.confirm', 'did.confirm')
  await fo.getByText(say('case.satisfaction', { marks: 4 })).waitFor()
  await fo.getByText(say('case.fact.how', { value: 'Lewat telepon' })).waitFor()
  await statusOf(fo, 'closure.confirmed')
})

test('WAYS-6 the citizen says it is not solved: the case goes back to work, before others', async () => {
  const kase = await aCase('Kartu masih ditolak', [take, ['case.answer', answer]])
  await openCase(fo, kase)
  await begin(fo, 'move.dispute')
  await write(dialogOf(fo), say('case.form.dispute.note'), 'Loket rumah sakit masih menolak.')
  await finish(fo, 'move.dispute', 'did.dispute')
  await statusOf(fo, 'status.handling')
  await fo.getByText('Didahulukan').first().waitFor()
  await bo.goto('/meja/antrean')
  assert.equal(await rowOf(bo, kase.summary).getAttribute('data-edge'), 'attention')
})

test('WAYS-7 two cases that were joined by mistake are parted again, and each goes on', async () => {
  const kept = await aCase('Atap roboh, keluarga S', [take])
  const twin = await aCase('Atap roboh, keluarga T', [take])
  await people.coordinator.does('case.merge', { subject: twin.id, data: { into: kept.id, note: '' } })
  await openCase(coordinator, twin)
  await statusOf(coordinator, 'status.duplicate')
  await begin(coordinator, 'move.unmerge')
  await write(dialogOf(coordinator), say('case.form.unmerge.note'), 'Dua keluarga yang berbeda.')
  await finish(coordinator, 'move.unmerge', 'did.unmerge')
  await statusOf(coordinator, 'status.handling')
  assert.equal(await coordinator.getByText(say('case.related')).count(), 0)
})

test('WAYS-8 a case is sheltered from most eyes, and from then on opens to those only who may', async () => {
  const kase = await aCase('Ternyata ada kekerasan', [take])
  await openCase(coordinator, kase)
  await begin(coordinator, 'move.restrict')
  await dialogOf(coordinator)
    .getByLabel(say('case.form.restrict.kind'))
    .selectOption({ label: say('restricted.violence') })
  await write(dialogOf(coordinator), say('case.form.restrict.note'), 'Korban minta dilindungi.')
  await checkScreen(coordinator, 'case-restrict')
  await finish(coordinator, 'move.restrict', 'did.restrict')
  await coordinator.getByText(say('case.card.restricted', { kind: say('restricted.violence') })).waitFor()
  await bo.goto(`/meja/kasus/34.04/${kase.id}`)
  await heading(bo, say('case.card.none.title')).waitFor()
})

test('WAYS-9 with an office still asked, an answer says why it does not wait', async () => {
  const { rsud } = sleman.offices
  const request = { referral: randomUUID(), grant: randomUUID(), to: rsud, fields: ['story'], note: 'Mohon surat.' }
  const kase = await aCase('Tidak bisa menunggu', [
    take,
    ['case.recommend', { note }],
    ['case.approve', { note: '' }],
    ['referral.request', request],
  ])
  await openCase(coordinator, kase)
  await coordinator.getByText(say('case.now.result', { office: 'RSUD Sleman' })).waitFor()
  await begin(coordinator, 'move.answer')
  await choose(dialogOf(coordinator), say('case.form.outcome'), 'Dipenuhi')
  await write(dialogOf(coordinator), say('case.form.answer.note'), answer.note)
  await button(dialogOf(coordinator), say('move.answer')).click()
  await dialogOf(coordinator).getByText(say('case.form.note.missing')).waitFor()
  await write(dialogOf(coordinator), say('case.form.answer.open'), 'Warga perlu kabar hari ini.')
  await finish(coordinator, 'move.answer', 'did.answer')
  await coordinator.getByText(say('case.fact.open-referrals', { value: 'Warga perlu kabar hari ini.' })).waitFor()
})

test('WAYS-10 with no office below there is nobody to hand it to, and it is not offered', async () => {
  const id = randomUUID()
  const data = registration({ summary: 'Di tempat tanpa Puskesos', place: '34.04.13.2002' as RegisterData['place'] })
  const { number } = await people.manager.does('case.register', { subject: id, data })
  await people.manager.does('case.take', { subject: id, data: { note: '' } })
  await openCase(manager, { id, number })
  await button(manager, say('case.card.more')).click()
  await manager.getByRole('menuitem').first().waitFor()
  assert.equal(await manager.getByRole('menuitem', { name: say('move.hand-down'), exact: true }).count(), 0)
  await manager.keyboard.press('Escape')
})

test('HAND-1 what was begun in a dialog is there again when it is opened again, for this case and no other', async () => {
  const [one, other] = [await aCase('Draf pertama', [take]), await aCase('Draf kedua', [take])]
  await openCase(coordinator, one)
  await begin(coordinator, 'move.return')
  await write(dialogOf(coordinator), say('case.form.return.note'), 'Bawa fotokopi KK')
  await coordinator.keyboard.press('Escape')
  await dialogOf(coordinator).waitFor({ state: 'detached' })
  // Whoever leaves the page now is asked first, until the words lie on the device.
  await coordinator.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await openCase(coordinator, other)
  await begin(coordinator, 'move.return')
  assert.equal(await field(dialogOf(coordinator), say('case.form.return.note')).inputValue(), '')
  await openCase(coordinator, one)
  await begin(coordinator, 'move.return')
  await coordinator.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value === 'Bawa fotokopi KK',
  )
  await button(dialogOf(coordinator), say('dialog.cancel')).click()
})

test('HAND-1 a dialog gives the keyboard back to where it was opened', async () => {
  await openCase(coordinator, await aCase('Papan ketik kembali', [take]))
  const opener = button(coordinator, say('move.recommend'))
  await opener.click()
  await dialogOf(coordinator).waitFor()
  await button(dialogOf(coordinator), say('dialog.cancel')).click()
  await dialogOf(coordinator).waitFor({ state: 'detached' })
  await coordinator.waitForFunction((name) => document.activeElement?.textContent === name, say('move.recommend'))
})

test('HAND-2 a note and a file stand in the history; a file of another kind is refused before it is sent', async () => {
  const kase = await aCase('Catatan dan berkas', [take])
  await openCase(bo, kase)
  await button(bo, say('case.note.send')).click()
  await bo.getByText(say('case.note.missing')).waitFor()
  await field(bo, say('case.note')).fill('Sudah menelepon puskesmas.')
  await button(bo, say('case.note.send')).click()
  await told(bo, 'did.note')
  await bo.getByText(say('case.note.missing')).waitFor({ state: 'detached' })
  assert.equal(await field(bo, say('case.note')).inputValue(), '')
  await button(bo, say('move.attach')).click()
  await button(dialogOf(bo), say('move.attach')).click()
  await dialogOf(bo).getByText(say('case.form.attach.missing')).waitFor()
  const choose = (name: string, mimeType: string) =>
    dialogOf(bo).locator('input[type=file]').setInputFiles({ name, mimeType, buffer: aPng })
  await choose('program.exe', 'application/octet-stream')
  await dialogOf(bo).getByText(say('file.wrong-kind')).waitFor()
  await checkScreen(bo, 'case-attach-wrong')
  await choose('kartu.png', 'image/png')
  await field(dialogOf(bo), optional(say('case.form.attach.note'))).fill('Kartu peserta')
  await finish(bo, 'move.attach', 'did.attach')
  await bo.getByText('Kartu peserta').waitFor()
  assert.equal(await bo.getByRole('link', { name: 'kartu.png' }).count(), 2, 'in the history and among the files')
})

test('HAND-3 full numbers are shown for a reason, go by themselves after a minute, and are hidden when asked', async () => {
  const kase = await aCase('Mencocokkan NIK', [take])
  await bo.clock.install()
  await openCase(bo, kase)
  const nik = bo.getByText('3404075203600001')
  assert.equal(await nik.count(), 0)
  const reveal = async () => {
    await button(bo, say('case.reveal')).click()
    await field(dialogOf(bo), say('case.reveal.reason')).fill('Mencocokkan dengan data BPJS')
    await button(dialogOf(bo), say('case.reveal.send')).click()
    await nik.waitFor()
  }
  await button(bo, say('case.reveal')).click()
  await button(dialogOf(bo), say('case.reveal.send')).click()
  await dialogOf(bo).getByText(say('case.reveal.reason.missing')).waitFor()
  await bo.keyboard.press('Escape')
  await reveal()
  await checkScreen(bo, 'case-revealed')
  await bo.clock.fastForward('01:01')
  await nik.waitFor({ state: 'detached' })
  await reveal()
  await button(bo, say('case.reveal.hide')).click()
  await nik.waitFor({ state: 'detached' })
  await bo.clock.resume()
})

test('HAND-4 what nobody may do here is no button; the front desk reads and adds, and decides nothing', async () => {
  const kase = await aCase('Dilihat dari meja depan', [take, ['case.recommend', { note }]])
  await openCase(fo, kase)
  await heading(fo, new RegExp(kase.number)).waitFor()
  for (const move of ['move.approve', 'move.reject', 'move.answer', 'move.take'] as const)
    assert.equal(await button(fo, say(move)).count(), 0, move)
  const menu = await inMenu(fo)
  assert.ok(
    menu.some((name) => name.includes(say('move.approve')) && name.includes(say('case.card.role-lacks'))),
    menu.join(),
  )
  assert.equal(await button(fo, say('case.reveal')).count(), 0)
})

test('HAND-5 an address of no case, and of one elsewhere, says so and leads back', async () => {
  for (const address of [
    '/meja/kasus/34.04/bukan-nomor',
    `/meja/kasus/34.04/${randomUUID()}`,
    `/meja/kasus/99.99/${randomUUID()}`,
  ]) {
    await fo.goto(address)
    await heading(fo, say('case.card.none.title')).waitFor()
  }
  await button(fo, say('case.card.back')).click()
  await heading(fo, say('case.queue.title')).waitFor()
})

test('HAND-6 after all of this the chain is whole, and state and counters equal a rebuild', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
