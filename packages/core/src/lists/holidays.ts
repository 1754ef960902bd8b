import type { Day } from '../kernel/instant.ts'

/** A day on which offices are closed. `provisional` until the three ministers have decreed that year's days. */
export interface Holiday {
  readonly day: Day
  readonly name: string
  readonly kind: 'national' | 'joint-leave'
  readonly basis: string
  readonly provisional: boolean
}

type Line = readonly [monthAndDay: string, name: string]

const days = (year: string, kind: Holiday['kind'], basis: string, lines: readonly Line[]): readonly Holiday[] =>
  lines.map(([day, name]) => ({ day: `${year}-${day}`, name, kind, basis, provisional: false }))

const skb2025 = 'SKB 3 Menteri 1017/2024, 2/2024, 2/2024'
const skb2025Added = 'SKB 3 Menteri 933/2025 (perubahan SKB hari libur 2025)'
const skb2026 = 'SKB 3 Menteri tentang hari libur nasional dan cuti bersama 2026'

const year2025: readonly Holiday[] = [
  ...days('2025', 'national', skb2025, [
    ['01-01', 'Tahun Baru 2025'],
    ['01-27', 'Isra Mikraj'],
    ['01-29', 'Tahun Baru Imlek 2576'],
    ['03-29', 'Hari Suci Nyepi 1947'],
    ['03-31', 'Idulfitri 1446 H'],
    ['04-01', 'Idulfitri 1446 H'],
    ['04-18', 'Wafat Yesus Kristus'],
    ['04-20', 'Kebangkitan Yesus Kristus (Paskah)'],
    ['05-01', 'Hari Buruh Internasional'],
    ['05-12', 'Hari Raya Waisak 2569'],
    ['05-29', 'Kenaikan Yesus Kristus'],
    ['06-01', 'Hari Lahir Pancasila'],
    ['06-06', 'Iduladha 1446 H'],
    ['06-27', '1 Muharam 1447 H'],
    ['08-17', 'Hari Kemerdekaan'],
    ['09-05', 'Maulid Nabi Muhammad'],
    ['12-25', 'Hari Raya Natal'],
  ]),
  ...days('2025', 'joint-leave', skb2025, [
    ['01-28', 'Cuti bersama Imlek'],
    ['03-28', 'Cuti bersama Nyepi'],
    ['04-02', 'Cuti bersama Idulfitri'],
    ['04-03', 'Cuti bersama Idulfitri'],
    ['04-04', 'Cuti bersama Idulfitri'],
    ['04-07', 'Cuti bersama Idulfitri'],
    ['05-13', 'Cuti bersama Waisak'],
    ['05-30', 'Cuti bersama Kenaikan Yesus Kristus'],
    ['06-09', 'Cuti bersama Iduladha'],
    ['12-26', 'Cuti bersama Natal'],
  ]),
  ...days('2025', 'joint-leave', skb2025Added, [['08-18', 'Cuti bersama Hari Kemerdekaan']]),
]

const year2026: readonly Holiday[] = [
  ...days('2026', 'national', skb2026, [
    ['01-01', 'Tahun Baru 2026'],
    ['01-16', 'Isra Mikraj'],
    ['02-17', 'Tahun Baru Imlek 2577'],
    ['03-19', 'Hari Suci Nyepi 1948'],
    ['03-21', 'Idulfitri 1447 H'],
    ['03-22', 'Idulfitri 1447 H'],
    ['04-03', 'Wafat Yesus Kristus'],
    ['04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
    ['05-01', 'Hari Buruh Internasional'],
    ['05-14', 'Kenaikan Yesus Kristus'],
    ['05-27', 'Iduladha 1447 H'],
    ['05-31', 'Hari Raya Waisak 2570'],
    ['06-01', 'Hari Lahir Pancasila'],
    ['06-16', '1 Muharam 1448 H'],
    ['08-17', 'Hari Kemerdekaan'],
    ['08-25', 'Maulid Nabi Muhammad'],
    ['12-25', 'Hari Raya Natal'],
  ]),
  ...days('2026', 'joint-leave', skb2026, [
    ['02-16', 'Cuti bersama Imlek'],
    ['03-18', 'Cuti bersama Nyepi'],
    ['03-20', 'Cuti bersama Idulfitri'],
    ['03-23', 'Cuti bersama Idulfitri'],
    ['03-24', 'Cuti bersama Idulfitri'],
    ['05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
    ['05-28', 'Cuti bersama Iduladha'],
    ['12-24', 'Cuti bersama Natal'],
  ]),
]

// Days that no decree moves; those that follow the moon are left out, not guessed.
const year2027: readonly Holiday[] = days('2027', 'national', 'Sementara: tanggal tetap; menunggu SKB 3 Menteri 2027', [
  ['01-01', 'Tahun Baru 2027'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Hari Raya Natal'],
]).map((holiday) => ({ ...holiday, provisional: true }))

/** National holidays and joint leave, 2025 to 2027. Names are what the decrees call them; a district adds its own days. */
export const holidays: readonly Holiday[] = [...year2025, ...year2026, ...year2027]
