import { create } from 'qrcode'
import type { QrModules } from './qr-path.ts'

/** The QR code of a text: middle error correction, so that a creased slip of paper can still be read. */
export function qrModules(text: string): QrModules {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1))
}
