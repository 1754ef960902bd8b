import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Locator, Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, faults, sit, enter } = await setScene()
const { people } = sleman
const officer = await sit(people.coordinator)
const manager = await sit(people.manager)
const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' })
const fold = (page: Page, title: string) => page.locator('summary').filter({ hasText: title }).click()
const select = (where: Page | Locator, name: string) => where.getByLabel(name, { exact: true })
const tagged = (page: Page, text: string) => page.locator('.page-head').getByText(text, { exact: true }).waitFor()

/** Presses an act, and what stands in its form. */
async function act(page: Page, name: string, fill: (form: Locator) => Promise<unknown> = async () => undefined) {
  await button(page.locator('main'), name).first().click()
  const form = dialogOf(page)
  await fill(form)
  await form.locator('button[form]').click()
  await closed(page)
}

test('PPKS-13 somebody is recorded, assessed, planned for, served, monitored and let go, on the screens', async () => {
  await officer.goto('/meja/ppks')
  await heading(officer, say('ppks.empty.title')).waitFor()
  await checkScreen(officer, 'ppks-none')
  await button(officer, say('ppks-act.receive')).click()
  const form = dialogOf(officer)
  await select(form, say('ppks.column.type')).selectOption('neglected-elderly')
  assert.equal(await form.locator('option[value=hiv]').count(), 0, 'types that this role may not see are no choice')
  await field(form, say('ppks.form.name')).fill('Karto Wiyono')
  await field(form, optional(say('ppks.form.nik'))).fill('3404 0701 0140 0001')
  await checkScreen(officer, 'ppks-form')
  await form.locator('button[form]').click()
  await heading(officer, 'Karto Wiyono').waitFor()
  await tagged(officer, say('ppks-status.received'))

  await act(officer, say('ppks-act.assess'), async (assess) => {
    await field(assess, say('ppks.findings')).fill('Tinggal sendiri, jarang makan.')
    await assess.getByRole('checkbox', { name: 'Tidak ada yang merawat' }).check()
    await checkScreen(officer, 'ppks-assess')
  })
  await tagged(officer, say('ppks-status.assessed'))
  await act(officer, say('ppks-act.plan'), async (plan) => {
    await field(plan, say('ppks.service.what')).fill('Makanan harian')
    const box = plan.getByRole('combobox', { name: say('ppks.service.office'), exact: true })
    await box.fill('Dinas Sosial')
    await plan.getByRole('option', { name: /Dinas Sosial Sleman/ }).click()
    await checkScreen(officer, 'ppks-plan')
  })
  await tagged(officer, say('ppks-status.planned'))
  await act(officer, say('ppks-act.begin-service'))
  await tagged(officer, say('ppks-status.in-service'))
  await act(officer, say('ppks-act.monitor'), (note) =>
    field(note, say('ppks.monitored')).fill('Sudah makan teratur, tetangga menengok.'),
  )
  await tagged(officer, say('ppks-status.monitored'))
  await checkScreen(officer, 'ppks-card')
  await act(officer, say('ppks-act.finish-service'))
  await act(officer, say('ppks-act.end'), (end) => select(end, say('ppks.outcome')).selectOption('back-home'))
  await tagged(officer, say('ppks-status.ended'))
})

test('PPKS-13 lists and figures show where they are, and a restricted type only to whom it is open', async () => {
  await officer.goto('/meja/ppks?lihat=all')
  await link(officer, /K\*\*\* W\*\*\*/).waitFor()
  await checkScreen(officer, 'ppks-list')
  await manager.goto('/meja/ppks/jumlah')
  await heading(manager, new RegExp('^Kabupaten Sleman')).waitFor()
  await checkScreen(manager, 'ppks-counts')
  await officer.goto('/meja/ppks/jumlah')
  await officer
    .getByText(say('ppks.counts.withheld', { least: 5 }))
    .first()
    .waitFor()
})

