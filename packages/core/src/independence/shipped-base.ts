import type { Indicator } from './instrument.ts'
import type { ShippedLine } from './shipped-line.ts'
import { indicatorsOf } from './shipped-line.ts'

const regulation: readonly ShippedLine[] = [
  {
    code: 'regulation-district',
    weight: 4,
    id: {
      name: 'Peraturan daerah tentang SLRT',
      levels: [
        'Belum ada dan belum dibahas',
        'Sedang dibahas, belum ada naskah',
        'Sudah ada rancangan yang dibahas bersama bagian hukum',
        'Sudah ada keputusan bupati/wali kota',
        'Sudah ada perda atau peraturan bupati/wali kota yang berlaku',
      ],
      evidence: 'Nomor dan tanggal peraturan, atau rancangannya',
    },
    en: {
      name: 'A regulation of the district on SLRT',
      levels: [
        'None, and not talked about',
        'Talked about, nothing drafted',
        'A draft is worked on with the legal section',
        'A decree of the head of the district',
        'A by-law or regulation of the head of the district in force',
      ],
      evidence: 'Number and date of the regulation, or its draft',
    },
  },
  {
    code: 'regulation-team',
    weight: 2,
    id: {
      name: 'SK tim koordinasi dan sekretariat',
      levels: [
        'Belum ada SK',
        'Ada SK, masa berlakunya sudah lewat',
        'Ada SK sekretariat saja',
        'Ada SK tim koordinasi dan sekretariat',
        'Ada SK keduanya, diperbarui tahun ini dengan nama petugas',
      ],
      evidence: 'Nomor dan tanggal SK',
    },
    en: {
      name: 'Decrees of the coordination team and the secretariat',
      levels: [
        'No decree',
        'A decree that has run out',
        'A decree of the secretariat alone',
        'Decrees of team and secretariat',
        'Both, renewed this year, with the names of those who serve',
      ],
      evidence: 'Number and date of the decrees',
    },
  },
  {
    code: 'regulation-puskesos',
    weight: 2,
    id: {
      name: 'SK Puskesos di desa/kelurahan',
      levels: [
        'Belum ada Puskesos yang punya SK',
        'Sebagian kecil Puskesos punya SK',
        'Sekitar setengah Puskesos punya SK',
        'Sebagian besar Puskesos punya SK',
        'Semua Puskesos punya SK atau peraturan desa',
      ],
      evidence: 'Daftar SK atau peraturan desa per Puskesos',
    },
    en: {
      name: 'Decrees of the Puskesos in villages',
      levels: [
        'No Puskesos has one',
        'Few have one',
        'About half have one',
        'Most have one',
        'Every Puskesos has a decree or a village regulation',
      ],
      evidence: 'A list of decrees or village regulations',
    },
  },
]

