import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { RestrictedKind } from '@openslrt/core/access/permission.ts'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import type { GrantField } from '@openslrt/core/case/case.ts'
import { grantFields } from '@openslrt/core/case/case.ts'
import type { CaseId, OfficeId } from '@openslrt/core/kernel/id.ts'
import { caseId, officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode, villageCode } from '@openslrt/core/place/code.ts'
import fc from 'fast-check'
import type { DistrictOffices } from './a-district-office.ts'
import { aDistrictOffice, openOffice, sleman } from './a-district-office.ts'
import { aCaseBy } from './a-registration.ts'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'

/** Offices of every level and kind, in two districts, and people in them: who may be asked whether they see something. */
export interface AccessWorld {
  readonly offices: readonly OfficeAt[]
  readonly readers: readonly Reader[]
  /** Cases of both districts, which each round lays elsewhere. */
  readonly cases: readonly {
    readonly id: CaseId
    readonly district: string
    readonly attachment: string
    readonly letter: string
  }[]
}
export interface OfficeAt {
  readonly id: OfficeId
  readonly place: PlaceCode
  readonly level: OfficeLevel
}
/** Somebody at a desk, and the actor that the law should take them for. */
export interface Reader {
  readonly name: string
  readonly client: Client
  readonly actor: StaffActor
}

/** How one case lies in one round. Numbers pick from what there is. */
export interface Lie {
  readonly village: number
  readonly office: number
  readonly restricted: RestrictedKind | null
  readonly grants: readonly {
    readonly office: number
    readonly fields: readonly GrantField[]
    readonly state: 'live' | 'live' | 'expired' | 'withdrawn'
  }[]
  readonly referral: { readonly from: number; readonly to: number } | null
}

const nth = fc.nat({ max: 1000 })
/** Anywhere that a case can lie, under any restriction, granted to anybody. */
export const anyLie: fc.Arbitrary<Lie> = fc.record({
  village: nth,
  office: nth,
  restricted: fc.constantFrom(null, null, 'violence' as const, 'hiv' as const, 'child-protection' as const),
  grants: fc.array(
    fc.record({
      office: nth,
      fields: fc.subarray([...grantFields]),
      state: fc.constantFrom('live' as const, 'live' as const, 'expired' as const, 'withdrawn' as const),
    }),
    { maxLength: 3 },
  ),
  referral: fc.option(fc.record({ from: nth, to: nth }), { nil: null }),
})

const villages: Readonly<Record<string, readonly string[]>> = {
  '34.04': [sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi],
  '34.02': ['34.02.01.2001', '34.02.02.2001'],
}
export const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Opens the world through the doors. `file` is the digest of a file that was uploaded for it. */
export async function openAccessWorld(
  house: TestHouse,
  file: (client: Client, district: string) => Promise<string>,
): Promise<AccessWorld> {
  const own = await aDistrictOffice(house)
  const open = (name: string, kind: string, level: string, place: string) =>
    openOffice(house, { name, kind, level, place })
  const others = {
    depok: await open('Pos Kapanewon Depok', 'subdistrict-post', 'subdistrict', sleman.depok),
    bantul: await open('Sekretariat Bantul', 'secretariat', 'district', '34.02'),
    province: await open('Dinas Sosial DIY', 'province-office', 'province', '34'),
    nation: await open('Sekretariat Nasional', 'national-office', 'nation', '00'),
  }
  const offices = officesOf(house)
  const readers = await readersOf(house, { ...own, ...others })
  const desks = [
    { client: await house.staffAt(own.caturtunggal, 'fo'), district: '34.04', many: 10 },
    { client: await house.staffAt(others.bantul, 'fo'), district: '34.02', many: 4 },
  ]
  const cases: AccessWorld['cases'][number][] = []
  for (const { client, district, many } of desks) {
    const sha256 = await file(client, district)
    for (let at = 0; at < many; at++) cases.push(await aCaseWithFile(house, client, district, sha256))
  }
  return { offices, readers, cases }
}

async function aCaseWithFile(house: TestHouse, client: Client, district: string, sha256: string) {
  const place = villageCode.parse(pick(villages[district] ?? [], 0))
  const { id } = await aCaseBy(client, {
    place,
    reporter: { name: 'Budi', phone: '081300001111', relation: 'family', anonymous: false },
  })
  const [attachment, letter] = [randomUUID(), randomUUID()]
  await house.owner(
    "insert into attachment (district, id, version, seq, case_id, name, type, size, sha256, added_by, added_at) values ($1, $2, 1, 1, $3, 'surat.pdf', 'application/pdf', 9, $4, 'staff', now())",
    [district, attachment, id, sha256],
  )
  await house.owner(
    `insert into letter (district, id, version, seq, case_id, kind, office, status, fields, drafter, chain, marks, holder, drafted_at, changed_at)
      select district, $2, 1, 1, id, 'registered', office, 'drafted', '\\x00', gen_random_uuid(), '[{"act":"sign","post":"x"}]', '[]', '', now(), now() from cases where id = $1`,
    [id, letter],
  )
  return { id: caseId.parse(id), district, attachment, letter }
}

const officesOf = (house: TestHouse): readonly OfficeAt[] =>
  [...house.parts.reference.offices().values()].map(({ id, place, level }) => ({ id, place, level }))

type Everywhere = DistrictOffices & Readonly<Record<'depok' | 'bantul' | 'province' | 'nation', string>>

