import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { holdsNumber } from './numbers-in.ts'

const somebody: readonly string[] = [
  '3404075203600001',
  'NIK 3404 0752 0360 0001 belum padan',
  'kk:34.04.07.52.03.60.00.01.',
  '340407-520360-0001',
  '３４０４０７５２０３６００００１',
  'Hubungi 081234567890',
  'telp. 0812-3456-7890',
  '+62 812 3456 7890',
  '628123456789',
  '(0274) 512345',
  '021-5551234',
  'wa 0857\u20101234\u20105678',
  'nomor 0812\n3456 7890',
]
for (const words of somebody)
  test(`CHALLENGE-3 "${words}" holds a number of somebody`, () => assert.equal(holdsNumber(words), true))

const nobody: readonly string[] = [
  '',
  'Jaringan internet mati sejak tiang roboh.',
  'Perbup Nomor 12 Tahun 2026 belum ada',
  'Anggaran Rp1.200.000.000 belum cair',
  'SK 400.9.2/1234/2026 tanggal 20-10-2026',
  'Sejak 2026-10-20 sampai 2026-11-02',
  '40 warga di 3 RT, 12 perangkat, 84.000 desa',
  'kode wilayah 34.04.07.2001',
  'IP 10.0.0.1 dan port 8080',
  'NIP 198001012005011001',
  'jam 08.00-16.00',
]
for (const words of nobody) test(`CHALLENGE-3 "${words}" names nobody`, () => assert.equal(holdsNumber(words), false))

const sixteen = fc.stringMatching(/^[1-9]\d{15}$/)
const between = fc.constantFrom('', ' ', '.', '-', '/')

property(
  'CHALLENGE-3 sixteen digits are found however they are grouped, wherever they stand',
  fc.record({ digits: sixteen, sign: between, every: fc.constantFrom(1, 2, 4, 6) }),
  ({ digits, sign, every }) => {
    const grouped = digits.match(new RegExp(`\\d{1,${every}}`, 'g'))?.join(sign) ?? ''
    assert.equal(holdsNumber(`Warga ${grouped} belum dilayani`), true, grouped)
  },
)

property(
  'CHALLENGE-3 words without a digit name nobody',
  fc.string().map((words) => words.replace(/\p{N}/gu, '')),
  (words) => {
    assert.equal(holdsNumber(words), false)
  },
)
