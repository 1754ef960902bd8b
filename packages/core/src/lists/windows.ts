import type { Windows } from '../case/policy.ts'
import type { Names } from './item.ts'

interface Window {
  readonly days: number
  readonly names: Names
  readonly basis: string
}

const tierBasis = 'Usulan: makin jauh kantornya, makin lama jawabannya; dapat diubah daerah'

/** Limits that citizens and asked offices meet, as a new installation holds them. */
export const windows: Readonly<Record<keyof Windows, Window>> = {
  completeDays: {
    days: 10,
    names: { id: 'Hari untuk melengkapi laporan', en: 'Days to complete a report' },
    basis: 'Lapor Ajib Pekalongan: laporan kurang lengkap diberi 10 hari kalender, lalu diarsipkan',
  },
  wordDays: {
    days: 10,
    names: { id: 'Hari menunggu kabar warga setelah dijawab', en: 'Days to wait for word after an answer' },
    basis: 'Lapor Ajib Pekalongan: ditutup 10 hari setelah jawaban tanpa tanggapan',
  },
  reopenDays: {
    days: 30,
    names: { id: 'Hari untuk membuka kembali', en: 'Days in which a case can be opened again' },
    basis: 'Usulan: sama dengan kunjungan tindak lanjut 30 hari; dapat diubah daerah',
  },
  acceptDays: {
    days: 3,
    names: { id: 'Hari kerja untuk menerima rujukan', en: 'Working days to accept a referral' },
    basis: 'SP4N-LAPOR!: tanggapan pertama 3 hari kerja',
  },
  redDays: {
    days: 1,
    names: {
      id: 'Hari untuk kartu merah di tiap kantor (24 jam, termasuk hari libur)',
      en: 'Days for a red card at each office (24 hours, holidays too)',
    },
    basis: 'Kartu merah Gertak Trenggalek: jalur cepat; keadaan darurat dilayani 24 jam melalui Puskesos (Blitar)',
  },
  staleDays: {
    days: 5,
    names: {
      id: 'Hari kerja tanpa perubahan sampai kasus ditandai diam',
      en: 'Working days without a change until a case is marked as standing still',
    },
    basis: 'Usulan: selama tanggapan informasi SP4N-LAPOR!, 5 hari kerja; dapat diubah daerah',
  },
  startDays: {
    days: 3,
    names: { id: 'Hari kerja untuk mulai mengerjakan rujukan', en: 'Working days to begin with a referral' },
    basis: 'Usulan: sama dengan waktu menerima, SP4N-LAPOR! tanggapan pertama 3 hari kerja; dapat diubah daerah',
  },
  finishDays: {
    days: 14,
    names: { id: 'Hari kerja untuk menyelesaikan rujukan', en: 'Working days to complete a referral' },
    basis: 'SP4N-LAPOR!: pengaduan tanpa pemeriksaan lapangan 14 hari kerja; dapat diubah daerah',
  },
  linkDays: {
    days: 30,
    names: { id: 'Hari berlakunya tautan jawaban rujukan', en: 'Days for which a reply link of a referral lasts' },
    basis: 'Usulan: sebulan sejak dibuat atau terakhir dipakai menjawab; dapat diubah daerah',
  },
  firstVisitDays: {
    days: 30,
    names: { id: 'Hari sampai kunjungan lanjutan pertama', en: 'Days until the first outcome visit' },
    basis: 'Usulan: hasil bagi keluarga dilihat 30 hari setelah kasus ditutup; dapat diubah daerah',
  },
  secondVisitDays: {
    days: 90,
    names: { id: 'Hari sampai kunjungan lanjutan kedua', en: 'Days until the second outcome visit' },
    basis: 'Usulan: dilihat lagi 90 hari setelah kasus ditutup; dapat diubah daerah',
  },
  messageDays: {
    days: 30,
    names: {
      id: 'Hari pesan masuk disimpan setelah dicatat atau dikesampingkan',
      en: 'Days for which a message is kept after it was registered or set aside',
    },
    basis: 'Usulan: cukup untuk membetulkan kekeliruan; yang masih menunggu tidak dihapus; dapat diubah daerah',
  },
  extractDays: {
    days: 30,
    names: {
      id: 'Hari berkas data nasional yang dikirim disimpan',
      en: 'Days for which a file sent from the national registry is kept',
    },
    basis: 'Usulan: cukup untuk memuat ulang dan memeriksa; sesudah itu berkasnya hilang; dapat diubah daerah',
  },
  reviewDays: {
    days: 0,
    names: {
      id: 'Hari kerja supervisor memeriksa laporan fasilitator (0: tidak diperiksa)',
      en: 'Working days for a supervisor to check what a facilitator reports (0: no check)',
    },
    basis: 'Usulan: dimatikan sampai daerah memilihnya; Madiun: supervisor memeriksa keluhan sebelum diteruskan',
  },
  challengeSubdistrictDays: {
    days: 5,
    names: {
      id: 'Hari kerja kantor kecamatan menjawab kendala',
      en: 'Working days for an office of a sub-district to answer a challenge',
    },
    basis: tierBasis,
  },
  challengeDistrictDays: {
    days: 10,
    names: {
      id: 'Hari kerja kantor kabupaten/kota menjawab kendala',
      en: 'Working days for an office of a district to answer a challenge',
    },
    basis: tierBasis,
  },
  challengeProvinceDays: {
    days: 15,
    names: {
      id: 'Hari kerja kantor provinsi menjawab kendala',
      en: 'Working days for an office of a province to answer a challenge',
    },
    basis: tierBasis,
  },
  challengeNationDays: {
    days: 20,
    names: {
      id: 'Hari kerja kantor pusat menjawab kendala',
      en: 'Working days for an office of the nation to answer a challenge',
    },
    basis: tierBasis,
  },
  grantDays: {
    days: 90,
    names: { id: 'Hari berlakunya izin melihat kasus', en: 'Days for which a grant to see a case lasts' },
    basis: 'Usulan: sampai kunjungan tindak lanjut 90 hari; dicabut lebih dulu bila rujukan selesai',
  },
}
