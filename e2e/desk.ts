import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Locator, Page } from 'playwright-core'
import { codeAt, secretOfKey } from '../packages/server/src/platform/auth/totp.ts'
import { strongPassword } from './clerk.ts'

/** The words of the screens, as they say them: a journey presses what it reads. */
export const say = sayIn('id')
/** How a field that may stay empty is named. */
export const optional = (label: string): string => say('act.optional', { label })

type Where = Page | Locator

/** A button by its words. */
export const button = (where: Where, name: string | RegExp): Locator =>
  where.getByRole('button', { name, exact: typeof name === 'string' })
export const link = (where: Where, name: string | RegExp): Locator =>
  where.getByRole('link', { name, exact: typeof name === 'string' })
export const field = (where: Where, name: string): Locator => where.getByRole('textbox', { name, exact: true })
export const heading = (where: Where, name: string | RegExp): Locator =>
  where.getByRole('heading', { name, exact: typeof name === 'string' })

/** "2026-11-22" as somebody types it. */
export const typedDay = (day: string): string => day.split('-').toReversed().join('/')

/** What the worker does within seconds: the page is asked anew until it shows; of what it does each minute, more often. */
export async function reloadUntil(page: Page, shown: Locator, most = 30): Promise<void> {
  for (let tries = 0; tries < most; tries++) {
    if (
      await shown.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      )
    )
      return
    await page.reload()
  }
  await shown.waitFor()
}

/** One thing out of a field that is searched by typing. */
export async function lookUp(where: Where, label: string, words: string, option: string | RegExp): Promise<void> {
  const box = where.getByRole('combobox', { name: label, exact: true })
  await box.fill(words)
  await where.getByRole('option', { name: option }).first().click()
}

/** Chooses how to sign in on the page of a one-time link. */
export async function choosePassword(page: Page, signInName: string): Promise<void> {
  await field(page, say('account.link.sign-in-name')).fill(signInName)
  await page.getByLabel(say('account.password'), { exact: true }).fill(strongPassword)
  await page.getByLabel(say('account.link.repeat'), { exact: true }).fill(strongPassword)
  await button(page, say('account.link.save')).click()
}

/** Sets up a second factor as the page says, and puts the recovery codes away; gives what the app holds now. */
export async function setUpFactor(page: Page): Promise<Uint8Array> {
  const key = page.locator('code.set-up__key')
  await key.waitFor()
  const secret = secretOfKey(await key.innerText())
  await field(page, say('factor.code')).fill(codeAt(secret, Date.now()))
  await button(page, say('factor.set-up.confirm')).click()
  await heading(page, say('factor.codes.title')).waitFor()
  return secret
}

/** Signs in on the page that asks for it. */
export async function signIn(where: Where, signInName: string, password: string = strongPassword): Promise<void> {
  await field(where, say('account.name')).fill(signInName)
  await where.getByLabel(say('account.password'), { exact: true }).fill(password)
  await button(where, say('account.sign-in')).click()
}

export async function signOut(page: Page, name: string): Promise<void> {
  await openOwnMenu(page, name)
  await button(page, say('account.leave')).click()
}

export const openOwnMenu = (page: Page, name: string): Promise<void> =>
  page
    .locator('summary')
    .filter({ hasText: say('account.menu', { name }) })
    .click()
