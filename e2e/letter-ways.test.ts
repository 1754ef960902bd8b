import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { aPng } from './papers.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { people } = sleman

const typed = { desil: '2', 'tanggal-data': '2026-10-01' }
async function aDraft(summary: string) {
  const id = randomUUID()
  const data = registration({ summary, kind: 'service' })
  const { number = '' } = await people.fo.does('case.register', { subject: id, data })
  const letter = randomUUID()
  await people.bo.does('letter.draft', {
    subject: id,
    data: { letter, kind: 'registered', purpose: 'health', fields: typed },
  })
  return { id, number, letter }
}
async function anIssued(summary: string) {
  const made = await aDraft(summary)
  await people.coordinator.does('letter.sign', { subject: made.id, data: { letter: made.letter, seen: 1 } })
  return made
}

const panel = (page: Page, name: Parameters<typeof say>[0]) =>
  page.locator('section.panel').filter({ has: heading(page, say(name)) })
const readAt = (letter: string): string => `/meja/surat/34.04/${letter}`
const standing = (page: Page, status: Parameters<typeof say>[0]) =>
  page.locator('.page-head').getByText(say(status), { exact: true }).waitFor()

test('LETTER-4 a letter is returned with a reason, corrected by whoever drafted it, and signed', async () => {
  const { id, letter } = await aDraft('Surat dikembalikan')
  const signer = await sit(people.coordinator)
  await signer.goto(readAt(letter))
  await button(signer, say('letter.act.return')).click()
  await button(dialogOf(signer), say('letter.act.return')).click()
  await dialogOf(signer).getByText(say('letter.form.note.missing')).waitFor()
  await field(dialogOf(signer), say('letter.form.note')).fill('Desil belum sesuai.')
  await button(dialogOf(signer), say('letter.act.return')).click()
  await standing(signer, 'letter-status.returned')

  const desk = await sit(people.bo)
  await desk.goto('/meja/surat')
  await link(desk, say('letter-kind.registered')).first().click()
  await standing(desk, 'letter-status.returned')
  await button(desk, say('letter.act.change')).click()
  const form = dialogOf(desk)
  assert.equal(await field(form, say('letter.field.desil')).inputValue(), '2', 'what was typed is there')
  await field(form, say('letter.field.desil')).fill('3')
  await checkScreen(desk, 'letter-change')
  await button(form, say('letter.form.draft')).click()
  await standing(desk, 'letter-status.drafted')

  await signer.goto(`/meja/kasus/34.04/${id}`)
  await button(signer, say('letter.act.sign')).click()
  await button(dialogOf(signer), say('letter.act.sign')).click()
  await signer.getByText(say('letter-status.issued'), { exact: true }).waitFor()
  for (const page of [signer, desk]) await page.context().close()
})

test('LETTER-18 whoever signs what was changed meanwhile is told to look again, and what they see is the new one', async () => {
  const { id, letter } = await aDraft('Surat berubah')
  const signer = await sit(people.coordinator)
  await signer.goto(readAt(letter))
  await signer.locator('.paper').getByText('desil 2').waitFor()
  await button(signer, say('letter.act.sign')).click()
  await people.bo.does('letter.change', {
    subject: id,
    data: { letter, seen: 1, purpose: 'health', fields: { ...typed, desil: '4' } },
  })
  await button(dialogOf(signer), say('letter.act.sign')).click()
  await dialogOf(signer).getByText(say('act.stale.title')).waitFor()
  await button(dialogOf(signer), say('dialog.cancel')).click()
  await signer.locator('.paper').getByText('desil 4').waitFor()
  await signer.context().close()
})

test('LETTER-8 a letter is replaced: both stand on the card, and the old one counts until the new one is signed', async () => {
  const { id, letter } = await anIssued('Surat diganti')
  const desk = await sit(people.bo)
  await desk.goto(readAt(letter))
  await button(desk, say('letter.act.replace')).click()
  await field(dialogOf(desk), say('letter.field.desil')).fill('1')
  await button(dialogOf(desk), say('letter.form.draft')).click()
  await dialogOf(desk).waitFor({ state: 'detached' })
  await desk.goto(`/meja/kasus/34.04/${id}`)
  await desk.getByText(say('letter.replaces')).waitFor()
  await desk.getByText(say('letter-status.issued'), { exact: true }).waitFor()
  await checkScreen(desk, 'letter-replacing')
  const signer = await sit(people.coordinator)
  await signer.goto('/meja/surat')
  await link(signer, say('letter-kind.registered')).last().click()
  await button(signer, say('letter.act.sign')).click()
  await button(dialogOf(signer), say('letter.act.sign')).click()
  await standing(signer, 'letter-status.issued')
  await desk.reload()
  await desk.getByText(say('letter-status.replaced'), { exact: true }).waitFor()
  for (const page of [signer, desk]) await page.context().close()
})

test('LETTER-10 kinds that may not be made here are named with the reason', async () => {
  const { id } = await aDraft('Surat lain')
  const desk = await sit(people.bo)
  await desk.goto(`/meja/kasus/34.04/${id}`)
  await button(desk, say('letter.new')).click()
  const dialog = dialogOf(desk)
  assert.equal(await dialog.getByRole('button', { name: say('letter-kind.recommendation') }).count(), 0)
  await dialog.getByText(say('letter-kind.recommendation')).waitFor()
  await desk.context().close()
})

