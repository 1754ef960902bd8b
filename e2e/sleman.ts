import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RoleCode } from '@openslrt/core/access/shipped-roles.ts'
import { acceptLink, type Clerk, clerkAt, post } from './clerk.ts'
import type { House } from './house.ts'
import { preparedFolder } from './house.ts'

export const sleman = '34.04'
export const caturtunggal = '34.04.07.2001'

/** A district at work: its offices by name, and somebody in each role, signed in. */
export interface Sleman {
  readonly admin: Clerk
  readonly offices: Readonly<Record<OfficeName, string>>
  readonly people: Readonly<Record<PersonName, Person>>
}

export interface Person extends Clerk {
  readonly staff: string
  readonly name: string
  readonly signInName: string
}

type OfficeName = keyof typeof offices
type PersonName = keyof typeof people

const offices = {
  secretariat: { name: 'Sekretariat SLRT Sleman', kind: 'secretariat', level: 'district', place: sleman, under: null },
  puskesos: {
    name: 'Puskesos Caturtunggal',
    kind: 'puskesos',
    level: 'village',
    place: caturtunggal,
    under: 'secretariat',
  },
  dinsos: { name: 'Dinas Sosial Sleman', kind: 'agency', level: 'district', place: sleman, under: null },
  rsud: { name: 'RSUD Sleman', kind: 'provider', level: 'district', place: sleman, under: null },
} as const

const people = {
  fo: { name: 'Sari Wulandari', signInName: 'sari.depok', office: 'puskesos', role: 'fo' },
  bo: { name: 'Bagus Prasetyo', signInName: 'bagus.depok', office: 'puskesos', role: 'bo' },
  coordinator: { name: 'Kartini Lestari', signInName: 'kartini.depok', office: 'puskesos', role: 'coordinator' },
  manager: { name: 'Maryanto Hadi', signInName: 'maryanto', office: 'secretariat', role: 'manager' },
  provider: { name: 'Ratna Dewi', signInName: 'ratna.rsud', office: 'rsud', role: 'provider' },
  dinsos: { name: 'Joko Susilo', signInName: 'joko.dinsos', office: 'dinsos', role: 'provider' },
} as const satisfies Record<string, { name: string; signInName: string; office: OfficeName; role: RoleCode }>

/** Who is in Sleman, as it is written down: their sessions hold in every copy of the installation. */
interface Roll {
  readonly admin: Pick<Clerk, 'cookie' | 'office'>
  readonly offices: Readonly<Record<OfficeName, string>>
  readonly people: Readonly<Record<PersonName, Member>>
}
type Member = Pick<Person, 'cookie' | 'office' | 'staff' | 'name' | 'signInName'>
export const slemanFile = 'sleman.json'

/** Sleman in a house that began as a copy of where it is at work; opened there otherwise. */
export async function enterSleman(house: House): Promise<Sleman> {
  if (!preparedFolder) return openSleman(house)
  return slemanOf(house, JSON.parse(await readFile(join(preparedFolder, slemanFile), 'utf8')))
}

/** Opens Sleman through the API, from the first administrator on. */
export const openSleman = async (house: House): Promise<Sleman> => slemanOf(house, await makeSleman(house))

function slemanOf(house: House, { admin, offices, people }: Roll): Sleman {
  const person = (member: Member): Person => ({ ...member, ...clerkAt(house, member.cookie, member.office) })
  const { fo, bo, coordinator, manager, provider, dinsos } = people
  return {
    admin: clerkAt(house, admin.cookie, admin.office),
    offices,
    people: {
      fo: person(fo),
      bo: person(bo),
      coordinator: person(coordinator),
      manager: person(manager),
      provider: person(provider),
      dinsos: person(dinsos),
    },
  }
}

export async function makeSleman(house: House): Promise<Roll> {
  const { cookie, office } = await acceptLink(house, house.adminLink, 'Dewi Anggraini', 'dewi.admin')
  const admin = clerkAt(house, cookie, office)
  const opened = await openOffices(admin)
  const add = (name: PersonName) => addPerson(house, admin, opened, name)
  return {
    admin: { cookie, office },
    offices: opened,
    people: {
      fo: await add('fo'),
      bo: await add('bo'),
      coordinator: await add('coordinator'),
      manager: await add('manager'),
      provider: await add('provider'),
      dinsos: await add('dinsos'),
    },
  }
}

async function openOffices(admin: Clerk): Promise<Record<OfficeName, string>> {
  const ids = { secretariat: randomUUID(), puskesos: randomUUID(), dinsos: randomUUID(), rsud: randomUUID() }
  for (const name of ['secretariat', 'puskesos', 'dinsos', 'rsud'] as const) {
    const { under, ...office } = offices[name]
    const data = { ...office, parent: under && ids[under], address: 'Jl. Kaliurang KM 6', phone: '0274 512345' }
    await admin.does('office.open', { subject: ids[name], data })
  }
  return ids
}

async function addPerson(
  house: House,
  admin: Clerk,
  opened: Record<OfficeName, string>,
  who: PersonName,
): Promise<Person> {
  const { office, ...rest } = people[who]
  return addStaff(house, admin, { ...rest, office: opened[office] })
}

interface NewStaff {
  readonly name: string
  readonly signInName: string
  readonly office: string
  readonly role: RoleCode
  /** Whose office it is, where it is not Sleman's. */
  readonly district?: string
}

/** Somebody more at an office, who has used their link. */
export async function addStaff(
  house: House,
  admin: Clerk,
  { name, signInName, office, role, district = sleman }: NewStaff,
): Promise<Person> {
  const staff = randomUUID()
  const data = { name, post: randomUUID(), office, role }
  await admin.does('staff.add', { subject: staff, district, data })
  const headers = { cookie: `openslrt=${admin.cookie}`, 'x-office': admin.office }
  const { path } = await post<{ path: string }>(house, '/api/staff/invite', { headers, body: { staff } })
  const { cookie } = await acceptLink(house, path, name, signInName)
  return { ...clerkAt(house, cookie, office), staff, name, signInName }
}
