import { crc32, deflateSync } from 'node:zlib'
import type { Parts } from '../app.ts'
import { saveBlob } from '../features/case/index.ts'
import { openFiles } from '../open-files.ts'
import { sha256 } from '../platform/ledger/seal.ts'
import { demoDistrict } from './world.ts'

/** The files that the demo's people sent: a signed paper, and the picture of a house. By their digests. */
export interface DemoFiles {
  readonly paper: string
  readonly picture: string
}

/** Keeps the demo's two files as if somebody had sent them. */
export async function keepFiles({ config, ledger }: Parts): Promise<DemoFiles> {
  const { store } = await openFiles(config)
  const keys = await ledger.keys.forDistrict(demoDistrict)
  const keep = async (bytes: Buffer, type: string): Promise<string> => {
    const digest = sha256(bytes).toString('hex')
    await saveBlob(ledger.pool, { district: demoDistrict, sha256: digest, type, size: bytes.length, letterhead: false })
    await store.put(demoDistrict, digest, bytes, keys)
    return digest
  }
  return { paper: await keep(aPaper(), 'application/pdf'), picture: await keep(aHouse(), 'image/png') }
}

/** One page that says that it is none. */
function aPaper(): Buffer {
  const text = 'BT /F1 20 Tf 72 720 Td (Berkas contoh - data peragaan, bukan dokumen resmi) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, nth) => {
    const start = body.length
    body += `${nth + 1} 0 obj\n${object}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + end)
}

const [width, height] = [160, 120]
type Colour = readonly [red: number, green: number, blue: number]
const [sky, grass, wall, roof, door]: readonly Colour[] = [
  [207, 226, 236],
  [126, 158, 96],
  [226, 208, 176],
  [150, 72, 52],
  [96, 70, 48],
]

/** A drawn house from the front: nobody lives there. */
function aHouse(): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => colourAt(x, y) ?? [0, 0, 0]).flat()]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of each of three colours.
  head.set([8, 2], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function colourAt(x: number, y: number): Colour | undefined {
  const side = Math.abs(x - width / 2)
  if (y > 25 && y < 56 && side < (y - 25) * 2) return roof
  if (y >= 56 && y < 98 && side < 46) return side < 8 && y > 68 ? door : wall
  return y < 90 ? sky : grass
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