async function readersOf(house: TestHouse, at: Everywhere): Promise<readonly Reader[]> {
  const seats: readonly (readonly [office: string, ...roles: string[]])[] = [
    [at.caturtunggal, 'fo'],
    [at.caturtunggal, 'coordinator'],
    [at.maguwoharjo, 'bo'],
    [at.depok, 'coordinator'],
    [at.secretariat, 'manager'],
    [at.secretariat, 'fo', 'admin'],
    [at.secretariat, 'leader'],
    [at.rsud, 'provider'],
    [at.rsud, 'provider', 'bo'],
    [at.dinsos, 'provider'],
    [at.bantul, 'manager'],
    [at.province, 'province'],
    [at.nation, 'national'],
  ]
  const readers: Reader[] = []
  for (const [office, ...roles] of seats) readers.push(await readerAt(house, office, roles))
  return [...readers, await readerWithTwoDesks(house, at)]
}

async function readerAt(house: TestHouse, office: string, roles: readonly string[]): Promise<Reader> {
  const [first = '', ...more] = roles
  const client = await house.staffAt(office, first)
  for (const role of more) await giveRole(house, client, office, role)
  return {
    name: `${roles.join('+')} at ${nameOf(house, office)}`,
    client,
    actor: actorOf(house, client, office, roles),
  }
}

/** ACCESS-6 Whoever manages at one office and answers at another has at the second only what the second gives. */
async function readerWithTwoDesks(house: TestHouse, at: Everywhere): Promise<Reader> {
  const client = await house.staffAt(at.dinsos, 'provider')
  await giveRole(house, client, at.secretariat, 'manager')
  return {
    name: 'provider at Dinsos, manager elsewhere',
    client,
    actor: actorOf(house, client, at.dinsos, ['provider']),
  }
}

const giveRole = (house: TestHouse, client: Client, office: string, role: string): Promise<void> =>
  house.setUp('post.give', {
    subject: randomUUID(),
    district: districtOf(house, office),
    data: { staff: client.staff, office, role },
  })

const rowOf = (house: TestHouse, office: string) => {
  const row = house.parts.reference.offices().get(officeId.parse(office))
  if (!row) throw new Error(`there is no office ${office}`)
  return row
}
const districtOf = (house: TestHouse, office: string): string => rowOf(house, office).district
const nameOf = (house: TestHouse, office: string): string => rowOf(house, office).name

function actorOf(house: TestHouse, client: Client, office: string, codes: readonly string[]): StaffActor {
  const { id, place, level } = rowOf(house, office)
  const roles = shippedRoles.filter(({ code }) => codes.includes(code))
  const sights = new Set(roles.map(({ sees }) => sees))
  const below = sights.has('office') ? 'office' : 'none'
  return {
    kind: 'staff',
    staff: staffId.parse(client.staff),
    office: id,
    place,
    level,
    permissions: new Set(roles.flatMap(({ permissions }) => permissions)),
    restricted: new Set(roles.flatMap(({ restricted }) => restricted)),
    sees: sights.has('place') ? 'place' : below,
  }
}

/** A case as it lies in a round, with what was granted of it and what still holds. */
export interface Laid {
  readonly id: CaseId
  readonly district: string
  readonly attachment: string
  readonly letter: string
  readonly place: PlaceCode
  readonly office: OfficeId
  readonly restricted: RestrictedKind | null
  readonly live: readonly { readonly office: OfficeId; readonly fields: readonly GrantField[] }[]
  readonly referral: { readonly id: string; readonly from: OfficeId; readonly to: OfficeId } | null
}

/** Lays every case anew, past every wall, and tells where each one lies. */
export async function layCases(house: TestHouse, world: AccessWorld, lies: readonly Lie[]): Promise<readonly Laid[]> {
  await house.owner('truncate case_grant, referral')
  const laid: Laid[] = []
  for (const [at, kase] of world.cases.entries()) laid.push(await layCase(house, world, kase, pick(lies, at)))
  return laid
}

async function layCase(
  house: TestHouse,
  { offices }: AccessWorld,
  kase: AccessWorld['cases'][number],
  lie: Lie,
): Promise<Laid> {
  const place = placeCode.parse(pick(villages[kase.district] ?? [], lie.village))
  const office = pick(offices, lie.office).id
  await house.owner('update cases set place = $2, office = $3, restricted = $4 where id = $1', [
    kase.id,
    place,
    office,
    lie.restricted,
  ])
  for (const { office: to, fields, state } of lie.grants)
    await house.owner(
      `insert into case_grant (district, id, version, seq, case_id, office, fields, until, withdrawn_at)
        values ($1, gen_random_uuid(), 1, 1, $2, $3, $4, now() + $5::interval, case when $6 then now() end)`,
      [
        kase.district,
        kase.id,
        pick(offices, to).id,
        fields,
        state === 'expired' ? '-1 second' : '1 day',
        state === 'withdrawn',
      ],
    )
  const live = lie.grants
    .filter(({ state }) => state === 'live')
    .map(({ office: to, fields }) => ({ office: pick(offices, to).id, fields }))
  const referral = lie.referral
    ? { id: randomUUID(), from: pick(offices, lie.referral.from).id, to: pick(offices, lie.referral.to).id }
    : null
  if (referral)
    await house.owner(
      `insert into referral (district, id, version, seq, case_id, from_office, to_office, status, asked, requested_at, changed_at)
        values ($1, $2, 1, 1, $3, $4, $5, 'requested', 'Mohon dibantu', now(), now())`,
      [kase.district, referral.id, kase.id, referral.from, referral.to],
    )
  return { ...kase, place, office, restricted: lie.restricted, live, referral }
}
