import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs, hourMs } from '@openslrt/core/kernel/instant.ts'
import { keepMessage } from '../features/inbound/index.ts'
import type { NoticeParts } from '../features/notice/index.ts'

const report = (name: string, village: string, words: string): string =>
  `Nama: ${name} (data contoh)\nDesa: ${village}\nKec: Depok\nJenis: pengaduan\n${words}`

interface Message {
  readonly way: 'whatsapp' | 'sms'
  /** The last digits of a number that no network has. */
  readonly from: string
  readonly name: string
  readonly hoursAgo: number
  readonly text: string
}

/** What citizens wrote and nobody has read yet: whole reports, one in two parts, one that names no village. */
const messages: readonly Message[] = [
  {
    way: 'whatsapp',
    from: '01',
    name: 'Wartini',
    hoursAgo: 26,
    text: report(
      'Wartini',
      'Caturtunggal',
      'Kategori: bpjs mati\nKeluhan: kartu BPJS tidak aktif, besok harus kontrol',
    ),
  },
  {
    way: 'sms',
    from: '02',
    name: '',
    hoursAgo: 7,
    text: 'Tetangga saya lansia sendirian sakit, sudah dua hari tidak makan. Desa Caturtunggal RT 04',
  },
  {
    way: 'whatsapp',
    from: '03',
    name: 'Pak Giyono',
    hoursAgo: 3,
    text: report('Giyono', 'Caturtunggal', 'Keluhan: bansos tidak keluar lagi sejak Agustus'),
  },
  { way: 'whatsapp', from: '03', name: 'Pak Giyono', hoursAgo: 2, text: 'Kategori: bansos berhenti' },
  { way: 'sms', from: '04', name: '', hoursAgo: 5, text: 'Bagaimana cara daftar KIP kuliah untuk anak saya?' },
  {
    way: 'whatsapp',
    from: '05',
    name: 'Suprih',
    hoursAgo: 4,
    text: report('Suprihatin', 'Maguwoharjo', 'Keluhan: atap rumah roboh kena angin'),
  },
]

/** DEMO-21 Messages come in as gateways bring them. Said once: what was heard before is not heard again. */
export async function hearMessages(parts: NoticeParts, now: Instant): Promise<void> {
  for (const [nth, { way, from, name, hoursAgo, text }] of messages.entries()) {
    const at = Math.max(now - hoursAgo * hourMs, now - 2 * dayMs)
    const heard = { way, reference: `demo ${nth}`, from: `6280000000${from}`, name, kind: 'text', text, sentAt: at }
    await keepMessage(parts, heard, at)
  }
}
