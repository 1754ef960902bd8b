import type { CaseRow } from '@openslrt/core/case/case.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { openedRoutes } from '@openslrt/core/contract/opened.ts'
import { workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess, logOpening } from '../../platform/ledger/access-log.ts'
import type { Fields } from './card.ts'
import { fieldsFor, findCard } from './card.ts'
import type { CaseParts } from './commands.ts'
import { filterLook, groupsOf, sectorsOf } from './groups.ts'
import { queuePage, searchPage } from './lists.ts'
import { findCase, grantsOf } from './load.ts'
import { openedPage } from './opened.ts'
import { retentionPage } from './retention.ts'
import { similarTo } from './similar.ts'
import { officeLoads, officerLoads } from './workload.ts'

/** The doors through which cases are read. */
export const caseRoutesOf = (parts: CaseParts): readonly Route[] => [...queueRoutes(parts), ...personRoutes(parts)]

/** Cases as work: the queues, and how they are spread over officers and offices. */
function queueRoutes({ ledger: { pool }, reference }: CaseParts): readonly Route[] {
  return [
    route(caseRoutes.queue, async ({ query, actor }) => {
      const look = filterLook(reference, actor(), Date.now())
      return ok(await inScope(pool, scopeOf(look.actor, null), (client) => queuePage(client, query, look)))
    }),
    route(caseRoutes.groups, async ({ query: { by, ...filter }, actor }) => {
      const look = filterLook(reference, actor(), Date.now())
      const sectors = sectorsOf(reference, look)
      return ok({
        items: await inScope(pool, scopeOf(look.actor, null), (client) => groupsOf(client, by, filter, look, sectors)),
      })
    }),
    route(openedRoutes.list, async ({ query, actor }) => {
      const now = Date.now()
      const policyOf = (district: string) => reference.policyFor(district, now, now)
      return ok(await inScope(pool, scopeOf(actor(), null), (client) => openedPage(client, query, policyOf)))
    }),
    route(workloadRoutes.officers, async ({ query, actor }) => {
      const look = filterLook(reference, actor(), Date.now())
      const office = reference.offices().get(officeId.parse(query.office ?? look.actor.office))
      // Another place's officers are nobody's business here, even where one of its cases is in sight.
      if (!office || (office.id !== look.actor.office && !covers(look.actor.place, office.place)))
        return no({ code: 'not-found' })
      const items = await inScope(pool, scopeOf(look.actor, null), (client) => officerLoads(client, office.id, look))
      return ok({ office: office.id, officeName: office.name, items })
    }),
    route(workloadRoutes.offices, async ({ query, actor }) => {
      const look = filterLook(reference, actor(), Date.now())
      return ok(await inScope(pool, scopeOf(look.actor, null), (client) => officeLoads(client, query.page, look)))
    }),
  ]
}

/** Cases as somebody's: opened, searched for, compared. What is looked at here is written down. */
function personRoutes({ ledger: { pool, keys }, reference }: CaseParts): readonly Route[] {
  return [
    route(caseRoutes.card, async ({ query, actor, request }) => {
      const reader = actor()
      const districtKeys = await keys.forDistrict(query.district)
      // The ledger's own scope lets the card read which office was granted what.
      const { district, id: subject, via } = query
      const now = Date.now()
      const card = await inScope(pool, scopeOf(reader, district), async (client) => {
        const asking = { client, actor: reader, keys: districtKeys, reference, lang: languageOf(request), now }
        const found = await findCard(asking, district, subject)
        const action = via === 'search' ? ('found' as const) : ('open' as const)
        if (found) await logOpening(client, reader, { district, action, subject, now })
        return found
      })
      return card ? ok(card) : no({ code: 'not-found' })
    }),
    route(caseRoutes.search, async ({ body, actor }) => {
      const reader = actor()
      const district = ledgerOf(reader.place)
      const districtKeys = await keys.forDistrict(district)
      const found = await inScope(pool, scopeOf(reader, district), async (client) => {
        await logAccess(client, reader, { district, action: 'search', subject: null, reason: '' })
        return searchPage(client, reader, body.text, body.page, districtKeys)
      })
      return ok(found)
    }),
    route(caseRoutes.similar, async ({ body, actor }) => {
      const reader = actor()
      const district = ledgerOf(body.place ?? reader.place)
      const districtKeys = await keys.forDistrict(district)
      const items = await inScope(pool, scopeOf(reader, district), (client) =>
        similarTo(client, reader, district, body, districtKeys),
      )
      return ok({ items })
    }),
    route(caseRoutes.reveal, async ({ body, actor }) => {
      const reader = actor()
      const districtKeys = await keys.forDistrict(body.district)
      const shown = await inScope(pool, scopeOf(reader, body.district), async (client) => {
        const found = await findCase(client, reader, body.district, body.id, districtKeys)
        if (!found) return null
        const { district, id, reason } = body
        await logAccess(client, reader, { district, action: 'reveal', subject: id, reason })
        const grants = await grantsOf(client, body.district, body.id, districtKeys)
        return numbersOf(found, fieldsFor(found, reader, grants, Date.now()))
      })
      return shown ? ok(shown) : no({ code: 'not-found' })
    }),
  ]
}

/** The door to what is to be forgotten. */
export function retentionRoutesOf({ ledger, reference }: CaseParts): readonly Route[] {
  return [
    route(accessRoutes.retention, async ({ query, actor }) => {
      const reader = actor()
      return ok(
        await inScope(ledger.pool, scopeOf(reader, null), (client) => retentionPage(client, reader, query, reference)),
      )
    }),
  ]
}

/** ACCESS-7 The right to reveal reaches no further than what this office may see: a grant of the story opens no number. */
function numbersOf(kase: CaseRow, fields: Fields) {
  const [identity, contact] = [fields.has('identity'), fields.has('contact')]
  return {
    nik: identity ? kase.clientNik : null,
    kk: identity ? kase.clientKk : null,
    phone: contact ? kase.clientPhone : null,
    reporterPhone: fields.all ? kase.reporterPhone : null,
  }
}
