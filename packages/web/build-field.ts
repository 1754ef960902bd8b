import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const here = import.meta.dirname
const source = join(here, 'src/field')

/** What a phone fetches once and opens from then on: everything but maps, smaller copies and the worker itself. */
const isKept = (file: string): boolean => /\.(js|css|html|svg|woff2|webmanifest)$/.test(file) && file !== 'sw.js'

/** SYNC-37 Writes the manifest, and the worker that opens the app without a line: it names every file of this release. */
export async function writeWorker(dist: string): Promise<void> {
  await copyFile(join(source, 'manifest.webmanifest'), join(dist, 'manifest.webmanifest'))
  const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .filter((file) => isKept(file) && file !== 'kabar-sw.js')
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(dist, file)))
  await writeFile(
    join(dist, 'sw.js'),
    workerOf(await readFile(join(source, 'sw-template.js'), 'utf8'), files, hash.digest('hex')),
  )
}

/** The worker of a release: another file or another byte makes another release. */
export function workerOf(template: string, files: readonly string[], digest: string): string {
  const addresses = files.map((file) => (file === 'index.html' ? '/lapangan/' : `/lapangan/${file}`))
  return template
    .replace('__RELEASE__', `lapangan-${digest.slice(0, 16)}`)
    .replace('__FILES__', JSON.stringify(addresses))
}
