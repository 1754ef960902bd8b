import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish } from './screen.ts'
import type { Person } from './sleman.ts'

const { sleman, faults, enter } = await setScene()
const { people, offices, admin } = sleman
const say = sayIn('en')

/** The window of somebody who reads English on a phone. */
const sit = ({ cookie }: Pick<Person, 'cookie'>): Promise<Page> => enter({ cookie, language: 'en', phone: true })
const stranger = (): Promise<Page> => enter({ language: 'en', phone: true })

async function aCase(own: object = {}) {
  const id = randomUUID()
  const english = registration({ summary: 'Roof came down', story: 'The roof came down in the storm.', ...own })
  const made = await people.fo.does('case.register', { subject: id, data: english })
  return { id, ...made }
}

/** Opens an address and looks at it once its heading stands there. */
async function look(page: Page, address: string, title: MessageKey, name: string): Promise<void> {
  await page.goto(address)
  await heading(page, say(title)).first().waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: say('shell.loading') })
    .waitFor({ state: 'detached' })
  await checkEnglish(page, name)
}

/** Acts that ask for nothing: pressed a second time they are done. */
const wordless = new Set([
  say('move.approve'),
  say('referral-move.accept'),
  say('referral-move.start'),
  say('move.set-contact'),
])

/** Opens every act of a card, one after the other, looks at its form, and leaves it as it was. */
async function lookAtActs(page: Page, name: string): Promise<number> {
  const bar = page.locator('.act-bar__buttons')
  const more = button(bar, say('case.card.more'))
  await bar.getByRole('button').first().waitFor()
  const names = (await bar.getByRole('button').allInnerTexts()).filter((text) => text !== say('case.card.more'))
  const menu: string[] = []
  if (await more.isVisible()) {
    await more.click()
    await checkEnglish(page, `${name}, menu`)
    menu.push(...(await page.locator('[role=menuitem]:not([aria-disabled=true])').allInnerTexts()))
    await page.keyboard.press('Escape')
  }
  for (const act of [...names, ...menu].filter((text) => text !== say('move.take'))) {
    if (menu.includes(act)) {
      await more.click()
      await page.getByRole('menuitem', { name: act, exact: true }).click()
    } else await button(bar, act).click()
    await dialogOf(page).waitFor()
    if (!wordless.has(act)) await button(dialogOf(page), act).click()
    await checkEnglish(page, `${name}, ${act}`)
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
  }
  return names.length + menu.length
}

test('SCREEN-2 the doors: signing in, a broken link, an address that is none', async () => {
  const page = await stranger()
  await look(page, '/meja/masuk', 'account.title', 'sign-in')
  await button(page, say('account.sign-in')).click()
  await page.getByText(say('account.name.missing')).waitFor()
  await checkEnglish(page, 'sign-in with faults')
  await page.goto('/meja/tautan')
  await page.getByText(say('account.link.incomplete')).waitFor()
  await checkEnglish(page, 'broken link')
  await page.context().close()
})

test('SCREEN-2 the lists of the desk, empty and full, and what is no screen for somebody', async () => {
  const page = await sit(people.bo)
  await look(page, '/meja/antrean', 'case.queue.empty.office.title', 'empty queue')
  await look(page, '/meja/rujukan?side=in', 'referral.empty.in.open.title', 'empty inbox')
  await look(page, '/meja/cari', 'case.search.help.title', 'search')
  await look(page, '/meja/kantor', 'account.no-right.title', 'no right')
  await look(page, '/meja/nowhere', 'shell.not-found.title', 'not found')
  await aCase()
  await aCase({ red: true, summary: 'Nobody feeds the old man' })
  await page.goto('/meja/antrean?status=registered&priority=red&from=2026-01-01')
  await page.getByText(say('case.filter.open-some', { count: 3 })).click()
  await page.getByRole('row').filter({ hasText: 'Nobody feeds' }).waitFor()
  await checkEnglish(page, 'queue with filters')
  await look(page, '/meja/antrean?status=cancelled', 'case.queue.none.title', 'nothing fits')
  await page.context().close()
})

