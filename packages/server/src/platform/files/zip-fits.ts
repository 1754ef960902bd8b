import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflated = promisify(inflateRaw)

/**
 * IMPORT-11 Whether an archive is what its directory says, whole and in a size that can be read: the files lie one
 * behind the other, none overlaps or hides, and none unpacks to more than it claims. Bombs and lies are both refused
 * before anything reads the content.
 */
export async function zipFits(bytes: Buffer, mostBytes: number): Promise<boolean> {
  const files = directoryOf(bytes)
  if (files === null) return false
  let left = mostBytes
  for (const file of files) {
    if (file.size > left) return false
    left -= file.size
    // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would be in memory at once
    if (!(await unpacksTo(bytes.subarray(file.from, file.from + file.packed), file))) return false
  }
  return true
}

/** The text of a file in an archive that fits; null where there is none of that name. */
export async function unpackFile(bytes: Buffer, named: RegExp): Promise<string | null> {
  const file = directoryOf(bytes)?.find(({ name }) => named.test(name))
  if (!file) return null
  const content = bytes.subarray(file.from, file.from + file.packed)
  return (file.method === 0 ? content : await inflated(content)).toString()
}

interface Packed {
  readonly name: string
  readonly method: number
  /** Where its content begins, and how long it is packed and unpacked. */
  readonly from: number
  readonly packed: number
  readonly size: number
}

const [localMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
const [localLength, entryLength, endLength] = [30, 46, 22]
/** What may stand between two files: sizes told after the content, with or without their mark, in 4 or 8 bytes. */
const gaps: ReadonlySet<number> = new Set([0, 12, 16, 20, 24])
const mostFiles = 1_000

function directoryOf(bytes: Buffer): readonly Packed[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + endLength > bytes.length || bytes.readUInt32LE(end) !== endMark) return null
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if (count === 0 || count > mostFiles || start > end) return null
  const files: (Packed & { readonly at: number })[] = []
  let at = start
  while (files.length < count) {
    if (at + entryLength > end || bytes.readUInt32LE(at) !== entryMark) return null
    const file = fileOf(bytes, at)
    if (file === null) return null
    files.push(file)
    at += entryLength + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return areInRow(files, { start, ends: at, end }) ? files : null
}

function fileOf(bytes: Buffer, entry: number): (Packed & { readonly at: number }) | null {
  const at = bytes.readUInt32LE(entry + 42)
  if (at + localLength > bytes.length || bytes.readUInt32LE(at) !== localMark) return null
  const from = at + localLength + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.readUInt32LE(entry + 20)
  const name = bytes.subarray(entry + entryLength, entry + entryLength + bytes.readUInt16LE(entry + 28)).toString()
  return { name, at, from, packed, method: bytes.readUInt16LE(entry + 10), size: bytes.readUInt32LE(entry + 24) }
}

/** Where the directory begins and ends, and where its end is told. */
interface Directory {
  readonly start: number
  readonly ends: number
  readonly end: number
}

/** What stands in the file beside those that the directory names would be read by some programs and seen by none. */
function areInRow(files: readonly (Packed & { readonly at: number })[], directory: Directory): boolean {
  const { start, ends, end } = directory
  // What stands before the end would be another directory to programs that look for it from there.
  if (ends !== end) return false
  let ended = 0
  for (const { at, from, packed } of files.toSorted((one, other) => one.at - other.at)) {
    if (!gaps.has(at - ended)) return false
    ended = from + packed
  }
  return gaps.has(start - ended)
}

async function unpacksTo(content: Buffer, { method, size }: Packed): Promise<boolean> {
  if (method === 0) return content.length === size
  if (method !== 8) return false
  // A file of no length is packed as well; a limit of nothing is none to zlib.
  const plain = await inflated(content, { maxOutputLength: Math.max(size, 1) }).catch(() => null)
  return plain !== null && plain.length === size
}
