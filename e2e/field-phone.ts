import type { Page } from 'playwright-core'
import { button, heading, say, signIn } from './desk.ts'
import { checkScreen } from './screen.ts'

// What every journey on a field phone does first.

export const pin = '170845'
export const typePin = (page: Page, label: string, digits: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(digits)
export async function openWithPin(page: Page): Promise<void> {
  await typePin(page, say('field.pin.label'), pin)
  await button(page, say('field.pin.open')).click()
  await heading(page, say('field.today.title')).waitFor()
}
/** A phone that was opened at an address of its own stays there. */
export async function openAt(page: Page): Promise<void> {
  await typePin(page, say('field.pin.label'), pin)
  await button(page, say('field.pin.open')).click()
}
export const light = (page: Page, words: RegExp) => page.locator('.field__light').filter({ hasText: words })

/** Signs in on a new phone, chooses a PIN and fills it. */
export async function beginPhone(page: Page, name: string): Promise<void> {
  await page.goto('/lapangan/')
  await heading(page, say('field.door.first.title')).waitFor()
  await checkScreen(page, 'field-sign-in')
  await signIn(page, name)
  await heading(page, say('field.pin.new.title')).waitFor()
  await typePin(page, say('field.pin.label'), '123456')
  await typePin(page, say('field.pin.repeat'), '123456')
  await button(page, say('field.pin.save')).click()
  await page.getByText(say('field.pin.easy')).waitFor()
  await checkScreen(page, 'field-new-pin')
  await choosePin(page, pin)
  await light(page, /sama dengan server/).waitFor()
}

export async function choosePin(page: Page, digits: string): Promise<void> {
  await heading(page, say('field.pin.new.title')).waitFor()
  await typePin(page, say('field.pin.label'), digits)
  await typePin(page, say('field.pin.repeat'), digits)
  await button(page, say('field.pin.save')).click()
}