const budget: readonly ShippedLine[] = [
  {
    code: 'budget-apbd',
    weight: 5,
    id: {
      name: 'Anggaran SLRT dari APBD',
      levels: [
        'Semua biaya masih dari APBN atau belum ada',
        'APBD menanggung sebagian kecil biaya',
        'APBD menanggung sekitar setengah biaya',
        'APBD menanggung sebagian besar biaya',
        'APBD menanggung semua biaya, dalam pos anggaran sendiri',
      ],
      evidence: 'DPA tahun ini dengan nama kegiatan dan jumlahnya',
    },
    en: {
      name: 'Money for SLRT from the district budget',
      levels: [
        'All costs are still paid by the state, or by nobody',
        'The district pays a small part',
        'The district pays about half',
        'The district pays most',
        'The district pays all, from a budget line of its own',
      ],
      evidence: 'This year’s budget document with line and amount',
    },
  },
  {
    code: 'budget-stipends',
    weight: 3,
    id: {
      name: 'Honor petugas dibayar tepat waktu',
      levels: [
        'Belum ada honor',
        'Ada, sering terlambat lebih dari tiga bulan',
        'Ada, sesekali terlambat',
        'Tepat waktu untuk sebagian besar petugas',
        'Tepat waktu untuk semua petugas sepanjang tahun',
      ],
      evidence: 'Daftar pembayaran honor tahun ini',
    },
    en: {
      name: 'Stipends are paid on time',
      levels: [
        'There are none',
        'Paid, often more than three months late',
        'Paid, late at times',
        'On time for most',
        'On time for everybody, all year',
      ],
      evidence: 'This year’s list of payments',
    },
  },
  {
    code: 'budget-planned',
    weight: 2,
    id: {
      name: 'SLRT tercantum dalam rencana daerah',
      levels: [
        'Belum tercantum',
        'Diusulkan dalam musrenbang',
        'Tercantum dalam Renja dinas sosial',
        'Tercantum dalam RKPD',
        'Tercantum dalam RPJMD dengan target tiap tahun',
      ],
      evidence: 'Halaman dokumen rencana yang memuat SLRT',
    },
    en: {
      name: 'SLRT stands in the plans of the district',
      levels: [
        'It does not',
        'Proposed in the planning meeting',
        'In the yearly plan of the social agency',
        'In the yearly plan of the district',
        'In the five-year plan, with a target for each year',
      ],
      evidence: 'The page of the plan',
    },
  },
]

const institution: readonly ShippedLine[] = [
  {
    code: 'institution-form',
    weight: 3,
    id: {
      name: 'Bentuk kelembagaan sekretariat',
      levels: [
        'Belum ada sekretariat',
        'Dijalankan petugas tanpa kedudukan tetap',
        'Melekat pada satu bidang dinas sosial',
        'Punya seksi atau pejabat yang bertanggung jawab',
        'UPTD atau unit tetap dengan tugas yang diatur',
      ],
      evidence: 'Peraturan atau SK susunan organisasi',
    },
    en: {
      name: 'What the secretariat is',
      levels: [
        'There is none',
        'Run by people without a place in the organisation',
        'Part of a division of the social agency',
        'A section or an officer answers for it',
        'A unit of its own, with duties laid down',
      ],
      evidence: 'The regulation or decree on the organisation',
    },
  },
  {
    code: 'institution-room',
    weight: 2,
    id: {
      name: 'Ruang layanan sekretariat',
      levels: [
        'Belum ada ruang',
        'Meminjam ruang yang berpindah-pindah',
        'Ruang tetap, belum cukup untuk melayani warga',
        'Ruang tetap dengan meja depan dan ruang tunggu',
        'Juga mudah dicapai lansia dan difabel, dengan ruang bicara tertutup',
      ],
      evidence: 'Foto ruang layanan dan alamatnya',
    },
    en: {
      name: 'Where the secretariat receives people',
      levels: [
        'No room',
        'Borrowed rooms, here and there',
        'A room of its own, too small to receive people',
        'A room with a front desk and a place to wait',
        'Also easy to reach for old and disabled people, with a place to speak in private',
      ],
      evidence: 'Photos and the address',
    },
  },
  {
    code: 'institution-meetings',
    weight: 3,
    id: {
      name: 'Rapat tim koordinasi',
      levels: [
        'Belum pernah',
        'Sekali dalam setahun',
        'Dua kali dalam setahun',
        'Setiap tiga bulan',
        'Setiap tiga bulan, dan keputusannya ditindaklanjuti',
      ],
      evidence: 'Notula rapat setahun terakhir',
    },
    en: {
      name: 'Meetings of the coordination team',
      levels: [
        'Never',
        'Once a year',
        'Twice a year',
        'Every three months',
        'Every three months, and what is decided gets done',
      ],
      evidence: 'Minutes of the last year',
    },
  },
]

/** Regulation, budget and institution. */
export const shippedBase: readonly Indicator[] = [
  ...indicatorsOf('regulation', regulation),
  ...indicatorsOf('budget', budget),
  ...indicatorsOf('institution', institution),
]
