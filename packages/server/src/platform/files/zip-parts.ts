import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive, as both of its heads tell it. */
export interface ZipMember {
  readonly name: string
  readonly crc: number
  /** How long it is packed and unpacked. */
  readonly packed: number
  readonly plain: number
}
export interface ZipPart {
  readonly name: string
  readonly content: string
}

/** Packs files as a ZIP archive: each with its head before it, and all heads again at the end. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const { bytes, members } = zipBegin(parts)
  return Buffer.concat([bytes, zipEnd(members)])
}

/** The files with which an archive begins; others may follow before its end. */
export function zipBegin(parts: readonly ZipPart[]): {
  readonly bytes: Buffer
  readonly members: readonly ZipMember[]
} {
  const packed = parts.map(({ name, content }) => {
    const plain = Buffer.from(content)
    const bytes = deflateRawSync(plain)
    return { bytes, member: { name, crc: crc32(plain), packed: bytes.length, plain: plain.length } }
  })
  return {
    bytes: Buffer.concat(packed.flatMap(({ bytes, member }) => [zipHead(member), bytes])),
    members: packed.map(({ member }) => member),
  }
}

/** What stands before the content of a file. */
export const zipHead = (member: ZipMember): Buffer =>
  Buffer.concat([number(0x04034b50, 4), sizesOf(member), Buffer.from(member.name)])

/** The directory of an archive whose files lie one behind the other in this order. */
export function zipEnd(members: readonly ZipMember[]): Buffer {
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    directory.push(number(0x02014b50, 4), number(20, 2), sizesOf(member), Buffer.alloc(10), number(at, 4), name)
    at += zipHead(member).length + member.packed
  }
  const heads = Buffer.concat(directory)
  const counts = [number(0, 4), number(members.length, 2), number(members.length, 2)]
  return Buffer.concat([heads, number(0x06054b50, 4), ...counts, number(heads.length, 4), number(at, 4), number(0, 2)])
}

/** What both heads of a file say alike: version, names in UTF-8, deflated, a day, sum, lengths. */
const sizesOf = ({ name, crc, packed, plain }: ZipMember): Buffer =>
  Buffer.concat([
    number(20, 2),
    number(0x0800, 2),
    number(8, 2),
    number(0, 2),
    number(0x21, 2),
    number(crc, 4),
    number(packed, 4),
    number(plain, 4),
    number(Buffer.byteLength(name), 2),
    number(0, 2),
  ])

function number(value: number, bytes: 2 | 4): Buffer {
  const made = Buffer.alloc(bytes)
  made.writeUIntLE(value, 0, bytes)
  return made
}
