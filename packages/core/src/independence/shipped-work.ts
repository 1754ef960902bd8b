import type { Indicator } from './instrument.ts'
import type { ShippedLine } from './shipped-line.ts'
import { indicatorsOf } from './shipped-line.ts'

const service: readonly ShippedLine[] = [
  {
    code: 'service-handled',
    weight: 4,
    figure: { of: 'handled', steps: [25, 50, 75, 90] },
    id: {
      name: 'Kasus ditangani',
      levels: [
        'Kurang dari 25% kasus setahun terakhir',
        '25% atau lebih',
        '50% atau lebih',
        '75% atau lebih',
        '90% atau lebih',
      ],
      evidence: 'Angka sistem: kasus dijawab atau selesai di meja, dari yang tercatat',
    },
    en: {
      name: 'Cases are handled',
      levels: ['Fewer than 25% of the last year’s cases', '25% or more', '50% or more', '75% or more', '90% or more'],
      evidence: 'The system’s figure: cases answered or settled at the desk, of those recorded',
    },
  },
  {
    code: 'service-confirmed',
    weight: 4,
    figure: { of: 'confirmed', steps: [10, 25, 50, 75] },
    id: {
      name: 'Warga menyatakan masalahnya selesai',
      levels: [
        'Kurang dari 10% kasus yang ditangani',
        '10% atau lebih',
        '25% atau lebih',
        '50% atau lebih',
        '75% atau lebih',
      ],
      evidence: 'Angka sistem: kasus yang dikonfirmasi warga, dari yang ditangani',
    },
    en: {
      name: 'Citizens say that their matter is settled',
      levels: ['Fewer than 10% of the cases handled', '10% or more', '25% or more', '50% or more', '75% or more'],
      evidence: 'The system’s figure: cases confirmed by citizens, of those handled',
    },
  },
  {
    code: 'service-referrals',
    weight: 3,
    figure: { of: 'referred', steps: [20, 40, 60, 80] },
    id: {
      name: 'Rujukan dilayani sampai selesai',
      levels: [
        'Kurang dari 20% rujukan setahun terakhir',
        '20% atau lebih',
        '40% atau lebih',
        '60% atau lebih',
        '80% atau lebih',
      ],
      evidence: 'Angka sistem: rujukan selesai, dari yang diminta',
    },
    en: {
      name: 'Referrals are served to the end',
      levels: [
        'Fewer than 20% of the last year’s referrals',
        '20% or more',
        '40% or more',
        '60% or more',
        '80% or more',
      ],
      evidence: 'The system’s figure: referrals completed, of those asked for',
    },
  },
]

const partnership: readonly ShippedLine[] = [
  {
    code: 'partnership-agencies',
    weight: 3,
    id: {
      name: 'Narahubung di tiap OPD',
      levels: [
        'Belum ada',
        'Ada di dinas sosial saja',
        'Ada di dua atau tiga OPD',
        'Ada di sebagian besar OPD terkait',
        'Ada di semua OPD terkait, dengan nama dalam SK',
      ],
      evidence: 'Daftar narahubung per OPD',
    },
    en: {
      name: 'A named contact at each agency',
      levels: [
        'None',
        'At the social agency alone',
        'At two or three agencies',
        'At most of those concerned',
        'At all of those concerned, named in a decree',
      ],
      evidence: 'A list of contacts',
    },
  },
  {
    code: 'partnership-private',
    weight: 2,
    id: {
      name: 'Kerja sama dengan Baznas, dunia usaha dan LKS',
      levels: [
        'Belum ada',
        'Ada bantuan sesekali',
        'Ada kesepakatan lisan',
        'Ada satu kerja sama tertulis',
        'Ada beberapa kerja sama tertulis yang berjalan',
      ],
      evidence: 'Naskah kerja sama',
    },
    en: {
      name: 'Work with Baznas, companies and welfare bodies',
      levels: [
        'None',
        'Help now and then',
        'Agreed by word of mouth',
        'One written agreement',
        'Several written agreements at work',
      ],
      evidence: 'The agreements',
    },
  },
  {
    code: 'partnership-province',
    weight: 2,
    id: {
      name: 'Pembinaan bersama provinsi',
      levels: [
        'Belum ada',
        'Provinsi pernah berkunjung',
        'Provinsi membina setahun sekali',
        'Provinsi membina dua kali setahun atau lebih',
        'Ada rencana pembinaan bersama dan dijalankan',
      ],
      evidence: 'Laporan pembinaan setahun terakhir',
    },
    en: {
      name: 'Coaching together with the province',
      levels: [
        'None',
        'The province came once',
        'The province coaches once a year',
        'The province coaches twice a year or more',
        'There is a plan for it, and it is followed',
      ],
      evidence: 'Coaching reports of the last year',
    },
  },
]

const replication: readonly ShippedLine[] = [
  {
    code: 'replication-puskesos',
    weight: 4,
    figure: { of: 'puskesos', steps: [5, 25, 50, 90] },
    id: {
      name: 'Desa/kelurahan dengan Puskesos aktif',
      levels: ['Kurang dari 5% desa/kelurahan', '5% atau lebih', '25% atau lebih', '50% atau lebih', '90% atau lebih'],
      evidence: 'Angka sistem: desa/kelurahan yang Puskesosnya terdaftar aktif',
    },
    en: {
      name: 'Villages with an active Puskesos',
      levels: ['Fewer than 5% of villages', '5% or more', '25% or more', '50% or more', '90% or more'],
      evidence: 'The system’s figure: villages whose Puskesos is on record as active',
    },
  },
  {
    code: 'replication-village-funds',
    weight: 3,
    id: {
      name: 'Puskesos dibiayai desa/kelurahan',
      levels: [
        'Belum ada',
        'Sebagian kecil Puskesos',
        'Sekitar setengah Puskesos',
        'Sebagian besar Puskesos',
        'Semua Puskesos, dari Dana Desa atau anggaran kelurahan',
      ],
      evidence: 'APB Desa atau anggaran kelurahan yang memuat Puskesos',
    },
    en: {
      name: 'Villages pay for their Puskesos',
      levels: ['None', 'Few', 'About half', 'Most', 'All, from village funds or the ward’s budget'],
      evidence: 'Village budgets that name the Puskesos',
    },
  },
  {
    code: 'replication-plan',
    weight: 2,
    id: {
      name: 'Rencana perluasan Puskesos',
      levels: [
        'Belum ada',
        'Sedang dibahas',
        'Ada rencana, belum ada anggaran',
        'Ada rencana dan anggaran tahun ini',
        'Ada rencana beberapa tahun yang berjalan sesuai target',
      ],
      evidence: 'Rencana perluasan dengan target per tahun',
    },
    en: {
      name: 'A plan for more Puskesos',
      levels: [
        'None',
        'Talked about',
        'A plan without money',
        'A plan with money this year',
        'A plan of several years that keeps to its targets',
      ],
      evidence: 'The plan with its targets',
    },
  },
]

/** Service, partnership and replication. */
export const shippedWork: readonly Indicator[] = [
  ...indicatorsOf('service', service),
  ...indicatorsOf('partnership', partnership),
  ...indicatorsOf('replication', replication),
]
