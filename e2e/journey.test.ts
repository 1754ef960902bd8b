import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { begin, choose, dialogOf, finish, rowOf, told, write } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { aPdf, aPng } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { people } = sleman
const fo = await sit(people.fo)
const bo = await sit(people.bo)
const coordinator = await sit(people.coordinator)
const hospital = await sit(people.provider)
const manager = await sit(people.manager)
// What the citizen takes home, and where the case is.
let number = ''
let secret = ''
let caseId = ''

const summary = 'Ditolak RSUD karena BPJS PBI tidak aktif'
const story = 'Sejak Februari kartu tidak dapat dipakai, padahal harus cuci darah dua kali seminggu.'
const note = 'Peserta nonaktif sejak Februari menurut SIKS-NG.'
const recommendation = 'Layak diusulkan aktif kembali: sakit kronis, desil 2.'
const asked = 'Mohon surat keterangan perawatan untuk reaktivasi PBI.'
const hospitalResult = 'Surat keterangan perawatan sudah diserahkan kepada keluarga.'
const answer = 'Kartu sudah aktif kembali. Tunjukkan KTP di loket RSUD; tidak perlu membayar.'

let before: Figures = {}

test('JOURNEY-1 the front office looks before it writes: an earlier case of the same person is shown, with why', async () => {
  await people.fo.does('case.register', {
    data: registration({ category: 'pip', summary: 'PIP anak belum cair', kind: 'complaint' }),
  })
  before = await readFigures()
  await checkScreen(manager, 'dashboard')
  await fo.goto('/meja/')
  await rowOf(fo, 'PIP anak belum cair').waitFor()
  await checkScreen(fo, 'queue')
  await button(fo, say('case.queue.register')).click()
  await heading(fo, say('case.register.title')).waitFor()
  await field(fo, say('case.register.name')).fill('Sumarni')
  await field(fo, optional(say('case.field.nik'))).fill('3404 0752 0360 0001')
  await fo.getByText(say('alike.same-nik')).waitFor()
  await fo.getByText('PIP anak belum cair').waitFor()
  await button(fo, say('case.similar.same')).waitFor()
  await checkScreen(fo, 'register-similar')
})

test('JOURNEY-2 it registers a walk-in complaint for somebody else, and hands out number, secret and code', async () => {
  await field(fo, optional(say('case.field.phone'))).fill('081234567890')
  await field(fo, optional(say('case.field.address'))).fill('Dusun Kledokan RT 4 RW 12')
  await fo.getByLabel(say('case.register.relation')).selectOption({ label: say('relation.family') })
  await field(fo, optional(say('case.register.reporter-name'))).fill('Budi Santoso')
  await button(fo, say('case.register.send')).click()
  await link(fo, say('case.wrong.kind')).waitFor()
  await checkScreen(fo, 'register-wrong')
  await fo.getByRole('radio', { name: say('kind.complaint'), exact: true }).check()
  const category = fo.getByRole('combobox', { name: say('case.field.category'), exact: true })
  await category.fill('tidak aktif')
  await fo.getByRole('option', { name: /^PBI-JKN \(BPJS\/KIS\) tidak aktif/ }).click()
  await field(fo, optional(say('case.register.summary'))).fill(summary)
  await field(fo, optional(say('case.register.story'))).fill(story)
  await button(fo, say('case.register.send')).click()
  await heading(fo, say('case.receipt.title')).waitFor()
  assert.equal(await fo.evaluate(() => window.scrollY), 0, 'the receipt begins at its top')
  const slip = fo.getByRole('region', { name: say('case.receipt.slip') })
  await slip.getByRole('img', { name: say('case.receipt.qr') }).waitFor()
  const words = await slip.innerText()
  number = /\d{4}-\d\d-\d{6}/.exec(words)?.[0] ?? ''
  secret = new RegExp(`${say('case.receipt.secret')}\\s+(\\w{4}-\\w{4})`, 'i').exec(words)?.[1] ?? ''
  assert.match(number, /^3404-/)
  assert.notEqual(secret, '')
  await checkScreen(fo, 'receipt')
  await fo.reload()
  await slip.getByText(secret).waitFor()
})