test('SCREEN-2 taking a case in: empty, with faults, without a name, with a quick answer, and its receipt', async () => {
  const page = await sit(people.fo)
  await look(page, '/meja/catat', 'case.register.title', 'register')
  await button(page, say('case.register.send')).click()
  await page.locator('.aksel-error-summary').waitFor()
  await checkEnglish(page, 'register with faults')
  await page.getByRole('radio', { name: say('kind.question'), exact: true }).check()
  await page.getByRole('combobox', { name: say('case.field.category'), exact: true }).click()
  await checkEnglish(page, 'register, categories')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByRole('radio', { name: 'Information given' }).check()
  await page.getByRole('checkbox', { name: say('case.register.anonymous') }).check()
  await checkEnglish(page, 'register, quick and without a name')
  await button(page, say('case.register.send-settle')).click()
  await heading(page, say('case.receipt.title-settled')).waitFor()
  await checkEnglish(page, 'receipt')
  await page.context().close()
})

test('SCREEN-2 the card of a case and every form that opens from it, filled in wrongly', async () => {
  const kase = await aCase()
  const address = `/meja/kasus/34.04/${kase.id}`
  const coordinator = await sit(people.coordinator)
  await coordinator.goto(address)
  await heading(coordinator, new RegExp(kase.number)).waitFor()
  await checkEnglish(coordinator, 'card, registered')
  await people.coordinator.does('case.take', { subject: kase.id, data: { note: '' } })
  await coordinator.reload()
  assert.ok((await lookAtActs(coordinator, 'card, handled')) >= 8)
  await button(coordinator, say('case.reveal')).click()
  await checkEnglish(coordinator, 'reveal')
  await coordinator.keyboard.press('Escape')
  await button(coordinator, say('move.attach')).click()
  await checkEnglish(coordinator, 'attach')
  await coordinator.keyboard.press('Escape')
  await people.coordinator.does('case.recommend', { subject: kase.id, data: { note: 'To be referred.' } })
  await coordinator.reload()
  assert.ok((await lookAtActs(coordinator, 'card, recommended')) >= 3)
  await coordinator.context().close()
})

test('SCREEN-2 a referral on both sides, with every form that opens from it', async () => {
  const [{ id, number }, referral] = [await aCase(), randomUUID()]
  await people.coordinator.does('case.take', { subject: id, data: { note: '' } })
  await people.coordinator.does('case.recommend', { subject: id, data: { note: 'To be referred.' } })
  await people.coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const data = {
    referral,
    grant: randomUUID(),
    to: offices.rsud,
    fields: ['story', 'client'],
    note: 'A letter, please.',
  }
  await people.coordinator.does('referral.request', { subject: id, data })
  const hospital = await sit(people.provider)
  await hospital.goto('/meja/rujukan')
  await hospital.getByRole('row').filter({ hasText: 'A letter, please.' }).waitFor()
  await checkEnglish(hospital, 'inbox')
  await hospital.goto(`/meja/kasus/34.04/${id}`)
  await heading(hospital, new RegExp(number)).waitFor()
  assert.ok((await lookAtActs(hospital, 'card, asked')) >= 3)
  const coordinator = await sit(people.coordinator)
  await coordinator.goto(`/meja/kasus/34.04/${id}`)
  await heading(coordinator, new RegExp(number)).waitFor()
  await checkEnglish(coordinator, 'card, referred')
  await button(coordinator, say('referral-move.redirect')).click()
  await checkEnglish(coordinator, 'redirect')
  await hospital.context().close()
  await coordinator.context().close()
})

