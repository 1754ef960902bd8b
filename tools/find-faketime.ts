import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { install } from './install-package.ts'

const advice =
  'No libfaketime was found, and a journey over a holiday needs it. Install it (Debian and Ubuntu: "apt-get install faketime"), then run the tests again.'

/** The library that gives programs another clock; installs Debian's when we are root there. Gives where it lies. */
export async function findFaketime(): Promise<string> {
  const found = (await lies()) ?? (await install('faketime', advice).then(lies))
  if (!found) throw new Error(advice)
  return found
}

async function lies(): Promise<string | undefined> {
  const folders: readonly string[] = await readdir('/usr/lib').catch(() => [])
  for (const folder of folders.filter((name) => name.endsWith('-linux-gnu'))) {
    const names: readonly string[] = await readdir(join('/usr/lib', folder, 'faketime')).catch(() => [])
    if (names.includes('libfaketimeMT.so.1')) return join('/usr/lib', folder, 'faketime/libfaketimeMT.so.1')
  }
  return undefined
}