test('JOURNEY-3 the back office takes it, adds a note and papers, and recommends', async () => {
  await bo.goto('/meja/')
  await link(rowOf(bo, summary), summary).click()
  await heading(bo, new RegExp(number)).waitFor()
  caseId = bo.url().split('/').at(-1) ?? ''
  await checkScreen(bo, 'case-registered')
  await begin(bo, 'move.take')
  await told(bo, 'did.take')
  await field(bo, say('case.note')).fill(note)
  await button(bo, say('case.note.send')).click()
  await told(bo, 'did.note')
  await attach('surat-puskesmas.pdf', 'application/pdf', aPdf)
  await attach('kartu.png', 'image/png', aPng)
  await begin(bo, 'move.recommend')
  await checkScreen(bo, 'case-recommend')
  await write(dialogOf(bo), say('case.form.recommend.note'), recommendation)
  await finish(bo, 'move.recommend', 'did.recommend')
  await bo.getByText(note).waitFor()
  await checkScreen(bo, 'case-recommended')
})

async function attach(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await button(bo, say('move.attach')).click()
  await dialogOf(bo).locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await dialogOf(bo).getByText(name).waitFor()
  await checkScreen(bo, 'case-attach')
  await finish(bo, 'move.attach', 'did.attach')
  const opened = await bo.request.get((await link(bo, name).first().getAttribute('href')) ?? '')
  assert.equal(opened.status(), 200)
  assert.equal(opened.headers()['content-type'], mimeType)
  assert.deepEqual(await opened.body(), buffer)
}

test('JOURNEY-4 the coordinator reads the recommendation and approves', async () => {
  await coordinator.goto('/meja/')
  await link(rowOf(coordinator, summary), summary).click()
  await coordinator.getByText(recommendation).waitFor()
  await begin(coordinator, 'move.approve')
  await finish(coordinator, 'move.approve', 'did.approve')
})

test('JOURNEY-5 the back office asks the hospital, and names what it may see', async () => {
  await bo.reload()
  await begin(bo, 'referral-move.request')
  const dialog = dialogOf(bo)
  await dialog.getByRole('combobox', { name: say('referral.form.office') }).fill('rsud')
  await dialog.getByRole('option', { name: /^RSUD Sleman/ }).click()
  await write(dialog, say('referral.form.asked'), asked)
  await dialog.getByRole('radio', { name: say('consent.form') }).check()
  await dialog.getByRole('checkbox', { name: say('grant-field.files') }).uncheck()
  await checkScreen(bo, 'referral-request')
  await finish(bo, 'referral-move.request', 'did.refer')
  await checkScreen(bo, 'case-referred')
})

test('JOURNEY-6 the hospital sees what was named and nothing else, on its page and in what its page is sent', async () => {
  await hospital.goto('/meja/')
  await link(hospital, new RegExp(`^${say('referral.inbox.title')}`)).click()
  await rowOf(hospital, asked).waitFor()
  await checkScreen(hospital, 'referral-inbox')
  const reply = hospital.waitForResponse((answer) => answer.url().includes('/api/cases/card'))
  await link(rowOf(hospital, asked), asked).click()
  const sent = await (await reply).text()
  await heading(hospital, new RegExp(number)).waitFor()
  await hospital.getByText(story).waitFor()
  await hospital.getByText('Sumarni').first().waitFor()
  await checkScreen(hospital, 'case-granted')
  const shown = await hospital.locator('main').innerText()
  const ungranted = ['3404075203600001', '081234567890', 'Budi Santoso', note, recommendation, 'surat-puskesmas.pdf']
  for (const secretWord of ungranted) {
    assert.ok(!shown.includes(secretWord), `the page shows ${secretWord}`)
    assert.ok(!sent.includes(secretWord), `the reply carries ${secretWord}`)
  }
  for (const label of [say('case.field.nik'), say('case.files'), say('case.way')])
    assert.ok(!shown.includes(label), `the page has a place for ${label}`)
  const card = JSON.parse(sent)
  const { nikMasked, kkMasked, phoneMasked } = card.client
  assert.deepEqual(
    [card.sees, nikMasked, kkMasked, phoneMasked, card.reporter, card.attachments, card.history],
    ['grant', null, null, null, null, [], []],
  )
})