test('PSKS-12 a community worker is registered, verified, reports a month, is posted, and the village is covered', async () => {
  await officer.goto('/meja/ppks/psks')
  await heading(officer, say('psks.empty.title')).waitFor()
  await button(officer, say('psks-act.register')).click()
  const form = dialogOf(officer)
  await select(form, say('psks.column.kind')).selectOption('community-worker')
  await field(form, say('psks.column.name')).fill('Sri Wahyuni')
  await field(form, optional(say('psks.form.phone'))).fill('081300002222')
  const place = form.getByRole('combobox', { name: say('psks.form.place'), exact: true })
  await place.fill('Caturtunggal')
  await form
    .getByRole('option', { name: /Caturtunggal/ })
    .first()
    .click()
  await checkScreen(officer, 'psks-form')
  await form.locator('button[form]').click()
  await heading(officer, 'Sri Wahyuni').waitFor()
  await manager.goto(officer.url())
  await act(manager, say('psks-act.verify'))
  await tagged(manager, say('psks-status.verified'))

  await officer.reload()
  await act(officer, say('psks-act.report'), async (report) => {
    await field(report, say('psks.report.activities')).fill('Mendampingi lansia sendirian.')
    await field(report, say('psks.report.days')).fill('12')
    await field(report, say('psks.report.people')).fill('5')
    await checkScreen(officer, 'psks-report-form')
  })
  await act(officer, say('psks-act.add-event'), async (event) => {
    await field(event, say('psks.event.title')).fill('Pelatihan pendampingan')
    await field(event, say('psks.event.hours')).fill('16')
  })
  await act(officer, say('psks-act.post'), async (post) => {
    const village = post.getByRole('combobox', { name: say('psks-posting.village'), exact: true })
    await village.fill('Caturtunggal')
    await post
      .getByRole('option', { name: /Caturtunggal/ })
      .first()
      .click()
    await field(post, say('psks.post.task')).fill('Mendata lansia sendirian')
  })
  await manager.reload()
  await act(manager, say('psks-act.accept-report'))
  await checkScreen(manager, 'psks-card')
  await manager.locator('.psks__head a').first().click()
  await heading(manager, /^Laporan /).waitFor()
  await checkScreen(manager, 'psks-report')
  await manager.goto('/meja/ppks/psks')
  await link(manager, 'Sri Wahyuni').waitFor()
  await checkScreen(manager, 'psks-list')
  await manager.goto('/meja/ppks/cakupan')
  await manager.getByText(say('psks.cover.sum', { n: 85, all: 86 })).waitFor()
  await checkScreen(manager, 'psks-cover')
})

