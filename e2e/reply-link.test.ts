import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { dialogOf, finish, openCase } from './case-card.ts'
import { post } from './clerk.ts'
import { button, field, heading, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { people, offices } = sleman
const bo = await sit(people.bo)

/** A case for which the hospital was asked, and given a link. */
async function asked(summary: string) {
  const [id, referral] = [randomUUID(), randomUUID()]
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ summary }) })
  await people.bo.does('case.take', { subject: id, data: { note: '' } })
  await people.bo.does('case.recommend', { subject: id, data: { note: 'Perlu rujukan.' } })
  await people.coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const fields = ['story', 'client', 'contact']
  const data = { referral, grant: randomUUID(), to: offices.rsud, fields, note: `Mohon: ${summary}` }
  await people.bo.does('referral.request', { subject: id, data })
  return { id, number, summary, referral }
}
type Asked = Awaited<ReturnType<typeof asked>>

async function linkOf({ id, referral }: Asked) {
  await people.bo.does('referral.give-link', { subject: id, data: { referral, link: randomUUID(), note: '' } })
  const headers = { cookie: `openslrt=${people.bo.cookie}`, 'x-office': people.bo.office }
  const body = { district: '34.04', case: id, referral }
  return post<{ readonly short: string; readonly long: string }>(house, replyRoutes.link.path, { headers, body })
}

const panel = (page: Page) =>
  page.locator('.panel').filter({ has: page.getByRole('heading', { name: say('referral.panel') }) })
const fold = (page: Page, title: string) => page.locator('details').filter({ hasText: title })

test('REF-21 the desk gives a link, shows it with its QR code to be printed, and revokes it', async () => {
  const kase = await asked('Perlu obat rutin')
  await openCase(bo, kase)
  await button(panel(bo), say('referral-move.give-link')).click()
  await checkScreen(bo, 'referral-give-link')
  await finish(bo, 'referral-move.give-link', 'did.referral-give-link')
  await button(panel(bo), say('referral.link.show')).click()
  await dialogOf(bo).getByText(kase.number).waitFor()
  await checkScreen(bo, 'referral-link')
  await button(dialogOf(bo), say('dialog.close')).last().click()
  await button(panel(bo), say('referral-move.revoke-link')).click()
  await finish(bo, 'referral-move.revoke-link', 'did.referral-revoke-link')
  await button(panel(bo), say('referral.link.show')).waitFor({ state: 'detached' })
})

test('REF-20 on a phone without script an office types number and code, accepts, and sends the outcome', async () => {
  const kase = await asked('Rawat luka')
  const { short } = await linkOf(kase)
  const page = await enter({ javaScript: false, phone: true })
  await page.goto('/rujukan')
  await field(page, say('reply.number')).fill(kase.number)
  await field(page, say('reply.secret')).fill(short)
  await button(page, say('reply.open')).click()
  await heading(page, /RSUD Sleman/).waitFor()
  await button(page, say('reply.act.accept.send')).click()
  await page.getByText(say('reply.act.accept.done')).waitFor()
  await fold(page, say('reply.act.complete.title')).locator('summary').first().click()
  await button(page, say('reply.act.complete.send')).click()
  await page.getByText(say('reply.note.missing')).first().waitFor()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: say('reply.act.complete.send') }) })
  await form.getByLabel(say('reply.outcome')).selectOption({ index: 1 })
  await form.getByLabel(say('reply.act.complete.words')).fill('Luka dirawat dan sembuh.')
  await button(page, say('reply.act.complete.send')).click()
  await heading(page, say('reply.act.complete.done')).waitFor()
  await openCase(bo, kase)
  await panel(bo).getByText('Luka dirawat dan sembuh.').waitFor()
  await page.context().close()
})

test('REF-20 a scanned link opens the referral at once, keeps its secret out of the address, and shows numbers for a reason', async () => {
  const kase = await asked('Kontrol bulanan')
  const { long } = await linkOf(kase)
  const page = await enter()
  await page.goto('/rujukan')
  await checkScreen(page, 'reply-door')
  await page.goto('about:blank')
  await page.goto(`/rujukan#k=${long}`)
  await heading(page, /RSUD Sleman/).waitFor()
  assert.ok(!page.url().includes(long))
  await checkScreen(page, 'reply-scanned')
  await fold(page, say('reply.reveal')).locator('summary').first().click()
  await field(page, say('reply.reveal.why')).fill('Menelepon pasien')
  await fold(page, say('reply.reveal')).getByRole('button').click()
  await page
    .getByText(/081\d{9}/)
    .first()
    .waitFor()
  await button(page, say('reply.act.accept.send')).click()
  await page.getByText(say('reply.act.accept.done')).waitFor()
  await fold(page, say('reply.act.hold.title')).locator('summary').first().click()
  await button(page, say('reply.act.hold.send')).click()
  await page.getByText(say('reply.note.missing')).first().waitFor()
  await checkScreen(page, 'reply-missing')
  assert.deepEqual(faults, [])
  await page.context().close()
})
