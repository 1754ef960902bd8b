import type { LetterKind } from './kinds.ts'
import type { TemplateData } from './rules.ts'

const person = `Nama | **{nama}**
NIK | {nik}
Nomor KK | {kk}
Tempat lahir | {tempat-lahir}
Tanggal lahir | {tanggal-lahir}
Alamat | {alamat}
Desa/Kelurahan | {desa}
Kecamatan | {kecamatan}
Kabupaten/Kota | {kabupaten}`

/** Templates as a new installation holds them, in the words of official letters. */
export const templates: Readonly<Record<LetterKind, TemplateData>> = {
  registered: {
    title: 'Surat Keterangan Terdaftar DTSEN',
    code: '400.9',
    body: `Yang bertanda tangan di bawah ini, {jabatan} pada {kantor}, dengan ini menerangkan bahwa:

${person}

terdaftar dalam **Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)** pada **desil {desil}**, menurut data per tanggal {tanggal-data}.

Surat keterangan ini dibuat untuk keperluan **{keperluan}**.
Surat keterangan ini berlaku sampai dengan {berlaku-sampai}.

Terdaftar dalam DTSEN tidak dengan sendirinya berarti berhak atas suatu bantuan; penetapan penerima mengikuti ketentuan masing-masing program.

Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  },
  recommendation: {
    title: 'Surat Rekomendasi',
    code: '400.9',
    body: `Kepada Yth.
{kepada}
di tempat

Dengan hormat,

Berdasarkan hasil penelaahan atas permohonan nomor {nomor-kasus}, dengan ini kami menyampaikan rekomendasi bagi:

${person}
Desil | {desil} (data per {tanggal-data})
Keperluan | {keperluan}

{isi}

Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan menindaklanjuti rekomendasi ini sesuai dengan ketentuan yang berlaku.

Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.`,
  },
  'pbi-reactivation': {
    title: 'Surat Rekomendasi Reaktivasi Kepesertaan PBI-JKN',
    code: '400.9.14',
    body: `Kepada Yth.
{kepada}
di tempat

Dengan hormat,

Dengan ini kami merekomendasikan pengaktifan kembali kepesertaan Penerima Bantuan Iuran Jaminan Kesehatan Nasional (PBI-JKN) atas nama:

${person}
Nomor kartu JKN | {nomor-jkn}
Nonaktif sejak | {tanggal-nonaktif}
Desil | {desil} (data per {tanggal-data})

Yang bersangkutan membutuhkan pelayanan kesehatan karena **{alasan}**, berdasarkan surat keterangan fasilitas kesehatan:

Fasilitas kesehatan | {faskes}
Nomor surat | {nomor-surat-faskes}
Tanggal surat | {tanggal-surat-faskes}

Dasar: {dasar}

Kami menyatakan bahwa yang bersangkutan layak diusulkan untuk diaktifkan kembali kepesertaannya. Demikian rekomendasi ini disampaikan, atas perhatiannya diucapkan terima kasih.`,
  },
  hardship: {
    title: 'Surat Keterangan Tidak Mampu',
    code: '400.12.3',
    body: `Yang bertanda tangan di bawah ini, {jabatan} pada {kantor}, dengan ini menerangkan bahwa:

${person}
Pekerjaan | {pekerjaan}
Kepala keluarga | {kepala-keluarga}
Desil | {desil} (data per {tanggal-data})

adalah benar warga yang berdomisili di {desa}, Kecamatan {kecamatan}, {kabupaten}, dan menurut pengamatan kami termasuk keluarga tidak mampu, karena:

{sebab}

Surat keterangan ini dibuat untuk keperluan **{keperluan}**.

Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  },
  'referral-slip': {
    title: 'Surat Rujukan',
    code: '400.9.6',
    body: `Kepada Yth.
{tujuan}
di tempat

Dengan hormat, bersama ini kami rujuk warga:

${person}
Nomor kasus | {nomor-kasus}

Masalah | {masalah}
Layanan yang sudah diberikan | {layanan}
Narahubung | {kontak}

Mohon kiranya warga tersebut dapat dilayani sesuai kewenangan Bapak/Ibu, dan lembar jawaban di bawah ini dikirimkan kembali kepada kami. Atas kerja samanya diucapkan terima kasih.

---
> **JAWABAN RUJUKAN**
Nomor surat rujukan | {nomor}
Nama | {nama}
Diterima tanggal | ........................................
Layanan yang diberikan | ................................................................................
Hasil | ................................................................................
Petugas dan tanda tangan | ........................................`,
  },
  'visit-report': {
    title: 'Berita Acara Kunjungan',
    code: '400.9',
    body: `Pada tanggal {tanggal-kunjungan}, kami yang tersebut di bawah ini telah melakukan kunjungan dan verifikasi lapangan.

Petugas | {petugas}
Saksi | {saksi}

Keluarga yang dikunjungi:

${person}
Nomor kasus | {nomor-kasus}

Hasil kunjungan | {hasil}

Kesimpulan | {kesimpulan}

Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`,
  },
}
