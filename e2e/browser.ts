import { join } from 'node:path'
import { afterEach, type TestContext } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../tools/find-chromium.ts'
import { browserArgs, sharedBrowserVariable } from '../tools/share-browser.ts'
import type { House } from './house.ts'

/** A browser for one test file: a share of the one that the test command started, or one that a file run alone starts. */
export async function openBrowser(): Promise<Browser> {
  const shared = process.env[sharedBrowserVariable]
  return shared === undefined ? launchBrowser() : chromium.connect(shared)
}

/** A browser of one's own, for what a shared one can't be told. */
export const launchBrowser = async (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.OPENSLRT_CHROMIUM ?? (await findChromium()),
    args: [...browserArgs, ...args],
  })

export const deskSize = { width: 1280, height: 800 } as const
export const phoneSize = { width: 360, height: 740 } as const

export interface WindowOptions {
  /** Hears what goes wrong in the page without being shown: faults of scripts, what the security policy stopped. */
  readonly faults: string[]
  /** The session of somebody who is signed in already. */
  readonly cookie?: string
  /** What was chosen before; Indonesian when nothing was. */
  readonly language?: 'en'
  readonly javaScript?: boolean
  readonly phone?: boolean
}

/** Opens somebody's own window on a house: nothing in it is shared with anybody else's. */
export async function openWindow(browser: Browser, house: House, options: WindowOptions): Promise<Page> {
  const { faults, cookie, language, javaScript = true, phone = false } = options
  const settings: BrowserContextOptions = {
    baseURL: house.url,
    viewport: phone ? phoneSize : deskSize,
    locale: 'id-ID',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
  }
  const context = await browser.newContext(settings)
  context.setDefaultTimeout(20_000)
  if (cookie) await context.addCookies([{ name: 'openslrt', value: cookie, url: house.url, httpOnly: true }])
  if (language) await context.addCookies([{ name: 'bahasa', value: language, url: house.url }])
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(message.text())
  })
  return page
}

// A browser also calls a refused request an error; what it was for is shown on the page, and tested there.
const isAnswer = (text: string): boolean => text.startsWith('Failed to load resource')

/** Where pictures go for whoever wants to look at what the journeys walked through; nowhere unless it is asked for. */
export const pictureFolder = process.env.OPENSLRT_E2E_PICTURES

/** After a test that failed: a picture of every window that is open. */
export function pictureFailures(browser: Browser): void {
  afterEach(async (context) => {
    if (!pictureFolder || !('passed' in context) || context.passed) return
    const pages = browser.contexts().flatMap((one) => one.pages())
    for (const [at, page] of pages.entries())
      await page.screenshot({ path: join(pictureFolder, `failed-${fileName(context)}-${at}.png`) })
  })
}

const fileName = ({ name }: Pick<TestContext, 'name'>): string => name.split(' ')[0] ?? name
