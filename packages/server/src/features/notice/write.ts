import type { Permission, RestrictedKind } from '@openslrt/core/access/permission.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Contact, PhoneWay } from '@openslrt/core/notice/contact.ts'
import { phoneWays, reachOf } from '@openslrt/core/notice/contact.ts'
import type { NoticeSubject } from '@openslrt/core/notice/subject.ts'
import type { Notice, Says } from '@openslrt/core/notice/tell.ts'
import { isWorthAVisit } from '@openslrt/core/notice/tell.ts'
import type { PoolClient } from 'pg'
import type { NoticeParts } from './parts.ts'
import { insertDelivery, insertNotice, selectHolders, selectStaffWays, voidTellings } from './queries-dispatch.ts'
import type { OpenWays } from './ways/way.ts'

/** What is told of: a case, or something else that has no number. */
export type About = Pick<CaseRow, 'district' | 'number' | 'place' | 'restricted'> &
  ({ readonly id: CaseRow['id']; readonly about?: undefined } | { readonly id: null; readonly about: NoticeSubject })

/** What is to be written down of one of them, and who did what it tells of. */
export interface Telling {
  readonly kase: About
  /** How the citizen may be reached; null where nothing is for the citizen. */
  readonly contact: Contact | null
  readonly notices: readonly Notice[]
  readonly mark: number
  readonly actor: string
  readonly now: number
}

/** Writes notices down for each reader, and asks for them to go out on the ways that the reader has. */
export async function writeNotices(parts: NoticeParts, client: PoolClient, telling: Telling): Promise<void> {
  for (const notice of telling.notices) {
    if (notice.whom.kind === 'citizen') await tellCitizen(parts, client, telling, notice)
    else await tellStaff(parts, client, telling, notice)
  }
}

/** The ways of phones that are set up. */
export const openPhoneWays = (ways: OpenWays): ReadonlySet<PhoneWay> =>
  new Set(phoneWays.filter((way) => ways[way] !== undefined))

async function tellCitizen(
  parts: NoticeParts,
  client: PoolClient,
  { kase, contact, mark, now }: Telling,
  { what, says }: Notice,
): Promise<void> {
  const { district, id: caseId, number } = kase
  if (caseId === null) return
  const own = {
    mark,
    what,
    whom: 'citizen',
    staff: null,
    office: says.office,
    caseId,
    about: null,
    number,
  }
  const at = new Date(now)
  const id = await insertNotice(client, district, { ...own, says: named(parts, says) }, at)
  if (id === null || contact === null) return
  const way = citizenWay(contact, parts.ways, what)
  if (way === null) return
  if (way === 'tell') await voidTellings(client, district, caseId, at)
  await insertDelivery(client, district, { id, caseId }, way, at)
}

/** NOTICE-4, NOTICE-13 How it goes out: on the first way that is set up, by mouth or hand where there is none, or not at all. */
export function citizenWay(
  contact: Contact,
  ways: OpenWays,
  what: string,
  tried: ReadonlySet<string> = new Set(),
): PhoneWay | 'tell' | null {
  const reach = reachOf(contact, openPhoneWays(ways))
  if (reach.kind === 'none') return null
  const [way] = reach.kind === 'phone' ? reach.ways.filter((one) => !tried.has(one)) : []
  return way ?? (isWorthAVisit(what) ? 'tell' : null)
}

async function tellStaff(
  parts: NoticeParts,
  client: PoolClient,
  { kase, mark, actor, now }: Telling,
  { whom, what, says }: Notice,
): Promise<void> {
  const readers = (await readersOf(parts, client, whom, kase)).filter(({ staff }) => actor !== `staff:${staff}`)
  const ways = await selectStaffWays(
    client,
    readers.map(({ staff }) => staff),
  )
  const at = new Date(now)
  for (const { staff, office } of readers) {
    const { district, id: caseId, number } = kase
    const of = { caseId, about: kase.about ?? null, number }
    const own = { mark, what, whom: staff, staff, office, ...of, says: named(parts, says) }
    const id = await insertNotice(client, district, own, at)
    if (id === null) continue
    for (const way of ways.get(staff) ?? [])
      if (way in parts.ways) await insertDelivery(client, district, { id, caseId }, way, at)
  }
}

interface Reader {
  readonly staff: string
  readonly office: string | null
}

type Whom = Notice['whom']

async function readersOf(
  parts: NoticeParts,
  client: PoolClient,
  whom: Whom,
  kase: Telling['kase'],
): Promise<readonly Reader[]> {
  switch (whom.kind) {
    case 'citizen':
      return []
    case 'staff':
      return [{ staff: whom.staff, office: null }]
    case 'office':
      return (await holdersAt(parts, client, [whom.office], whom.rights, seenBy(whom.rights, kase.restricted))).filter(
        ({ staff }) => staff !== whom.but,
      )
    case 'over': {
      const offices = parts.reference.serving(kase.place).map(({ id }) => id)
      return holdersAt(parts, client, offices, whom.rights, kase.restricted)
    }
  }
}

// An office that is asked was granted the case, whatever its kind.
const seenBy = (rights: readonly Permission[], restricted: RestrictedKind | null): RestrictedKind | null =>
  rights.includes('referral.answer') ? null : restricted

/** NOTICE-2 Everybody who holds one of these rights at these offices now, and may see this kind of case. */
async function holdersAt(
  { reference }: NoticeParts,
  client: PoolClient,
  offices: readonly OfficeId[],
  rights: readonly Permission[],
  restricted: RestrictedKind | null,
): Promise<readonly Reader[]> {
  const held = await selectHolders(client, offices)
  const found = new Map<string, Reader>()
  for (const { staff, office, role } of held) {
    const place = reference.offices().get(officeId.parse(office))?.place
    const known = place && reference.role(role, place)
    const may = known?.permissions.some((right) => rights.includes(right)) ?? false
    const sees = restricted === null || (known?.restricted.includes(restricted) ?? false)
    if (may && sees && !found.has(staff)) found.set(staff, { staff, office: officeId.parse(office) })
  }
  return [...found.values()]
}

/** The facts of a notice with the name that the office had then: it may be another by the time somebody reads. */
const named = ({ reference }: NoticeParts, says: Says): object => ({
  officeName: says.office === null ? '' : (reference.offices().get(says.office)?.name ?? ''),
  until: says.until,
  step: says.step,
  act: says.act,
})
