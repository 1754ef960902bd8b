import { chromium } from 'playwright-core'

/** How browsers of tests are started: nothing of theirs calls home. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where the test command says which browser all files share: each has windows of its own in it. */
export const sharedBrowserVariable = 'OPENSLRT_TEST_BROWSER'

// Started by the test command: one browser for all files. Says where it is, and ends with whoever started it.
if (import.meta.main) {
  const executablePath = process.env['OPENSLRT_CHROMIUM'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const server = await chromium.launchServer({ executablePath, args: browserArgs, host: '127.0.0.1' })
  console.log(server.wsEndpoint())
  process.stdin.resume()
  process.stdin.once('end', () => void server.close().then(() => process.exit(0)))
}
