import type { Line } from './item.ts'

/** The nine bidang of SLRT's information standard. */
export const sectors = [
  'health',
  'education',
  'social-economy',
  'food',
  'energy',
  'agriculture',
  'fisheries',
  'housing',
  'civil-registration',
] as const
export type Sector = (typeof sectors)[number]

export const sectorNames: Readonly<Record<Sector, readonly [id: string, en: string]>> = {
  health: ['Kesehatan', 'Health'],
  education: ['Pendidikan', 'Education'],
  'social-economy': ['Sosial-ekonomi', 'Social and economic'],
  food: ['Pangan', 'Food'],
  energy: ['Energi', 'Energy'],
  agriculture: ['Pertanian', 'Agriculture'],
  fisheries: ['Perikanan', 'Fisheries'],
  housing: ['Perumahan', 'Housing'],
  'civil-registration': ['Adminduk', 'Civil registration'],
}

export const sectorLines: readonly Line[] = sectors.map((sector) => [sector, ...sectorNames[sector]])
