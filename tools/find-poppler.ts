import { execFile } from 'node:child_process'
import { install } from './install-package.ts'

const advice =
  'No pdftotext was found, and the tests of letters need it. Install it (Debian and Ubuntu: "apt-get install poppler-utils"), then run the tests again.'

/** Sees to it that the tools are there which read PDFs for tests; installs Debian's when we are root there. */
export async function findPoppler(): Promise<void> {
  if (await starts()) return
  await install('poppler-utils', advice)
  if (!(await starts())) throw new Error(advice)
}

const starts = (): Promise<boolean> =>
  new Promise((resolve) => execFile('pdftotext', ['-v'], (error) => resolve(!error)))
