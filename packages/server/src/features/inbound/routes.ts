import { type StaffActor } from '@openslrt/core/access/actor.ts'
import { inboundRoutes, messageLine } from '@openslrt/core/contract/inbound.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok, type Result } from '@openslrt/core/kernel/result.ts'
import { receptionFor } from '@openslrt/core/office/office.ts'
import { maskPhone } from '@openslrt/core/person/mask.ts'
import { ledgerOf, type PlaceCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { CaseParts } from '../case/index.ts'
import { localPhone, opened } from './open-message.ts'
import type { MessageRow, Reader } from './queries-desk.ts'
import {
  changeOffice,
  changeState,
  countMessages,
  countWaiting,
  selectMessage,
  selectMessages,
  selectMore,
} from './queries-desk.ts'
import { inboundScope, type ReadsUnsorted, readsUnsorted } from './readers.ts'

/** INBOUND-5 The doors to the waiting list of messages, for officers who take cases in. */
export function inboundRoutesOf(parts: CaseParts): readonly Route[] {
  const reads = readsUnsorted(parts.reference)
  return [...readingRoutes(parts, reads), ...actingRoutes(parts, reads)]
}

const readerOf = (actor: StaffActor, reads: ReadsUnsorted): Reader => ({
  office: actor.office,
  unsorted: reads(actor.office),
})

function readingRoutes({ ledger: { pool, keys } }: CaseParts, reads: ReadsUnsorted): readonly Route[] {
  const reading = <T>(actor: StaffActor, run: (client: PoolClient, reader: Reader) => Promise<T>): Promise<T> =>
    inScope(pool, inboundScope(actor, reads), (client) => run(client, readerOf(actor, reads)))
  return [
    route(inboundRoutes.list, async ({ query: { show, page }, actor }) => {
      const nation = await keys.forDistrict('00')
      return reading(actor(), async (client, reader) => {
        const rows = await selectMessages(client, reader, show, { limit: pageSize, offset: (page - 1) * pageSize })
        const counts = await countMessages(client, reader)
        return ok({ items: rows.map((row) => lineOf(row, nation)), total: counts[show], counts, page, size: pageSize })
      })
    }),
    route(inboundRoutes.count, ({ actor }) =>
      reading(actor(), async (client, reader) => ok({ waiting: await countWaiting(client, reader) })),
    ),
    route(inboundRoutes.open, async ({ query: { id }, actor }) => {
      const nation = await keys.forDistrict('00')
      return reading(actor(), async (client, reader) => {
        const row = await selectMessage(client, reader, id)
        if (!row) return no({ code: 'not-found' })
        const { text, from } = opened(row, nation)
        const more = (await selectMore(client, reader, row)).map((other) => ({
          id: other.id,
          text: opened(other, nation).text,
          sentAt: other.sent_at.getTime(),
        }))
        return ok({ line: lineOf(row, nation), text, phone: localPhone(from), more })
      })
    }),
  ]
}

function actingRoutes(parts: CaseParts, reads: ReadsUnsorted): readonly Route[] {
  const { ledger, reference } = parts
  const acting = (
    actor: StaffActor,
    run: (client: PoolClient, reader: Reader) => Promise<boolean>,
    message?: string,
  ): Promise<Result<Record<string, never>, Refusal>> =>
    inScope(ledger.pool, { ...inboundScope(actor, reads), ...(message ? { message } : {}) }, async (client) =>
      (await run(client, readerOf(actor, reads))) ? ok({}) : no({ code: 'message-taken' }),
    )
  return [
    route(inboundRoutes.setAside, ({ body: { id, reason }, actor }) => {
      const { staff, place } = actor()
      const district = ledgerOf(place)
      const known = reference.list('aside', district, dayIn(reference.zoneOf(district), Date.now()))
      if (!known.some(({ code }) => code === reason)) return Promise.resolve(no({ code: 'unknown-reason' }))
      const change = { from: 'waiting', state: 'aside', reason, staff, now: new Date() } as const
      return acting(actor(), (client, reader) => changeState(client, reader, id, change))
    }),
    route(inboundRoutes.takeBack, ({ body: { id }, actor }) => {
      const change = { from: 'aside', state: 'waiting', reason: null, staff: actor().staff, now: new Date() } as const
      return acting(actor(), (client, reader) => changeState(client, reader, id, change))
    }),
    route(inboundRoutes.move, async ({ body: { id, village }, actor }) => {
      const { staff, office } = actor()
      const target = village === null ? null : targetFor(parts, village)
      if (target === undefined) return no({ code: 'unknown-office' })
      if (target === office || (target === null && reads(office))) return no({ code: 'same-office' })
      const change = { office: target, staff, now: new Date() }
      // Moved, it is out of this office's sight: let in by its id.
      return acting(actor(), (client, reader) => changeOffice(client, reader, id, change), id)
    }),
  ]
}

/** The office that takes a village in: whether somebody works there now is seen by whoever looks after it. */
const targetFor = ({ reference }: CaseParts, village: PlaceCode): string | undefined =>
  receptionFor(village, reference.serving(village))?.id

function lineOf(row: MessageRow, keys: DistrictKeys) {
  const { from, name, text } = opened(row, keys)
  const { id, way, kind, reports, sorted, office, state, reason, sent_at, cases } = row
  return {
    id,
    way,
    kind,
    from: maskPhone(localPhone(from)) ?? '',
    senderName: name,
    begins: text.slice(0, beginning),
    reports,
    sentAt: sent_at.getTime(),
    sorted,
    unsorted: office === null,
    state,
    reason,
    cases: messageLine.shape.cases.parse(cases),
  }
}

/** As much as a list shows of a message. */
const beginning = 160
