import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { clusterPrefix } from './copy-cluster.ts'
import { progress } from './copy-tree.ts'
import type { Manifest } from './manifest.ts'

/** Lays a backup's cluster into a folder, and behind it what an archive has of the log since. */
export async function putCluster(
  folder: string,
  { files }: Manifest,
  {
    cluster,
    archive,
    say,
  }: { readonly cluster: string; readonly archive: string | null; readonly say: (line: string) => void },
): Promise<void> {
  const told = progress(say)
  const own = files.filter(({ path }) => path.startsWith(clusterPrefix))
  for (const { path, size } of own) {
    const target = join(cluster, path.slice(clusterPrefix.length))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(folder, path), target)
    told(size)
  }
  if (!archive) return
  const pieces = own.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).filter((name) => piece.test(name))
  const [first = ''] = pieces.toSorted()
  say(
    `${await putLog(archive, join(cluster, 'pg_wal'), { first, known: new Set(pieces) })} pieces of the log come from ${archive}.`,
  )
}

/** A piece of the log: eight signs name the line of time it belongs to, the rest its place on it. */
const piece = /^[0-9A-F]{24}$/

async function putLog(
  archive: string,
  target: string,
  { first, known }: { readonly first: string; readonly known: ReadonlySet<string> },
): Promise<number> {
  let laid = 0
  for (const name of (await readdir(archive)).toSorted()) {
    const bare = name.replace(/\.gz$/, '')
    const wanted =
      (piece.test(bare) && bare.slice(8) >= first.slice(8) && !known.has(bare)) || bare.endsWith('.history')
    if (!wanted) continue
    const source = createReadStream(join(archive, name))
    const sink = createWriteStream(join(target, bare))
    await (name === bare ? pipeline(source, sink) : pipeline(source, createGunzip(), sink))
    laid++
  }
  return laid
}