test('SCREEN-2 an answered and a closed case, with what the citizen said', async () => {
  const { id, number } = await aCase()
  await people.coordinator.does('case.take', { subject: id, data: { note: '' } })
  await people.coordinator.does('case.answer', {
    subject: id,
    data: { outcome: 'granted', note: 'Mended.', openReferrals: '' },
  })
  const page = await sit(people.coordinator)
  await page.goto(`/meja/kasus/34.04/${id}`)
  await heading(page, new RegExp(number)).waitFor()
  assert.ok((await lookAtActs(page, 'card, answered')) >= 3)
  await people.coordinator.does('case.confirm', { subject: id, data: { how: 'phone', satisfaction: 5, note: '' } })
  await page.reload()
  await page.getByText(say('closure.confirmed')).first().waitFor()
  assert.ok((await lookAtActs(page, 'card, closed')) >= 1)
  await page.context().close()
})

test('SCREEN-2 offices and staff, with their forms and what is asked before', async () => {
  const page = await sit(admin)
  await page.goto('/meja/kantor')
  await page.getByRole('row').filter({ hasText: 'RSUD Sleman' }).waitFor()
  await checkEnglish(page, 'offices')
  await page.goto('/meja/kantor?buka=baru')
  await button(dialogOf(page), say('office.form.opened')).click()
  await checkEnglish(page, 'office form')
  await page.goto('/meja/petugas')
  await page.getByRole('row').filter({ hasText: people.fo.name }).waitFor()
  await checkEnglish(page, 'staff')
  await page.goto('/meja/petugas?buka=baru')
  await button(dialogOf(page), say('staff.form.add')).click()
  await checkEnglish(page, 'staff form')
  await page.goto('/meja/petugas')
  await page.getByRole('link', { name: people.fo.name }).click()
  await button(dialogOf(page), say('staff.post.give')).click()
  await button(dialogOf(page), say('staff.link.reset')).click()
  await dialogOf(page).getByText('/meja/tautan#t=').waitFor()
  await button(dialogOf(page), say('staff.suspend')).click()
  await checkEnglish(page, 'one person')
  await look(page, '/meja/kantor?cari=nowhere', 'office.none-found.title', 'no office')
  await page.context().close()
})

test('SCREEN-2 the figures of a district and of the nation', async () => {
  for (const [person, place] of [
    [people.manager, 'Sleman'],
    [admin, 'Indonesia'],
  ] as const) {
    const page = await sit(person)
    await page.goto('/meja/dasbor')
    await page.getByRole('region', { name: say('figures.strip') }).waitFor()
    await button(page, say('figures.definitions')).click()
    await button(page, say('chart.table')).click()
    await checkEnglish(page, `figures of ${place}`)
    await page.context().close()
  }
})

test('SCREEN-2 the public face: every step of a report, right and wrong, a receipt, and a case', async () => {
  const page = await stranger()
  for (const address of [
    '/',
    '/lapor',
    '/lapor?jenis=layanan',
    '/lacak',
    '/puskesos?cari=caturtunggal',
    '/puskesos?cari=xyz',
    '/nowhere',
  ]) {
    await page.goto(address)
    await checkEnglish(page, address)
  }
  await page.goto('/lapor?jenis=pengaduan')
  const next = () => button(page, say('public.report.next')).click()
  await next()
  await checkEnglish(page, 'report, what is wrong')
  await page.getByRole('radio').first().check()
  await field(page, say('public.report.summary')).fill('My card was switched off')
  await next()
  await field(page, say('public.report.search')).fill('Caturtunggal')
  await button(page, say('public.report.search.send')).click()
  await checkEnglish(page, 'report, where')
  await page.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await next()
  await button(page, say('public.report.send')).click()
  await checkEnglish(page, 'report, who is wrong')
  await page.getByRole('radio', { name: say('public.report.for.self') }).check()
  await page.getByRole('checkbox', { name: say('public.report.anonymous.choice') }).check()
  await button(page, say('public.report.send')).click()
  await heading(page, say('public.receipt.title')).waitFor()
  await checkEnglish(page, 'receipt from home')
  await button(page, say('public.receipt.open')).click()
  await checkEnglish(page, 'the case on its page')
  await page.context().close()
})

test('SCREEN-3 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
