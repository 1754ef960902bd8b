import { createServer } from 'node:http'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { bundle } from './once/bundle.ts'

/** A window in which the parts of one file can be called: what it exports is there under its names. */
export interface Stage<Parts> {
  readonly page: Page
  call<Name extends keyof Parts & string>(
    name: Name,
    ...given: Parts[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Parts[Name] extends (...args: never[]) => infer Reply ? Awaited<Reply> : never>
}

export interface Theatre<Parts> {
  /** A window of its own: nothing that it keeps is seen by any other. */
  enter(): Promise<Stage<Parts>>
  /** Another window of the same person: what is kept there is shared. */
  beside(stage: Stage<Parts>): Promise<Stage<Parts>>
}

/**
 * Puts one file of ours into real windows of a real browser: for what needs one (its store, its locks, its keys and its
 * focus) and no server of ours. The address is this machine's, which browsers trust as they trust one with TLS.
 */
export async function openTheatre<Parts extends object>(entry: string): Promise<Theatre<Parts>> {
  const address = await serve(await bundle(entry))
  const browser = await openBrowser()
  const open = async (context: BrowserContext): Promise<Stage<Parts>> => {
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(address)
    await page.waitForFunction('globalThis.parts')
    return stageOf(page)
  }
  return {
    enter: async () => open(await browser.newContext({ locale: 'id-ID', reducedMotion: 'reduce' })),
    beside: ({ page }) => open(page.context()),
  }
}

const stageOf = <Parts extends object>(page: Page): Stage<Parts> => ({
  page,
  call: (name, ...given) =>
    page.evaluate(([wanted, values]) => Reflect.get(globalThis, 'parts')[wanted](...values), [name, given] as const),
})

const document = `<!doctype html><html lang="id"><title>parts</title><body><div id="place"></div>
<script type="module">globalThis.parts = await import('/parts.js')</script>`

async function serve(files: ReadonlyMap<string, string>): Promise<string> {
  const server = createServer(({ url = '/' }, answer) => {
    const code = files.get(url)
    const type = code === undefined ? 'text/html' : 'text/javascript'
    answer.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(code ?? document)
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  after(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return `http://127.0.0.1:${address.port}/`
}

/** A share of the browser that the test command started, or one of our own for a file that is run alone. */
async function openBrowser(): Promise<Browser> {
  const shared = process.env['OPENSLRT_TEST_BROWSER']
  const executablePath = process.env['OPENSLRT_CHROMIUM'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const browser = await (shared === undefined
    ? chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    : chromium.connect(shared))
  after(() => browser.close())
  return browser
}
