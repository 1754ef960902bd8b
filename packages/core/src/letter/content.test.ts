import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeRow } from '../office/office.ts'
import { aCase, aLetter } from '../testing/a-case.ts'
import { aLetterFile, shippedRules } from '../testing/a-letter.ts'
import { monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import type { ContentOf } from './content.ts'
import { contentOf, contentText, letterContent, paperOf, typedIn } from './content.ts'
import type { LetterKind } from './kinds.ts'

const { places } = aLetterFile()
const signer = { post: 'Kepala Dinas Sosial', rank: 'Pembina', nip: '196803121990031004', name: 'Drs. Budi' }

function content(kind: LetterKind, fields: Readonly<Record<string, string>>, own: Partial<ContentOf> = {}) {
  const template = shippedRules('district').template(kind)
  assert.ok(template)
  return contentOf({
    kase: aCase('handling'),
    letter: aLetter({ kind, fields: JSON.stringify(fields) }),
    purposeName: 'Pelayanan kesehatan',
    office: offices.district,
    places,
    template,
    pattern: '400.9/{nomor}/SLRT/XI/2026',
    logo: null,
    signer,
    check: '/surat/3404.x',
    now: monday,
    zone: 'Asia/Jakarta',
    ...own,
  })
}

const person = `Nama | **Sumarni**
NIK | 3404075203600001
Nomor KK | 3404070101100001
Tempat lahir | Sleman
Tanggal lahir | 12 Maret 1960
Alamat | RT 4
Desa/Kelurahan | Caturtunggal
Kecamatan | Depok
Kabupaten/Kota | Kabupaten Sleman`
const born = { 'tempat-lahir': 'Sleman', 'tanggal-lahir': '1960-03-12' }

test('LETTER-15 a statement of registration, as it is read on paper', () => {
  const fields = { ...born, desil: '2', 'tanggal-data': '2026-10-01', 'berlaku-sampai': '2027-10-01' }
  assert.equal(
    content('registered', fields).body,
    `Yang bertanda tangan di bawah ini, Kepala Dinas Sosial pada Sekretariat SLRT Sleman, dengan ini menerangkan bahwa:

${person}

terdaftar dalam **Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)** pada **desil 2**, menurut data per tanggal 1 Oktober 2026.

Surat keterangan ini dibuat untuk keperluan **Pelayanan kesehatan**.
Surat keterangan ini berlaku sampai dengan 1 Oktober 2027.

Terdaftar dalam DTSEN tidak dengan sendirinya berarti berhak atas suatu bantuan; penetapan penerima mengikuti ketentuan masing-masing program.

Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  )
})

test('LETTER-15 a recommendation, as it is read on paper', () => {
  const fields = {
    ...born,
    kepada: 'Ketua Baznas Sleman',
    isi: 'Mohon bantuan modal usaha.',
    desil: '3',
    'tanggal-data': '2026-10-01',
  }
  assert.equal(
    content('recommendation', fields).body,
    `Kepada Yth.
Ketua Baznas Sleman
di tempat

Dengan hormat,

Berdasarkan hasil penelaahan atas permohonan nomor 3404-26-000001, dengan ini kami menyampaikan rekomendasi bagi:

${person}
Desil | 3 (data per 1 Oktober 2026)
Keperluan | Pelayanan kesehatan

Mohon bantuan modal usaha.

Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan menindaklanjuti rekomendasi ini sesuai dengan ketentuan yang berlaku.

Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.`,
  )
})

test('LETTER-15 a recommendation for PBI-JKN, as it is read on paper', () => {
  const fields = {
    ...born,
    kepada: 'Kepala BPJS Kesehatan',
    'nomor-jkn': '0001234567890',
    'tanggal-nonaktif': '2026-02-01',
    alasan: 'darurat',
    faskes: 'RSUD Sleman',
    'nomor-surat-faskes': '445/12/2026',
    'tanggal-surat-faskes': '2026-10-30',
    desil: '2',
    'tanggal-data': '2026-10-01',
    dasar: 'Permensos 3/2025',
  }
  assert.equal(
    content('pbi-reactivation', fields).body,
    `Kepada Yth.
Kepala BPJS Kesehatan
di tempat

Dengan hormat,

Dengan ini kami merekomendasikan pengaktifan kembali kepesertaan Penerima Bantuan Iuran Jaminan Kesehatan Nasional (PBI-JKN) atas nama:

${person}
Nomor kartu JKN | 0001234567890
Nonaktif sejak | 1 Februari 2026
Desil | 2 (data per 1 Oktober 2026)

Yang bersangkutan membutuhkan pelayanan kesehatan karena **keadaan darurat medis**, berdasarkan surat keterangan fasilitas kesehatan:

Fasilitas kesehatan | RSUD Sleman
Nomor surat | 445/12/2026
Tanggal surat | 30 Oktober 2026

Dasar: Permensos 3/2025

Kami menyatakan bahwa yang bersangkutan layak diusulkan untuk diaktifkan kembali kepesertaannya. Demikian rekomendasi ini disampaikan, atas perhatiannya diucapkan terima kasih.`,
  )
})

test('LETTER-15 a statement of hardship, as it is read on paper', () => {
  const fields = {
    pekerjaan: 'Buruh',
    'kepala-keluarga': 'Sumarni',
    sebab: 'Penghasilan tidak tetap.\nMenanggung tiga anak.',
  }
  const { body } = content('hardship', { ...born, ...fields })
  assert.equal(
    body,
    `Yang bertanda tangan di bawah ini, Kepala Dinas Sosial pada Sekretariat SLRT Sleman, dengan ini menerangkan bahwa:

${person}
Pekerjaan | Buruh
Kepala keluarga | Sumarni

adalah benar warga yang berdomisili di Caturtunggal, Kecamatan Depok, Kabupaten Sleman, dan menurut pengamatan kami termasuk keluarga tidak mampu, karena:

Penghasilan tidak tetap.
Menanggung tiga anak.

Surat keterangan ini dibuat untuk keperluan **Pelayanan kesehatan**.

Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  )
})

test('LETTER-15 a referral slip has a part to be sent back, which names the letter by its number', () => {
  const fields = { ...born, tujuan: 'RSUD Sleman', masalah: 'Kartu tidak aktif.', kontak: 'Bagus, 0274 512345' }
  const { body } = paperOf(content('referral-slip', fields), '400/007/SLRT/XI/2026')
  const [letter = '', reply = ''] = body.split('\n---\n')
  assert.ok(letter.includes('RSUD Sleman') && letter.includes('Masalah | Kartu tidak aktif.'))
  assert.ok(!letter.includes('Layanan yang sudah diberikan'), 'nothing was given yet')
  assert.equal(
    reply,
    `> **JAWABAN RUJUKAN**
Nomor surat rujukan | 400/007/SLRT/XI/2026
Nama | Sumarni
Diterima tanggal | ........................................
Layanan yang diberikan | ................................................................................
Hasil | ................................................................................
Petugas dan tanda tangan | ........................................`,
  )
})

test('LETTER-15 a visit report, as it is read on paper', () => {
  const fields = {
    ...born,
    'tanggal-kunjungan': '2026-10-20',
    petugas: 'Bagus',
    hasil: 'Rumah tidak layak.',
    kesimpulan: 'Layak dibantu.',
  }
  assert.equal(
    content('visit-report', fields).body,
    `Pada tanggal 20 Oktober 2026, kami yang tersebut di bawah ini telah melakukan kunjungan dan verifikasi lapangan.

Petugas | Bagus

Keluarga yang dikunjungi:

${person}
Nomor kasus | 3404-26-000001

Hasil kunjungan | Rumah tidak layak.

Kesimpulan | Layak dibantu.

Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  )
})

const heads: readonly (readonly [office: OfficeRow, over: string, seat: string])[] = [
  [offices.village, 'Pemerintah Kabupaten Sleman · Caturtunggal', 'Caturtunggal'],
  [offices.subdistrict, 'Pemerintah Kabupaten Sleman · Kecamatan Depok', 'Depok'],
  [offices.district, 'Pemerintah Kabupaten Sleman', 'Sleman'],
  [offices.province, 'Pemerintah Provinsi DI Yogyakarta', 'DI Yogyakarta'],
  [offices.nation, 'Republik Indonesia', 'Jakarta'],
]
for (const [office, over, seat] of heads)
  test(`LETTER-24 the letterhead of ${office.name} names its government, and is signed at ${seat}`, () => {
    const { head, signed } = content('hardship', { sebab: 'x' }, { office })
    assert.deepEqual([head.over, head.office, signed.at], [over, office.name, `${seat}, 2 November 2026`])
  })

test('LETTER-24 a letterhead tells address and telephone where the office has them', () => {
  const head = (own: Partial<OfficeRow>) => content('hardship', {}, { office: { ...offices.district, ...own } }).head
  assert.equal(head({}).address, 'Kabupaten Sleman')
  assert.equal(head({ address: 'Jalan Parasamya 1' }).address, 'Jalan Parasamya 1')
  assert.equal(head({ phone: '0274 868' }).address, 'Kabupaten Sleman · Telepon 0274 868')
})

test('LETTER-15 days are those of the zone where it is signed', () => {
  const late = { now: Date.parse('2026-11-02T23:30:00+07:00') }
  assert.match(content('hardship', {}, late).signed.at, /2 November 2026$/)
  assert.match(content('hardship', {}, { ...late, zone: 'Asia/Jayapura' }).signed.at, /3 November 2026$/)
})

test('LETTER-23 a content is kept in one spelling, and read back as what it was', () => {
  const made = content('registered', { desil: '2' })
  const kept = contentText(made)
  assert.deepEqual(letterContent.parse(JSON.parse(kept)), made)
  assert.equal(contentText(letterContent.parse(JSON.parse(kept))), kept)
  assert.equal(letterContent.safeParse({ ...made, signed: {} }).success, false)
})

test('LETTER-23 the number stands wherever the letter says it; before there is one, dots', () => {
  const made = content('referral-slip', { tujuan: 'RSUD' })
  assert.equal(paperOf(made, '400/001').number, '400/001')
  assert.ok(paperOf(made, '400/001').body.includes('| 400/001'))
  const draft = paperOf(made, null)
  assert.equal(draft.number, '400.9/……/SLRT/XI/2026')
  assert.doesNotMatch(draft.body, /[{}]/)
})

test('LETTER-21 what stands in a case never becomes a field, a mark or a row of its letter', () => {
  const kase = aCase('handling', { clientName: '{nik} | **Tebal**\nBaris', clientAddress: 'RT 4 | RW 2' })
  const { body } = content('registered', { desil: '2' }, { kase })
  assert.ok(body.includes('Nama | **nik Tebal Baris**'))
  assert.ok(body.includes('Alamat | RT 4 RW 2'))
})

test('LETTER-15 what was typed is read as words by name, and anything else is a fault', () => {
  assert.deepEqual(typedIn('{"desil":"2"}'), { desil: '2' })
  for (const broken of ['[]', '{"desil":2}', 'x']) assert.throws(() => typedIn(broken), broken)
})
