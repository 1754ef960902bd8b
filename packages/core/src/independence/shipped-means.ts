import type { Indicator } from './instrument.ts'
import type { ShippedLine } from './shipped-line.ts'
import { indicatorsOf } from './shipped-line.ts'

const people: readonly ShippedLine[] = [
  {
    code: 'people-posts',
    weight: 3,
    figure: { of: 'posts', steps: [40, 60, 80, 100] },
    id: {
      name: 'Jabatan SLRT terisi',
      levels: [
        'Kurang dari 40% jenis jabatan terisi',
        '40% atau lebih terisi',
        '60% atau lebih terisi',
        '80% atau lebih terisi',
        'Semua jenis jabatan terisi',
      ],
      evidence: 'Daftar petugas: manajer, supervisor, FO, BO, fasilitator, koordinator Puskesos',
    },
    en: {
      name: 'Posts of SLRT are filled',
      levels: [
        'Fewer than 40% of the kinds of posts',
        '40% or more',
        '60% or more',
        '80% or more',
        'Every kind of post is filled',
      ],
      evidence: 'A list of who serves: manager, supervisor, front and back office, facilitators, Puskesos coordinators',
    },
  },
  {
    code: 'people-villages',
    weight: 3,
    figure: { of: 'facilitated', steps: [25, 50, 75, 95] },
    id: {
      name: 'Desa/kelurahan dengan fasilitator',
      levels: [
        'Kurang dari 25% desa/kelurahan',
        '25% atau lebih',
        '50% atau lebih',
        '75% atau lebih',
        '95% atau lebih',
      ],
      evidence: 'Daftar fasilitator per desa/kelurahan',
    },
    en: {
      name: 'Villages with a facilitator',
      levels: ['Fewer than 25% of villages', '25% or more', '50% or more', '75% or more', '95% or more'],
      evidence: 'A list of facilitators by village',
    },
  },
  {
    code: 'people-trained',
    weight: 2,
    id: {
      name: 'Petugas sudah dilatih',
      levels: [
        'Belum ada pelatihan',
        'Hanya petugas lama yang pernah dilatih',
        'Sekitar setengah petugas sudah dilatih',
        'Sebagian besar petugas sudah dilatih',
        'Semua petugas dilatih, dan petugas baru dilatih oleh daerah sendiri',
      ],
      evidence: 'Daftar peserta pelatihan dan jadwal pelatihan daerah',
    },
    en: {
      name: 'Those who serve were trained',
      levels: [
        'No training',
        'Only those who have been there for long',
        'About half',
        'Most',
        'All of them, and the district trains newcomers itself',
      ],
      evidence: 'Lists of trainings and who came',
    },
  },
]

const procedure: readonly ShippedLine[] = [
  {
    code: 'procedure-sop',
    weight: 3,
    id: {
      name: 'SOP layanan dan rujukan',
      levels: [
        'Belum ada',
        'Memakai contoh dari pusat tanpa disesuaikan',
        'Sudah disesuaikan, belum ditandatangani',
        'Ditandatangani kepala dinas',
        'Ditandatangani, dipakai, dan ditinjau tiap tahun',
      ],
      evidence: 'SOP yang ditandatangani',
    },
    en: {
      name: 'Procedures for services and referrals',
      levels: [
        'None',
        'The ministry’s example, as it is',
        'Made to fit, not signed yet',
        'Signed by the head of the agency',
        'Signed, in use, and looked at again each year',
      ],
      evidence: 'The signed procedures',
    },
  },
  {
    code: 'procedure-limits',
    weight: 2,
    id: {
      name: 'Batas waktu layanan ditetapkan',
      levels: [
        'Belum ada batas waktu',
        'Ada untuk sebagian kecil layanan',
        'Ada untuk sebagian besar layanan',
        'Ada untuk semua layanan',
        'Ada untuk semua layanan dan diumumkan kepada warga',
      ],
      evidence: 'Standar pelayanan atau maklumat pelayanan',
    },
    en: {
      name: 'Time limits of services are laid down',
      levels: [
        'None',
        'For a few services',
        'For most services',
        'For all services',
        'For all services, and told to citizens',
      ],
      evidence: 'Service standards or the public notice of them',
    },
  },
  {
    code: 'procedure-complaints',
    weight: 2,
    id: {
      name: 'Keluhan tentang layanan ditangani',
      levels: [
        'Belum ada saluran',
        'Ada saluran, belum dicatat',
        'Dicatat, belum tentu dijawab',
        'Dicatat dan dijawab',
        'Dicatat, dijawab, dan dipakai memperbaiki layanan',
      ],
      evidence: 'Catatan keluhan dan jawabannya',
    },
    en: {
      name: 'Complaints about the service are dealt with',
      levels: [
        'No way to complain',
        'There is one, nothing is written down',
        'Written down, not always answered',
        'Written down and answered',
        'Written down, answered, and used to do better',
      ],
      evidence: 'The record of complaints and answers',
    },
  },
]

