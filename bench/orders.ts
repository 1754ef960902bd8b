import { randomUUID } from 'node:crypto'
import type { Desk } from './world.ts'

/** A registration as a Puskesos types it: all fields filled, some 250 characters of story. */
export const registration = (place: string) => ({
  kind: 'complaint',
  category: 'pbi-inactive',
  channel: 'walk-in',
  red: false,
  place,
  summary: 'BPJS PBI tidak aktif sejak Februari',
  story:
    'Peserta tidak bisa berobat karena kartu BPJS PBI nonaktif sejak bulan Februari. Sudah menanyakan ke puskesmas dan diminta mengurus surat keterangan. Keluarga terdiri dari lima orang, kepala keluarga bekerja serabutan, rumah menumpang orang tua.',
  client: {
    name: 'Siti Aminah (data contoh)',
    nik: '3404075507800000',
    kk: '3404071505100000',
    phone: '081200000012',
    address: 'RT 04 RW 02 (data contoh)',
  },
  reporter: { name: 'Budi (data contoh)', phone: '081200000013', relation: 'family', anonymous: false },
  contactVia: 'whatsapp',
  restricted: null,
})

/** One command as the wire takes it. */
export function order(desk: Desk, subject: string, data: object): string {
  return JSON.stringify({
    id: randomUUID(),
    v: 1,
    district: desk.district,
    subject,
    office: desk.office,
    doneAt: new Date().toISOString(),
    base: null,
    data,
  })
}

/** The four commands of a case's life at one desk, each on its own route. */
export const lifecycle = (desk: Desk): readonly { path: string; body: (subject: string) => string }[] => [
  { path: '/api/cases', body: (subject) => order(desk, subject, registration(desk.place)) },
  { path: '/api/cases/take', body: (subject) => order(desk, subject, { note: '' }) },
  {
    path: '/api/cases/answer',
    body: (subject) =>
      order(desk, subject, { outcome: 'granted', note: 'Kartu sudah aktif kembali.', openReferrals: '' }),
  },
  { path: '/api/cases/confirm', body: (subject) => order(desk, subject, { satisfaction: 5, how: 'phone', note: '' }) },
]
