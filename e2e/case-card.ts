import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Locator, Page } from 'playwright-core'
import { button, field, heading, say } from './desk.ts'

type Act = Extract<MessageKey, `move.${string}` | `referral-move.${string}`>
type Deed = Extract<MessageKey, `did.${string}`>

export const dialogOf = (page: Page): Locator => page.getByRole('dialog')

/** Opens a case by its address, as a bookmark does. */
export async function openCase(page: Page, { id, number }: { id: string; number: string }): Promise<void> {
  await page.goto(`/meja/kasus/34.04/${id}`)
  await heading(page, new RegExp(number)).waitFor()
}

/** Presses an act of the card, or finds it in the menu behind the usual ones. */
export async function begin(page: Page, act: Act): Promise<void> {
  const more = button(page, say('case.card.more'))
  const shown = button(page, say(act)).first()
  await shown.or(more).first().waitFor()
  if (await shown.isVisible()) return shown.click()
  await more.click()
  await page.getByRole('menuitem', { name: say(act), exact: true }).click()
}

/** Fills the words of the dialog and sends it by the verb that it was opened with; then the card says what was done. */
export async function finish(page: Page, act: Act, deed: Deed): Promise<void> {
  await button(dialogOf(page), say(act)).click()
  await told(page, deed)
  await dialogOf(page).waitFor({ state: 'detached' })
}

export const told = (page: Page, deed: Deed): Promise<void> =>
  page
    .getByText(say('case.card.done', { did: say(deed) }))
    .first()
    .waitFor()

/** One of a list, which stands open when it is short and folds into a select when it is long. */
export async function choose(where: Locator, label: string, option: string): Promise<void> {
  const folded = where.getByLabel(label, { exact: true }).and(where.locator('select'))
  const open = where.getByRole('radio', { name: option, exact: true })
  await folded.or(open).first().waitFor()
  if (await open.isVisible()) return open.check()
  await folded.selectOption({ label: option })
}

export const write = (where: Locator, label: string, words: string): Promise<void> => field(where, label).fill(words)

/** A case's row in a list, by the words of its summary. */
export const rowOf = (page: Page, summary: string): Locator => page.getByRole('row').filter({ hasText: summary })
