import type { RoleCode } from '@openslrt/core/access/shipped-roles.ts'
import type { OfficeId, StaffId } from '@openslrt/core/kernel/id.ts'
import { officeId, postId, staffId } from '@openslrt/core/kernel/id.ts'
import type { OfficeKind, OfficeLevel } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { nationPlace, placeCode } from '@openslrt/core/place/code.ts'
import { nameOf } from './people.ts'
import { diceOf, idOf } from './seeded.ts'

export const demoDistrict = placeCode.parse('34.04')
export const demoVillage = placeCode.parse('34.04.07.2001')
const province = placeCode.parse('34')

export interface DemoPlace {
  readonly code: PlaceCode
  readonly name: string
}

/** An office of the demo district, or one above it. `key` is how ways of cases speak of it. */
export interface DemoOffice {
  readonly key: string
  readonly id: OfficeId
  readonly name: string
  readonly kind: OfficeKind
  readonly level: OfficeLevel
  readonly place: PlaceCode
  readonly parent: string | null
}

export interface DemoStaff {
  readonly id: StaffId
  readonly post: ReturnType<typeof postId.parse>
  readonly name: string
  readonly office: string
  readonly role: RoleCode
  /** Only a few may sign in; the rest are names on the work that was done. */
  readonly signInName: string | null
}

export interface World {
  readonly villages: readonly DemoPlace[]
  readonly offices: ReadonlyMap<string, DemoOffice>
  readonly staff: readonly DemoStaff[]
}

/** The offices and people of the demo district: a Puskesos in every village, the secretariat, and those it refers to. */
export function planWorld(seed: string, villages: readonly DemoPlace[], national: OfficeId | null): World {
  const office = (key: string, rest: Omit<DemoOffice, 'key' | 'id'>): DemoOffice => ({
    key,
    id: officeId.parse(idOf(`${seed} office ${key}`)),
    ...rest,
  })
  const nation = office('nation', { ...above.nation, parent: null })
  const offices = [
    national ? { ...nation, id: national } : nation,
    office('province', { ...above.province, parent: 'nation' }),
    office('secretariat', { ...above.secretariat, parent: 'province' }),
    ...asked.map(({ key, name, kind }) =>
      office(key, { name, kind, level: 'district', place: demoDistrict, parent: null }),
    ),
    ...villages.map(({ code, name }) =>
      office(code, {
        name: `Puskesos ${name}`,
        kind: 'puskesos',
        level: 'village',
        place: code,
        parent: 'secretariat',
      }),
    ),
  ]
  return { villages, offices: new Map(offices.map((it) => [it.key, it])), staff: staffOf(seed, offices) }
}

const above = {
  nation: { name: 'Sekretariat Nasional SLRT', kind: 'national-office', level: 'nation', place: nationPlace },
  province: { name: 'Dinas Sosial DI Yogyakarta', kind: 'province-office', level: 'province', place: province },
  secretariat: { name: 'Sekretariat SLRT Sleman', kind: 'secretariat', level: 'district', place: demoDistrict },
} as const

const asked = [
  { key: 'dinsos', name: 'Dinas Sosial Kabupaten Sleman', kind: 'agency' },
  { key: 'dinkes', name: 'Dinas Kesehatan Kabupaten Sleman', kind: 'agency' },
  { key: 'disdik', name: 'Dinas Pendidikan Kabupaten Sleman', kind: 'agency' },
  { key: 'rsud', name: 'RSUD Sleman', kind: 'provider' },
  { key: 'baznas', name: 'BAZNAS Kabupaten Sleman', kind: 'provider' },
] as const
export type AskedOffice = (typeof asked)[number]['key']

type Job = readonly [role: RoleCode, signInName: string | null]
const jobsAt: Readonly<Record<string, readonly Job[]>> = {
  nation: [['admin', 'admin']],
  province: [['province', 'provinsi']],
  secretariat: [
    ['fo', 'fo.slrt'],
    ['fo', null],
    ['bo', 'bo.slrt'],
    ['bo', null],
    ['bo', null],
    ['manager', 'manajer.slrt'],
    ['leader', 'pimpinan.slrt'],
    ['section-head', 'kabid.slrt'],
    ['agency-head', 'kadis.slrt'],
    ['manager', null],
    ['verifier', 'verifikator.slrt'],
    ['approver', 'penyetuju.slrt'],
  ],
  [demoVillage]: [
    ['fo', 'fo.caturtunggal'],
    ['bo', 'bo.caturtunggal'],
    ['coordinator', 'koordinator.caturtunggal'],
    ['facilitator', 'fasilitator.caturtunggal'],
    ['village-operator', 'operator.caturtunggal'],
  ],
}
const villageJobs: readonly Job[] = [
  ['fo', null],
  ['bo', null],
  ['coordinator', null],
]

function staffOf(seed: string, offices: readonly DemoOffice[]): readonly DemoStaff[] {
  return offices.flatMap(({ key, kind }) => {
    const jobs = jobsAt[key] ?? (kind === 'puskesos' ? villageJobs : ([['provider', key]] satisfies readonly Job[]))
    return jobs.map(([role, signInName], at) => {
      const own = `${seed} staff ${key} ${at}`
      const dice = diceOf(own)
      return {
        id: staffId.parse(idOf(own)),
        post: postId.parse(idOf(`${own} post`)),
        name: nameOf(dice, dice.chance(0.5)),
        office: key,
        role,
        signInName,
      }
    })
  })
}
