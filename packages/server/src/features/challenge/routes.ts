import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { asksOf } from '@openslrt/core/challenge/challenge.ts'
import { daysAtLevel } from '@openslrt/core/challenge/limits.ts'
import { officeAsked, wayUp } from '@openslrt/core/challenge/way.ts'
import { challengeReaders, challengeRoutes, mostChallengeRows } from '@openslrt/core/contract/challenge-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerCode, ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { placeNames, staffNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { countsFor } from './counts.ts'
import { challengeCardOf, challengeLineOf, staffIn } from './lines.ts'
import { findChallenge, kindsOn, staffedAbove } from './load.ts'
import { countList, countShows, reads, selectList, selectSolvers } from './queries.ts'

/** The doors through which challenges are read. */
export const challengeRoutesOf = (parts: CaseParts): readonly Route[] => [...listRoutes(parts), ...ofOne(parts)]

function listRoutes(parts: CaseParts): readonly Route[] {
  const zoneFor = ({ place }: StaffActor) => parts.reference.zoneOf(ledgerOf(place))
  return [
    route(challengeRoutes.list, ({ query: { page, ...asked }, actor }) =>
      reading(parts, actor(), async (client, reader) => {
        const zone = zoneFor(reader)
        const at = { zone, limit: pageSize, offset: (page - 1) * pageSize }
        const rows = await selectList(client, reader, asked, at)
        const total = await countList(client, reader, asked, zone)
        const counts = await countShows(client, reader)
        return ok({ items: await linesOf(parts, client, rows), total, page, size: pageSize, counts })
      }),
    ),
    route(challengeRoutes.table, ({ query: asked, actor }) =>
      reading(parts, actor(), async (client, reader) => {
        const zone = zoneFor(reader)
        const rows = await selectList(client, reader, asked, { zone, limit: mostChallengeRows, offset: 0 })
        return ok({ items: await linesOf(parts, client, rows), total: await countList(client, reader, asked, zone) })
      }),
    ),
    route(challengeRoutes.counts, ({ query, actor }) => countsFor(parts, actor(), query)),
  ]
}

function ofOne(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  return [
    route(challengeRoutes.one, ({ query: { district, id }, actor }) =>
      reading(parts, actor(), async (client, reader) => {
        const challenge = await findChallenge(client, reader, district, id)
        if (!challenge) return no({ code: 'not-found' })
        const staffed = await staffedAbove(client, reference, challenge.reportedBy, challenge.place)
        const beside = { reader, staffed, staff: await staffNames(client, staffIn(challenge)) }
        const places = await placeNames(client, [challenge.place])
        return ok(challengeCardOf(challenge, beside, { reference, places, now: Date.now() }))
      }),
    ),
    route(challengeRoutes.solved, ({ query: { district, kind }, actor }) =>
      reading(parts, actor(), async (client) => {
        const rows = await selectSolvers(client, district, kind)
        return ok({ items: rows.map(({ code, name }) => ({ district: ledgerCode.parse(code), name })) })
      }),
    ),
    route(challengeRoutes.choices, ({ actor }) =>
      reading(parts, actor(), async (client, reader) => {
        const district = ledgerOf(reader.place)
        const today = todayIn(reference, district)
        return ok({
          district,
          today,
          kinds: kindsOn(reference, district, today),
          asks: await asksFor(parts, client, reader),
        })
      }),
    ),
  ]
}

/** CHALLENGE-4 Of whom the reader's office may ask help, each office once, with the working days that it has. */
async function asksFor({ reference }: CaseParts, client: PoolClient, { office, place }: StaffActor) {
  const way = wayUp(office, reference.offices(), await staffedAbove(client, reference, office, place))
  const now = Date.now()
  const policy = reference.policyFor(ledgerOf(place), now, now)
  const asked = asksOf.flatMap((asks) => {
    const to = officeAsked(way, asks)
    return to ? [{ asks, officeName: to.name, days: daysAtLevel(policy, to.level), id: to.id }] : []
  })
  const first = asked.filter(({ id }, nth) => asked.findIndex((one) => one.id === id) === nth)
  return first.map(({ asks, officeName, days }) => ({ asks, officeName, days }))
}

/** Numbers are for whoever reads figures; what was written, for whoever reports or answers challenges. */
function reading<T>(
  { ledger }: CaseParts,
  reader: StaffActor,
  run: (client: PoolClient, reader: StaffActor) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  if (!reads(reader)) return Promise.resolve(no({ code: 'not-permitted', needs: challengeReaders }))
  return inScope(ledger.pool, scopeOf(reader, null), (client) => run(client, reader))
}

async function linesOf({ reference }: CaseParts, client: PoolClient, rows: readonly DbRow[]) {
  const challenges = rows.map((row) => rowOf('challenge', row, null))
  const places = await placeNames(
    client,
    challenges.map(({ place }) => place),
  )
  const now = Date.now()
  return challenges.map((challenge) => challengeLineOf(challenge, { reference, places, now }))
}