const data: readonly ShippedLine[] = [
  {
    code: 'data-devices',
    weight: 2,
    id: {
      name: 'Perangkat dan jaringan',
      levels: [
        'Belum ada perangkat',
        'Petugas memakai perangkat dan pulsa pribadi',
        'Ada perangkat di sekretariat saja',
        'Ada perangkat dan jaringan di sekretariat dan sebagian besar Puskesos',
        'Ada di semua tempat layanan, dengan biaya perawatan di APBD',
      ],
      evidence: 'Daftar perangkat dan langganan jaringan',
    },
    en: {
      name: 'Devices and lines',
      levels: [
        'No devices',
        'People use their own and pay for the line',
        'At the secretariat alone',
        'At the secretariat and most Puskesos',
        'Wherever people are served, with upkeep in the budget',
      ],
      evidence: 'Lists of devices and subscriptions',
    },
  },
  {
    code: 'data-registry',
    weight: 3,
    id: {
      name: 'Pemutakhiran data keluarga miskin dan rentan',
      levels: [
        'Belum ada pemutakhiran',
        'Hanya memperbaiki NIK',
        'Dimutakhirkan sesekali lewat musyawarah',
        'Dimutakhirkan rutin di sebagian besar desa/kelurahan',
        'Dimutakhirkan rutin di semua desa/kelurahan dan dipakai program daerah',
      ],
      evidence: 'Berita acara musyawarah dan rekap usulan setahun terakhir',
    },
    en: {
      name: 'Data on poor and vulnerable families is kept up to date',
      levels: [
        'It is not',
        'Only NIK numbers are mended',
        'Now and then, in village meetings',
        'Regularly, in most villages',
        'Regularly, in all villages, and programmes of the district use it',
      ],
      evidence: 'Minutes of meetings and sums of proposals of the last year',
    },
  },
  {
    code: 'data-safe',
    weight: 2,
    id: {
      name: 'Keamanan data warga',
      levels: [
        'Belum diatur',
        'Data disimpan di perangkat pribadi atau grup percakapan',
        'Ada aturan tertulis, belum dijalankan penuh',
        'Hak akses diatur per petugas',
        'Hak akses diatur, ditinjau tiap tahun, dan cadangan data diuji',
      ],
      evidence: 'Aturan akses data dan catatan uji cadangan',
    },
    en: {
      name: 'Citizens’ data is kept safe',
      levels: [
        'Nothing is laid down',
        'It lies on people’s own devices or in chat groups',
        'Rules are written, not wholly followed',
        'Each person has rights of their own',
        'Rights are looked at each year, and backups are tried out',
      ],
      evidence: 'Rules on access and notes of tried backups',
    },
  },
]

/** People, procedure, IT and data. */
export const shippedMeans: readonly Indicator[] = [
  ...indicatorsOf('people', people),
  ...indicatorsOf('procedure', procedure),
  ...indicatorsOf('data', data),
]
