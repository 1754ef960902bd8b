import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { warnUntil } from '@openslrt/core/joint/agreement.ts'
import type { JointRow } from '@openslrt/core/joint/joint.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { cardOf, lineOf, targetLineOf } from './lines.ts'
import { findJoint, openTargets, ownPartner, partnersOf, tasksOf } from './load.ts'
import { countJoints, countTargets, selectJoints, selectPlaces, selectTargets } from './queries.ts'
import { revealTarget, takeTable } from './reveal.ts'

/** More would not help whoever looks for one: they type another word. */
const mostOffices = 30

/** The doors through which joint programmes are read. */
export function jointRoutesOf(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  const { pool } = ledger
  return [
    route(jointRoutes.list, ({ query: { show, page }, actor }) => {
      const reader = actor()
      const today = dayIn(reference.zoneOf(ledgerOf(reader.place)), Date.now())
      const asked = { show, today, until: warnUntil(today), limit: pageSize, offset: (page - 1) * pageSize }
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const rows = await selectJoints(client, reader.office, asked)
        const items = rows.map((row) => lineOf(row, reader, reference, today))
        return ok({ items, total: await countJoints(client, reader.office, asked), page, size: pageSize })
      })
    }),
    route(jointRoutes.card, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, id, async (client, joint, reader) => {
        const keys = await ledger.keys.forDistrict(district)
        const partners = await partnersOf(client, joint, keys)
        const tasks = await tasksOf(client, joint, keys)
        const counts = await countTargets(client, joint)
        return ok(cardOf({ joint, partners, tasks, counts }, reader, reference))
      }),
    ),
    route(jointRoutes.targets, ({ query: { district, id, status, page }, actor }) =>
      within(parts, actor(), district, id, async (client, joint, reader) => {
        const partners = await partnersOf(client, joint, null)
        const shown = { limit: pageSize, offset: (page - 1) * pageSize }
        const rows = await selectTargets(client, joint, [status], shown)
        const targets = await openTargets(client, joint, rows, await ledger.keys.forDistrict(district))
        const places = await selectPlaces(
          client,
          targets.map(({ place }) => place),
        )
        const counts = (await countTargets(client, joint)).filter((count) => count.status === status)
        const told = { joint, partners, own: ownPartner(partners, reader), reader, reference, places }
        return ok({
          items: targets.map((target) => targetLineOf(target, told)),
          total: counts.reduce((sum, { n }) => sum + n, 0),
          page,
          size: pageSize,
        })
      }),
    ),
    route(jointRoutes.offices, ({ query: { q }, actor }) =>
      Promise.resolve(ok({ items: officesFor(parts, actor(), q) })),
    ),
    route(jointRoutes.reveal, ({ body, actor }) =>
      within(parts, actor(), body.district, body.id, (client, joint, reader) =>
        revealTarget(parts, client, joint, reader, body),
      ),
    ),
    route(jointRoutes.table, ({ body, actor, request }) =>
      within(parts, actor(), body.district, body.id, (client, joint, reader) =>
        takeTable(parts, client, joint, reader, { ...body, lang: languageOf(request) }),
      ),
    ),
  ]
}

/** Answers about one programme that the acting office carries. */
const within = <T>(
  { ledger }: CaseParts,
  reader: StaffActor,
  district: string,
  id: string,
  run: (client: PoolClient, joint: JointRow, reader: StaffActor) => Promise<T>,
) =>
  inScope(ledger.pool, scopeOf(reader, null), async (client) => {
    const joint = await findJoint(client, reader, district, id)
    return joint ? run(client, joint, reader) : no({ code: 'not-found' } as const)
  })

/** JOINT-3 Offices that serve the place of the lead, or stand under it, by the words of their name. */
function officesFor({ reference }: CaseParts, reader: StaffActor, typed: string) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found = []
  for (const office of reference.offices().values()) {
    const near = covers(office.place, reader.place) || covers(reader.place, office.place)
    const called = office.name.toLowerCase()
    if (near && office.active && office.id !== reader.office && words.every((word) => called.includes(word)))
      found.push(office)
    if (found.length === mostOffices) break
  }
  return found.map(({ id, name, kind, level, place }) => ({
    id,
    name,
    kind,
    level,
    placeName: reference.placeName(place),
  }))
}
