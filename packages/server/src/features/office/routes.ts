import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { OfficeBranch, OfficeLine } from '@openslrt/core/contract/reference-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { countsIn } from '@openslrt/core/lists/on-day.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { isBelow, officeAbove } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerCode, ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { officeIn } from '../../platform/http/serve.ts'
import { selectStaffed } from '../case/index.ts'
import type { OfficeParts } from './commands.ts'
import { hoursShown } from './hours-shown.ts'
import type { OfficeListRow, StaffListRow, Twigs } from './queries.ts'
import {
  countBranch,
  countOffices,
  countStaff,
  selectBranch,
  selectColleagues,
  selectOffices,
  selectPlaces,
  selectStaffList,
} from './queries.ts'
import { countServed, selectServed } from './queries-leave.ts'

const listNames = [
  'sector',
  'priority',
  'category',
  'channel',
  'return',
  'reject',
  'decline',
  'unmet',
  'became',
  'aside',
  'visit-trigger',
  'visit-result',
  'visit-missed',
  'surge-kind',
  'escalate',
  'cancel',
  'outcome',
  'how',
  'need',
  'need-unmet',
  'need-stopped',
  'proposal-reason',
  'proposal-return',
  'proposal-answer',
] as const

/** The doors to places, offices, people and lists. */
export const officeRoutesOf = (parts: OfficeParts): readonly Route[] => [
  ...choiceRoutes(parts),
  ...officeRoutes(parts),
  ...peopleRoutes(parts),
]

/** What a form lets somebody choose from. */
function choiceRoutes({ pool, reference }: OfficeParts): readonly Route[] {
  return [
    route(referenceRoutes.lists, async ({ query }) => {
      const day = dayIn(reference.zoneOf(query.district), Date.now())
      const lists = listNames.map((name) => [
        name,
        reference.list(name, query.district, day).map(({ code, names, data }) => ({ code, names, data })),
      ])
      return ok({ lists: Object.fromEntries(lists) })
    }),
    route(referenceRoutes.targets, async ({ query, actor }) => {
      const own = actor().office
      const offices = reference.offices()
      const above = officeAbove(own, offices)
      const serving = reference.serving(query.place)
      const referral = serving.filter(
        (office) => office.active && office.id !== own && (office.kind === 'agency' || office.kind === 'provider'),
      )
      const below = serving.filter((office) => isBelow(office, own, query.place, offices))
      const lineOf = (office: OfficeRow): OfficeLine => ({
        ...office,
        placeName: reference.placeName(office.place),
        staff: 0,
      })
      const answering = await answeringAt({ pool, reference }, query.place, actor(), referral)
      return ok({
        referral: referral.map(lineOf),
        answering: [...answering],
        below: below.map(lineOf),
        above: above ? lineOf(above) : null,
      })
    }),
    route(referenceRoutes.colleagues, async ({ actor }) => {
      const reader = actor()
      const rows = await inScope(pool, scopeOf(reader, null), (client) => selectColleagues(client, reader.office))
      return ok({ items: rows.map((row) => ({ ...row, roles: [...row.roles] })) })
    }),
    route(referenceRoutes.places, async ({ query }) => {
      const rows =
        query.q || query.parent || query.level === 'province'
          ? await selectPlaces(pool, query.q, query.parent, query.level)
          : []
      return ok({ items: rows.map((row) => ({ ...row })) })
    }),
  ]
}

/** REF-32 Which of these offices have somebody who answers referrals here now. */
function answeringAt(
  { pool, reference }: Pick<OfficeParts, 'pool' | 'reference'>,
  place: PlaceCode,
  reader: StaffActor,
  offices: readonly OfficeRow[],
): Promise<ReadonlySet<OfficeId>> {
  const roles = [...reference.roles(place).values()].filter(({ permissions }) =>
    permissions.includes('referral.answer'),
  )
  return inScope(pool, scopeOf(reader, null), (client) =>
    selectStaffed(
      client,
      offices.map(({ id }) => id),
      roles.map(({ code }) => code),
    ),
  )
}

