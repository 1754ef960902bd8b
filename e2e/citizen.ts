import type { Page } from 'playwright-core'
import type { Accepted } from './clerk.ts'
import { button, field, say } from './desk.ts'

/** Opens the citizen's page of a case by its number and the secret of its receipt. */
export async function track(page: Page, { number, receipt }: Accepted): Promise<void> {
  await page.goto('/lacak')
  await field(page, say('public.track.number')).fill(number)
  await field(page, say('public.track.secret')).fill(receipt.short)
  await button(page, say('public.track.send')).click()
  await page.getByText(number).first().waitFor()
}