test('LETTER-29 the screens of letters speak English to whoever chose it', async () => {
  const { id } = await anIssued('A letter in English')
  const english = sayIn('en')
  const page = await enter({ cookie: people.bo.cookie, language: 'en', phone: true })
  await page.goto('/meja/surat?lihat=issued')
  await heading(page, english('letters.title')).waitFor()
  await link(page, english('letter-kind.registered')).first().waitFor()
  await checkEnglish(page, 'letter-inbox')
  await page.goto(`/meja/kasus/34.04/${id}`)
  await heading(page, english('letter.panel')).waitFor()
  // The paper itself stays Indonesian: it is what will be printed.
  await button(page, english('letter.act.hand-over')).click()
  await dialogOf(page).getByText(english('letter.form.hand-over.hint')).waitFor()
  await checkEnglish(page, 'letter-hand-over')
  await page.context().close()
})

test('LETTER-13, LETTER-30 chains, the pattern and signers are set on one screen', async () => {
  const page = await enter({ cookie: sleman.admin.cookie })
  await page.goto('/meja/naskah')
  const village = field(page, say('level.village'))
  await village.fill('A, B, C, D')
  await button(page, say('letter.rule.chain.save')).click()
  await page.getByText(say('letter.rule.chain.wrong')).waitFor()
  await village.fill('Petugas, Koordinator')
  await button(page, say('letter.rule.chain.save')).click()
  const numbers = panel(page, 'letter.rule.number')
  const pattern = field(numbers, say('letter.rule.number'))
  await pattern.fill('{kode}/{tahun}')
  await button(numbers, say('letter.rule.number.save')).click()
  await numbers.getByText(say('letter.rule.number.wrong')).waitFor()
  await pattern.fill('{nomor}/{kode}/SLRT/{bulan-romawi}/{tahun}')
  await button(numbers, say('letter.rule.number.save')).click()
  await numbers.getByText('dua kantor dapat menerbitkan nomor yang sama').waitFor()
  await pattern.fill('{nomor}/{kode}/{wilayah}/{bulan-romawi}/{tahun}')
  await numbers.getByText(/^\d{3}\/400\.9\/00\/[IVX]+\/20\d\d$/).waitFor()
  await button(numbers, say('letter.rule.number.save')).click()
  await numbers.getByText(/Mulai .*: \{nomor\}/).waitFor()
  await field(page, optional(say('letter.rule.signer.nip'))).fill('123')
  await button(page, say('letter.rule.signer.save')).click()
  await page.getByText(say('letter.rule.signer.nip.wrong')).waitFor()
  // LETTER-33 The logo is seen over the letterhead before it is kept.
  const logo = panel(page, 'letter.rule.logo')
  const picture = { name: 'logo.png', mimeType: 'image/png', buffer: aPng }
  await logo.locator('input[type=file]').setInputFiles(picture)
  await logo.locator('.paper img').waitFor()
  await button(logo, say('letter.rule.logo.save')).click()
  await logo.locator('.paper img[src^="/api/letters/logo"]').waitFor()
  await checkScreen(page, 'letter-rules-wrong')
  await page.reload()
  await field(page, say('level.village')).waitFor()
  assert.equal(await field(page, say('level.village')).inputValue(), 'Petugas, Koordinator')
  assert.match(await field(page, say('letter.rule.number')).inputValue(), /^\{nomor\}/)
  // Purposes stand among the other lists.
  await page.goto('/meja/daftar?daftar=letter-purpose&buka=baru')
  const item = dialogOf(page)
  await field(item, say('lists.form.name.id')).fill('Bedah rumah')
  await field(item, say('lists.form.name.en')).fill('House repair')
  await field(item, say('lists.form.desil')).fill('11')
  await button(item, say('lists.form.send')).click()
  await item.getByText(say('lists.form.number', { most: 10 })).waitFor()
  await field(item, say('lists.form.desil')).fill('4')
  await button(item, say('lists.form.send')).click()
  await page
    .getByText(say('lists.desil.most', { most: 4 }))
    .first()
    .waitFor()
  await checkScreen(page, 'letter-purposes')
  const { letter } = await aDraft('Surat dua langkah')
  const desk = await sit(people.bo)
  await desk.goto(readAt(letter))
  await desk.getByText(say('letter.waits', { act: say('letter-act.initial'), post: 'Petugas' })).waitFor()
  await desk.locator('.paper img[src^="/api/letters/logo"]').waitFor()
  for (const one of [page, desk]) await one.context().close()
})

test('LETTER-29 a letter that is not there, or not to be seen, is told as such; an empty inbox as well', async () => {
  const page = await sit(people.fo)
  await page.goto(readAt(randomUUID()))
  await heading(page, say('letter.read.none')).waitFor()
  await page.goto('/meja/konsep')
  await page.goto('/meja/surat?lihat=handed-over')
  await heading(page, say('letter.empty.title')).waitFor()
  await checkScreen(page, 'letter-empty')
  await page.context().close()
})

test('LETTER-29 nothing failed on these ways without being shown', () => assert.deepEqual(faults, []))
