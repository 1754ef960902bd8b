import { randomUUID } from 'node:crypto'
import type { TestHouse } from './house.ts'

/** Real places of Kabupaten Sleman, for tests. */
export const sleman = {
  district: '34.04',
  depok: '34.04.07',
  caturtunggal: '34.04.07.2001',
  maguwoharjo: '34.04.07.2002',
  /** A village without a Puskesos of its own. */
  sinduadi: '34.04.06.2001',
} as const

/** The offices of one district, by what they are. */
export interface DistrictOffices {
  readonly district: string
  readonly secretariat: string
  readonly caturtunggal: string
  readonly maguwoharjo: string
  readonly dinsos: string
  readonly rsud: string
}

/** Opens Sleman as it works: a secretariat, two Puskesos below it, and two offices that answer referrals. */
export async function aDistrictOffice(house: TestHouse): Promise<DistrictOffices> {
  const secretariat = await openOffice(house, { name: 'Sekretariat SLRT Sleman', kind: 'secretariat' })
  const puskesos = (name: string, place: string): Promise<string> =>
    openOffice(house, { name: `Puskesos ${name}`, kind: 'puskesos', level: 'village', place, parent: secretariat })
  return {
    district: sleman.district,
    secretariat,
    caturtunggal: await puskesos('Caturtunggal', sleman.caturtunggal),
    maguwoharjo: await puskesos('Maguwoharjo', sleman.maguwoharjo),
    dinsos: await openOffice(house, { name: 'Dinas Sosial Sleman', kind: 'agency' }),
    rsud: await openOffice(house, { name: 'RSUD Sleman', kind: 'provider' }),
  }
}

export interface NewOffice {
  readonly name: string
  readonly kind: string
  readonly level?: string
  readonly place?: string
  readonly parent?: string | null
}

/** Opens one office by the set-up and gives its id. The district is Sleman's unless a place says otherwise. */
export async function openOffice(house: TestHouse, office: NewOffice): Promise<string> {
  const subject = randomUUID()
  const { level = 'district', place = sleman.district, parent = null, ...named } = office
  const data = { ...named, level, place, parent, address: '', phone: '' }
  await house.setUp('office.open', { subject, district: place.slice(0, 5), data })
  return subject
}
