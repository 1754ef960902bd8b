import { crc32, deflateSync } from 'node:zlib'

/** A picture of one colour, as PNG: so many dots wide and high, each seen through by so much. */
export function aPng(side: number, [red, green, blue, alpha = 255]: readonly number[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // Eight bits for each of red, green, blue and alpha.
  head.set([8, 6, 0, 0, 0], 8)
  const dot = Buffer.from([red ?? 0, green ?? 0, blue ?? 0, alpha])
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: side }, () => dot)])
  const rows = Buffer.concat(Array.from({ length: side }, () => row))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