test('JOURNEY-7 the hospital accepts, and reports what it did', async () => {
  await begin(hospital, 'referral-move.accept')
  await finish(hospital, 'referral-move.accept', 'did.referral-accept')
  await begin(hospital, 'referral-move.complete')
  await choose(dialogOf(hospital), say('referral.form.outcome'), 'Surat diterbitkan')
  await write(dialogOf(hospital), say('referral.form.complete.note'), hospitalResult)
  await checkScreen(hospital, 'referral-complete')
  await button(dialogOf(hospital), say('referral-move.complete')).click()
  await heading(hospital, say('case.card.over.title')).waitFor()
  await checkScreen(hospital, 'case-over')
})

test('JOURNEY-8 the back office reads it and answers the citizen', async () => {
  await bo.reload()
  await bo.getByText(hospitalResult).first().waitFor()
  await begin(bo, 'move.answer')
  await choose(dialogOf(bo), say('case.form.outcome'), 'Dipenuhi')
  await write(dialogOf(bo), say('case.form.answer.note'), answer)
  await checkScreen(bo, 'case-answer')
  await finish(bo, 'move.answer', 'did.answer')
})

test('JOURNEY-9 the citizen reads where it was and is, on a phone without scripts, and says that it is solved', async () => {
  const page = await enter({ javaScript: false, phone: true })
  await page.goto('/lacak')
  await field(page, say('public.track.number')).fill(number)
  await field(page, say('public.track.secret')).fill(secret)
  await button(page, say('public.track.send')).click()
  await heading(page, /^Puskesos Caturtunggal sudah menjawab laporan Anda/).waitFor()
  await page.getByText(answer).waitFor()
  for (const did of ['register', 'take', 'recommend', 'approve', 'answer'] as const)
    await page
      .getByText(say(`public.did.case.${did}`), { exact: true })
      .first()
      .waitFor()
  await page.getByText(say('public.referral.completed')).waitFor()
  const shown = await page.locator('body').innerText()
  for (const inside of [note, recommendation, 'Bagus Prasetyo'])
    assert.ok(!shown.includes(inside), `it shows ${inside}`)
  await page.getByRole('radio', { name: say('public.act.satisfaction.5'), exact: true }).check()
  await button(page, say('public.act.confirm.send')).click()
  await page.getByText(say('public.act.confirm.done')).waitFor()
})

test('JOURNEY-10 the card shows the whole way', async () => {
  await coordinator.goto(`/meja/kasus/34.04/${caseId}`)
  await coordinator.getByText(say('case.satisfaction', { marks: 5 })).waitFor()
  const way = coordinator.getByRole('list', { name: say('case.way') })
  const told = await way.innerText()
  const deeds = [
    'register',
    'take',
    'note',
    'attach',
    'attach',
    'recommend',
    'approve',
    'refer',
    'referral-accept',
    'referral-complete',
    'answer',
    'confirm',
  ] as const
  let at = 0
  for (const deed of deeds) {
    at = told.indexOf(say(`did.${deed}`), at) + 1
    assert.ok(at > 0, `${deed} is missing, or not in its place:\n${told}`)
  }
  for (const words of [note, recommendation, hospitalResult, answer, say('closure.confirmed')])
    await coordinator.getByText(words).first().waitFor()
  await checkScreen(coordinator, 'case-closed')
})

type Figures = Readonly<Record<string, number>>

/** The figures on top of the district's dashboard, by their names. */
async function readFigures(): Promise<Figures> {
  await manager.goto('/meja/dasbor')
  const strip = manager.getByRole('region', { name: say('figures.strip') })
  await strip.waitFor()
  const tiles = await strip.getByRole('link').allInnerTexts()
  return Object.fromEntries(
    tiles.map((tile) => {
      const [name = '', number] = tile.split('\n').filter((line) => line !== '')
      return [name, Number(number)]
    }),
  )
}

test('JOURNEY-11 the figures of the district moved by one, and open the case that moved them', async () => {
  const now = await readFigures()
  const moved = (name: string): number => (now[name] ?? Number.NaN) - (before[name] ?? Number.NaN)
  for (const measure of ['registered', 'handled', 'confirmed', 'on-time'] as const)
    assert.equal(moved(say(`measure.${measure}`)), 1, measure)
  assert.equal(moved(say('measure.late')), 0)
  await link(manager, new RegExp(`^${say('measure.confirmed')}`))
    .first()
    .click()
  await rowOf(manager, summary).waitFor()
  await checkScreen(manager, 'queue-of-a-figure')
})

test('JOURNEY-12 the chain of entries is whole, and state and counters equal a rebuild', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
})

test('JOURNEY-13 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