/** Offices in a list and in a tree, and when one of them is open. */
function officeRoutes(parts: OfficeParts): readonly Route[] {
  const { pool, reference } = parts
  return [
    route(referenceRoutes.offices, async ({ query, person, request }) => {
      const place = actingPlace(parts, person().posts, officeIn(request))
      const rows = await selectOffices(pool, place, query)
      return ok({
        items: rows.map(officeLineOf),
        ...(await countOffices(pool, place, query)),
        page: query.page,
        size: pageSize,
      })
    }),
    route(referenceRoutes.tree, async ({ query: { parent, page }, person, request }) => {
      const place = actingPlace(parts, person().posts, officeIn(request))
      const twigs = parent === undefined ? null : twigsOf(officeId.parse(parent), reference)
      const rows = await selectBranch(pool, place, twigs, page)
      return ok({
        items: rows.map((row) => branchLineOf(row, reference)),
        total: await countBranch(pool, place, twigs),
        page,
        size: pageSize,
      })
    }),
    route(referenceRoutes.officeHours, async ({ query, person, request }) => {
      const place = actingPlace(parts, person().posts, officeIn(request))
      const office = reference.offices().get(officeId.parse(query.office))
      return office && covers(place, office.place)
        ? ok(hoursShown(reference, office, Date.now()))
        : no({ code: 'not-found' })
    }),
  ]
}

/** Who works where, who goes to which village, and what roles there are. */
function peopleRoutes(parts: OfficeParts): readonly Route[] {
  const { pool, reference } = parts
  return [
    route(referenceRoutes.staff, async ({ query, actor }) => {
      const { place } = actor()
      const rows = await selectStaffList(pool, place, query)
      const items = rows.map(({ id, district, version, name, active, sign_in_name, service, posts }) => ({
        id,
        district: ledgerCode.parse(district),
        version,
        name,
        active,
        signInName: sign_in_name,
        service,
        posts: posts.map(postLineOf),
      }))
      return ok({
        items,
        ...(await countStaff(pool, place, query)),
        page: query.page,
        size: pageSize,
      })
    }),
    route(referenceRoutes.served, async ({ query, actor }) => {
      const { place } = actor()
      const rows = await selectServed(pool, place, query)
      return ok({
        items: rows.map((row) => ({ ...row, code: placeCode.parse(row.code), facilitators: [...row.facilitators] })),
        total: await countServed(pool, place, query),
        page: query.page,
        size: pageSize,
        without: await countServed(pool, place, { without: 'yes' }),
      })
    }),
    route(referenceRoutes.roles, async ({ query, person, request }) => {
      const own = actingPlace(parts, person().posts, officeIn(request))
      const roles = reference.roles(query.district ? placeCode.parse(query.district) : own)
      const items = [...roles.values()].map(({ code, names, permissions, sees, heldAt, givenFrom }) => ({
        code,
        names,
        permissions: [...permissions],
        sees,
        heldAt: [...heldAt],
        givenFrom: [...givenFrom],
      }))
      return ok({ items, called: calledRoles(reference, own) })
    }),
  ]
}

/** The last names of roles that places made, as far as somebody may meet them: in their own place, above it and below. */
function calledRoles({ said }: OfficeParts['reference'], own: PlaceCode) {
  const ledger = ledgerOf(own)
  const last = [...said('role').values()].flatMap((words) => {
    const made = words.filter(({ place }) => countsIn(place, ledger) || covers(own, placeCode.parse(place)))
    return [...Map.groupBy(made, ({ place }) => place).values()].flatMap((of) => of.at(-1) ?? [])
  })
  return last.map(({ code, place, names }) => ({ code, place: ledgerCode.parse(place), names }))
}

const postLineOf = ({ area, officePlace, ...post }: StaffListRow['posts'][number]) => ({
  ...post,
  district: ledgerCode.parse(post.district),
  officePlace: placeCode.parse(officePlace),
  area: area && {
    version: area.version,
    villages: area.villages.map(({ code, name }) => ({ code: placeCode.parse(code), name })),
  },
})

// A place that no code lies in: whoever holds no post is shown no office.
const nowhere = placeCode.parse('99')

/** The place under which offices are listed: that of the acting office. */
function actingPlace(
  { reference }: OfficeParts,
  posts: readonly { office: string }[],
  named: string | null,
): OfficeRow['place'] {
  const at = posts.find(({ office }) => office === named) ?? posts[0]
  return (at && reference.offices().get(officeId.parse(at.office))?.place) ?? nowhere
}

function twigsOf(parent: OfficeId, reference: OfficeParts['reference']): Twigs {
  const place = reference.offices().get(parent)?.place
  return { parent, host: place && reference.hostAt(place) === parent ? place : null }
}

function branchLineOf(row: OfficeListRow, reference: OfficeParts['reference']): OfficeBranch {
  const { all, inactive } = reference.below(officeId.parse(row.id))
  return { ...officeLineOf(row), below: all, inactiveBelow: inactive }
}

const officeLineOf = ({ place_name: placeName, ...row }: OfficeListRow): OfficeLine => ({ ...row, placeName })
