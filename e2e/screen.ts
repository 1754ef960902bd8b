import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '@openslrt/core/i18n/en.ts'
import { id as indonesian } from '@openslrt/core/i18n/id.ts'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { deskSize, phoneSize, pictureFolder } from './browser.ts'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const seen = new Set<string>()

/**
 * SCREEN-1 Every distinct screen, as wide as a desk and as narrow as a phone: nothing that axe objects to, and nothing
 * to be scrolled sideways. A screen that was looked at before is not looked at again.
 */
export async function checkScreen(page: Page, name: string): Promise<void> {
  if (seen.has(name)) return
  seen.add(name)
  const before = page.viewportSize() ?? deskSize
  for (const size of [deskSize, phoneSize]) {
    await page.setViewportSize(size)
    if (pictureFolder) await page.screenshot({ path: join(pictureFolder, `${name}-${size.width}.png`), fullPage: true })
    assert.deepEqual(await violationsOn(page), [], `${name} at ${size.width} px: what axe found`)
    assert.deepEqual(await tooWide(page), [], `${name} at ${size.width} px is scrolled sideways by`)
    if (size === deskSize) assert.deepEqual(await crooked(page), [], `${name}: cells that stand beside their heads`)
  }
  await page.setViewportSize(before)
}

/**
 * SCREEN-2 The same in the other language, on a phone, where long words have the least room. What axe looks at is the
 * same in both, and was looked at in the first.
 */
export async function checkEnglish(page: Page, name: string): Promise<void> {
  assert.deepEqual(await notEnglish(page), [], `${name}: what is not English`)
  assert.deepEqual(await tooWide(page), [], `${name} in English is scrolled sideways by`)
}

/** Keys that show through, and texts that have another wording in English. */
export async function notEnglish(page: Page): Promise<string[]> {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim())
  return lines.filter((line) => keys.has(line) || leaks.has(line))
}

const keys = new Set<string>(Object.keys(indonesian))
const said = new Set<string>(Object.values(en))
const leaks = new Set<string>(Object.values(indonesian).filter((text) => !said.has(text)))

/** SCREEN-1 Cells of lists that do not begin where the heads of their columns do. */
const crooked = (page: Page): Promise<string[]> =>
  page.locator('table.rows').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const startsOf = (row: Element): number[] =>
        [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))
      const [head, ...rows] = [...table.querySelectorAll('tr')]
      const heads = head ? startsOf(head) : []
      return rows.flatMap((row) => {
        const starts = startsOf(row)
        return starts.every((start, nth) => Math.abs(start - (heads[nth] ?? start)) <= 1) ? [] : [row.textContent ?? '']
      })
    }),
  )

async function violationsOn(page: Page): Promise<string[]> {
  // Brought once to a page, and without its comments: a megabyte for each look took longer than the look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary}`),
  )
}

/** A field that grows with its text measures itself anew a moment after the window has changed. */
async function tooWide(page: Page): Promise<string[]> {
  for (let tries = 0; tries < 10 && (await sticksOut(page)).length > 0; tries++) await page.waitForTimeout(200)
  return sticksOut(page)
}

/** Names what sticks out, so that the finding can be mended. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const out = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > room + 1)
    return out.map((part) => `${part.tagName.toLowerCase()}.${part.className}`).slice(-5)
  })
