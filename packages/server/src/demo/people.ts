import type { Dice } from './seeded.ts'

/** A person who does not exist. */
export interface DemoPerson {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly phone: string
  readonly address: string
}

const women = words(
  'Sri Siti Endang Wahyuni Lestari Ningsih Rahayu Sulastri Partini Sumarni Tri Dwi Eka Ratna Dewi Murni Suparti Ngatini Tumini Sartinah Yuliana Retno Wulan Astuti Indah Purwanti Kartini Mujiyem Rubiyah Warsini',
)
const men = words(
  'Agus Bambang Slamet Sugeng Joko Budi Wahyu Eko Dwi Tri Suparman Sutrisno Sumardi Sukirno Ngadimin Paijo Wagiman Widodo Hadi Supriyanto Nugroho Prasetyo Santoso Purwanto Mulyono Sarjono Basuki Haryanto Tukiman Yulianto',
)
const lastOfWomen = words(
  'Lestari Wijayanti Handayani Widayati Suryani Rahmawati Wulandari Utami Hidayati Susilowati Widyastuti Puspitasari',
)
const lastOfMen = words(
  'Wibowo Susilo Pranoto Utomo Raharjo Hartono Saputro Setiawan Kuncoro Pamungkas Subekti Sasongko Hidayat',
)

/**
 * A person whom nobody can be: the serial of the NIK is 0000 (the registry begins at 0001), the phone begins with
 * 0800 0 (no network has it), and the address says that it is an example.
 */
export function personOf(dice: Dice, village: { readonly code: string; readonly name: string }): DemoPerson {
  const isWoman = dice.chance(0.58)
  const area = village.code.replaceAll('.', '').slice(0, 6)
  const day = dice.between(1, 28) + (isWoman ? 40 : 0)
  const born = `${two(day)}${two(dice.between(1, 12))}${two(dice.between(40, 105) % 100)}`
  const registered = `${two(dice.between(1, 28))}${two(dice.between(1, 12))}${two(dice.between(5, 25))}`
  return {
    name: nameOf(dice, isWoman),
    nik: `${area}${born}0000`,
    kk: `${area}${registered}0000`,
    phone: examplePhone(dice),
    address: `RT ${two(dice.between(1, 12))}/RW ${two(dice.between(1, 40))}, ${village.name} (data contoh)`,
  }
}

/** A number that no network has. */
export const examplePhone = (dice: Dice): string => `0800 0${dice.between(100, 999)} ${dice.between(1000, 9999)}`

/** A name of two or three words that are common in Sleman. */
export function nameOf(dice: Dice, isWoman: boolean): string {
  const [given, last] = isWoman ? [women, lastOfWomen] : [men, lastOfMen]
  const first = dice.pick(given)
  const second = dice.pick(dice.chance(0.5) ? last : given)
  return first === second ? `${first} ${dice.pick(last)}` : `${first} ${second}`
}

const two = (value: number): string => String(value).padStart(2, '0')

function words(text: string): readonly string[] {
  return text.split(' ')
}
