import { crc32, deflateSync } from 'node:zlib'

const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A square picture as a PNG of four bytes a dot: red, green, blue, and how much of it covers. */
export function pngOf(side: number, dots: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // Eight bits for each of four channels; no palette, no interlacing.
  head.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(side * (side * 4 + 1))
  for (let y = 0; y < side; y += 1) rows.set(dots.subarray(y * side * 4, (y + 1) * side * 4), y * (side * 4 + 1) + 1)
  return Buffer.concat([mark, piece('IHDR', head), piece('IDAT', deflateSync(rows, { level: 9 })), piece('IEND')])
}

function piece(name: string, bytes: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
