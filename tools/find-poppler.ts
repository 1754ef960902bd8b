import { execFile } from 'node:child_process'

type Say = (line: string) => void
const advice =
  'No pdftotext was found, and the tests of letters need it. Install it (Debian and Ubuntu: "apt-get install poppler-utils"), then run the tests again.'

/** Sees to it that the tools are there which read PDFs for tests; installs Debian's when we are root there. */
export async function findPoppler(say: Say = console.log): Promise<void> {
  if (await starts()) return
  if (process.getuid?.() !== 0) throw new Error(advice)
  say('No pdftotext found. Installing the one of this system (apt-get) ...')
  await run(['update'])
  await run(['install', '-y', '--no-install-recommends', 'poppler-utils'])
  if (!(await starts())) throw new Error(advice)
}

const starts = (): Promise<boolean> =>
  new Promise((resolve) => execFile('pdftotext', ['-v'], (error) => resolve(!error)))

const run = (given: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) =>
    execFile('apt-get', given, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }, (error) =>
      error ? reject(new Error(`"apt-get ${given.join(' ')}" failed. ${advice}`)) : resolve(),
    ),
  )