test('PSKS-12 a file is looked at line by line, and what is right is kept', async () => {
  const rows = [
    'Jenis PSKS;Nama;Desa;Jumlah anggota',
    'Karang Taruna;Tunas Muda;Maguwoharjo;40',
    'Karang Taruna;Tunas Tua;Maguwoharjo;banyak',
  ]
  await manager.goto('/meja/ppks/muat')
  await manager
    .locator('input[type=file]')
    .setInputFiles({ name: 'psks.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await manager.getByText(say('psks.import.wrong', { n: 1 })).waitFor()
  await checkScreen(manager, 'psks-import')
  await button(manager, say('psks.import.send', { n: 1 })).click()
  await manager.getByText(say('psks.import.done', { n: 1 })).waitFor()
})

test('PPKS-14, PPKS-15 a member is recorded from the card of the family, found by the search box, and not twice', async () => {
  const [family, subject] = [randomUUID(), randomUUID()]
  const origin = { way: 'desk', source: '', ref: null }
  const values = { nomor_kartu_keluarga: '3404070101100777', alamat: 'RT 04 RW 10' }
  await people.coordinator.does('registry.add-family', {
    subject: family,
    data: { place: caturtunggal, values, desil: null, ...origin },
  })
  const said = { nama: 'Sukinem Hadi', tanggal_lahir: '1952-06-05', jenis_kelamin: '2', status_hubungan_keluarga: '1' }
  await people.coordinator.does('registry.add-person', {
    subject,
    data: { place: caturtunggal, family, values: said, ...origin },
  })
  await officer.goto(`/meja/keluarga/34.04/${family}`)
  await fold(officer, say('ppks.menu'))
  await officer.getByText(say('ppks.family.none')).waitFor()
  await button(officer, say('ppks.family.receive')).click()
  const member = dialogOf(officer)
  await select(member, say('ppks.form.member')).selectOption({ label: 'Sukinem Hadi' })
  await select(member, say('ppks.column.type')).selectOption('neglected-elderly')
  await checkScreen(officer, 'ppks-member')
  await member.locator('button[form]').click()
  await heading(officer, 'Sukinem Hadi').waitFor()

  await officer.goto('/meja/ppks')
  await button(officer, say('ppks-act.receive')).click()
  const form = dialogOf(officer)
  const box = form.getByRole('combobox', { name: optional(say('ppks.form.person')), exact: true })
  await box.fill('Sukinem Hadi, Caturtunggal')
  await form.getByRole('option', { name: /Sukinem Hadi/ }).click()
  assert.equal(await field(form, say('ppks.form.name')).count(), 0, 'no name is asked for')
  await select(form, say('ppks.column.type')).selectOption('neglected-elderly')
  await checkScreen(officer, 'ppks-picked')
  await form.locator('button[form]').click()
  await form.getByText(say('refusal.ppks-twice')).waitFor()
  await officer.goto(`/meja/keluarga/34.04/${family}`)
  await fold(officer, say('ppks.menu'))
  await link(officer, /S\*\*\* H\*\*\*/).waitFor()
  await checkScreen(officer, 'ppks-family')
})

/** A day in a week, as people write it. */
const nextWeek = (): string =>
  dayIn('Asia/Jakarta', Date.now() + 7 * dayMs)
    .split('-')
    .toReversed()
    .join('/')

/** Gives Sri Wahyuni a task on the card that is open. */
async function assign(page: Page, task: string): Promise<void> {
  await button(page, say('psks.assign')).click()
  const form = dialogOf(page)
  const box = form.getByRole('combobox', { name: say('psks.assign.who'), exact: true })
  await box.fill('Sri')
  await form.getByRole('option', { name: /Sri Wahyuni/ }).click()
  await field(form, say('psks.post.task')).fill(task)
  await form.locator('button[form]').click()
  await closed(page)
  await page.getByText(task, { exact: true }).waitFor()
}

test('PSKS-7, PSKS-13 a community worker is asked to come along on a visit, and hears of it', async () => {
  await officer.goto('/meja/rencana')
  const village = officer.getByRole('combobox', { name: say('visit.village'), exact: true })
  await village.fill('Caturtunggal')
  await officer
    .getByRole('option', { name: /Caturtunggal/ })
    .first()
    .click()
  await field(officer, say('visit.form.name')).fill('Sumarni')
  await select(officer, say('visit.form.trigger')).selectOption({ index: 1 })
  await field(officer, say('visit.form.day')).fill(nextWeek())
  await select(officer, say('visit.form.office')).selectOption({ index: 1 })
  await button(officer, say('visit.act.plan')).click()
  await heading(officer, 'Sumarni').waitFor()
  await fold(officer, say('psks.title'))
  await officer.getByText(say('psks.visit.none')).waitFor()
  await assign(officer, 'Ikut menimbang balita')
  await checkScreen(officer, 'psks-visit')
  await officer.goto('/meja/desa/34.04.07.2001')
  await heading(officer, 'Caturtunggal').waitFor()
  await link(officer, 'Sri Wahyuni').first().waitFor()
  await checkScreen(officer, 'psks-village')
  await officer.goto('/meja/desa/34.04.07.2002')
  await heading(officer, say('psks.village.gone.title')).waitFor()
  await checkScreen(officer, 'psks-village-none')
})

test('LISTS-13 the nation keeps the lists of PPKS and PSKS, but for the limit, which is one', async () => {
  const admin = await enter({ cookie: sleman.admin.cookie })
  for (const [list, name] of [
    ['ppks-type', 'Anak balita terlantar'],
    ['psks-kind', 'Karang Taruna'],
    ['cell-limit', 'PPKS jenis terbatas'],
  ] as const) {
    await admin.goto(`/meja/daftar?daftar=${list}`)
    await link(admin, name).first().waitFor()
    const add = admin.locator('.page-head').getByText(say('lists.add'))
    if (list === 'cell-limit') assert.equal(await add.count(), 0)
    else await add.waitFor()
  }
  await admin.goto('/meja/daftar?daftar=psks-kind&buka=youth')
  await dialogOf(admin).waitFor()
  await checkScreen(admin, 'lists-psks-kind')
  assert.deepEqual(faults, [])
})
