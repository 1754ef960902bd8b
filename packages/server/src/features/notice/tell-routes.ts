import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { TellingLine } from '@openslrt/core/contract/notice-tellings.ts'
import { tellingLine, tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { reachOf } from '@openslrt/core/notice/contact.ts'
import type { Pool, PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { citizenWords } from './message.ts'
import type { NoticeParts } from './parts.ts'
import type { TellRow } from './queries-tell.ts'
import { countTellings, selectSent, selectTelling, selectTellingOf, selectTellings } from './queries-tell.ts'
import { openPhoneWays } from './write.ts'

const mostSent = 10
const linkReason = 'Mengabari warga lewat WhatsApp'

/** The doors to what people tell citizens. */
export function tellRoutesOf(parts: NoticeParts & { readonly api: Pool }): readonly Route[] {
  const { api } = parts
  return [
    route(tellingRoutes.list, async ({ query: { show, page }, actor }) => {
      const reader = actor()
      return inScope(api, scopeOf(reader, null), async (client) => {
        const found = { state: show, limit: pageSize, offset: (page - 1) * pageSize }
        const rows = await selectTellings(client, reader, found)
        const counted = await countTellings(client, reader)
        const n = (state: string): number => counted.get(state) ?? 0
        const counts = { waiting: n('waiting'), 'not-found': n('not-found'), told: n('told'), refused: n('refused') }
        const items: TellingLine[] = []
        for (const row of rows) items.push(await lineOf(parts, client, reader, row))
        return ok({ items, total: n(show), page, size: pageSize, counts })
      })
    }),
    route(tellingRoutes.ofCase, async ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(api, scopeOf(reader, district), async (client) => {
        const kase = await wholeCase(parts, client, reader, district, id)
        if (!kase) return no({ code: 'not-found' })
        const row = await selectTellingOf(client, reader, district, id)
        return ok({
          reach: reachOf(kase, openPhoneWays(parts.ways)).kind,
          sent: (await selectSent(client, district, id, mostSent)).map(sentOf),
          toTell: row && (await lineOf(parts, client, reader, row)),
        })
      })
    }),
    route(tellingRoutes.link, async ({ body: { district, id }, actor }) => {
      const reader = actor()
      return inScope(api, scopeOf(reader, district), async (client) => {
        const row = await selectTelling(client, reader, district, id)
        const kase = row && (await wholeCase(parts, client, reader, district, row.case))
        const reach = kase && reachOf(kase, openPhoneWays(parts.ways))
        if (!row || reach?.kind !== 'phone') return no({ code: 'not-found' })
        // The number stands in the address: whoever opens it sees it.
        await logAccess(client, reader, { district, action: 'reveal', subject: row.case, reason: linkReason })
        const { text } = citizenWords(parts.reference, parts.home, toldOf(row), reach.wording, Date.now())
        return ok({ href: `https://wa.me/${reach.number}?text=${encodeURIComponent(text)}` })
      })
    }),
  ]
}

/** A case that the reader sees whole, with its numbers. */
async function wholeCase(
  { ledger }: NoticeParts,
  client: PoolClient,
  reader: StaffActor,
  district: string,
  id: string,
): Promise<CaseRow | null> {
  const kase = await findCase(client, reader, district, id, await ledger.keys.forDistrict(district))
  if (!kase) return null
  return seesWhole(kase, reader, await grantsOf(client, district, id, null)) ? kase : null
}

async function lineOf(parts: NoticeParts, client: PoolClient, reader: StaffActor, row: TellRow): Promise<TellingLine> {
  const kase = await wholeCase(parts, client, reader, row.district, row.case)
  const reach = kase && reachOf(kase, openPhoneWays(parts.ways))
  const phone = reach?.kind === 'phone' ? reach : null
  return tellingLine.parse({
    id: row.id,
    district: row.district,
    case: row.case,
    number: row.number,
    clientName: row.client_name,
    placeName: row.place_name,
    what: row.what,
    words: citizenWords(parts.reference, parts.home, toldOf(row), 'full', Date.now()).text,
    since: row.since,
    state: row.state,
    writes: phone !== null,
    calls: phone?.mayCall ?? false,
    alone: kase?.restricted !== null || (kase?.contactCare ?? []).length > 0,
  })
}

const toldOf = (row: TellRow) => ({ ...row, case_id: row.case })

const sentOf = ({ way, ...row }: Awaited<ReturnType<typeof selectSent>>[number]) =>
  tellingRoutes.ofCase.reply.shape.sent.element.parse({ ...row, way })
