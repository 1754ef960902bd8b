import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { independenceRoutes, placeLine } from '@openslrt/core/contract/independence-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import type { AssessmentRow } from '@openslrt/core/independence/assessment.ts'
import { standing } from '@openslrt/core/independence/assessment.ts'
import { isTaken } from '@openslrt/core/independence/decide.ts'
import type { Instrument } from '@openslrt/core/independence/instrument.ts'
import { instrumentOn } from '@openslrt/core/independence/instrument.ts'
import { assessmentRule, handedIn } from '@openslrt/core/independence/moves.ts'
import { scoreOf, weakestOf } from '@openslrt/core/independence/score.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, isRegion, ledgerOf, levelOf, nation, nationPlace, placeCode } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { placeOf } from '../reference/index.ts'
import { findAssessment, instrumentFrom, instrumentsOf } from './load.ts'
import { pageOf } from './page.ts'
import type { PlaceRow } from './queries.ts'
import { countPlaces, selectOfDistrict, selectPlaces } from './queries.ts'

/** The doors through which it is read how far districts stand on their own feet. */
export const independenceRoutesOf = (parts: CaseParts): readonly Route[] => [
  ...ofDistrict(parts),
  ofPlaces(parts),
  ofInstrument(parts),
]

function ofDistrict(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  const { pool } = parts.ledger
  return [
    route(independenceRoutes.district, async ({ query: { district }, actor }) => {
      const reader = actor()
      const place = placeCode.parse(district)
      if (levelOf(place) !== 'district' || !covers(reader.place, place)) return no({ code: 'wrong-place' })
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const named = await placeOf(client, place)
        if (!named) return no({ code: 'unknown-place' })
        const rows = (await selectOfDistrict(client, reader, district)).map((row) => rowOf('independence', row, null))
        const instruments = await instrumentsOf(client)
        const present = Number(dayIn(reference.zoneOf(district), Date.now()).slice(0, 4))
        const mayDraft = mayBegin(reader, district) ? [present, present - 1].filter((year) => !isTaken(rows, year)) : []
        return ok({ district, placeName: named.name, mayDraft, items: rows.map((row) => pastOf(row, instruments)) })
      })
    }),
    route(independenceRoutes.one, async ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const row = await findAssessment(client, reader, district, id)
        return row ? ok(await pageOf(parts, client, reader, row)) : no({ code: 'not-found' })
      })
    }),
  ]
}

const mayBegin = ({ permissions, place }: StaffActor, district: string): boolean =>
  permissions.has(assessmentRule('draft').by) && levelOf(place) === 'district' && ledgerOf(place) === district

function categoryNamesOf(row: Pick<AssessmentRow, 'answers' | 'judged' | 'instrument'>, all: readonly Instrument[]) {
  const { category } = scoreOf(instrumentFrom(all, row.instrument), standing(row.answers, row.judged))
  return category?.names ?? null
}

function pastOf(row: AssessmentRow, all: readonly Instrument[]) {
  const { id, year, status, score, signedAt } = row
  return { id, year, status, score, categoryNames: categoryNamesOf(row, all), signedAt }
}

function ofPlaces({ ledger: { pool }, reference }: CaseParts): Route {
  return route(independenceRoutes.places, async ({ query: { year, show, q = '', page }, actor }) => {
    const reader = actor()
    if (!isRegion(reader.place)) return no({ code: 'wrong-place' })
    const asked = year ?? Number(dayIn(reference.zoneOf(ledgerOf(reader.place)), Date.now()).slice(0, 4))
    const look = { reader, year: asked, show, q }
    return inScope(pool, scopeOf(reader, null), async (client) => {
      const instruments = await instrumentsOf(client)
      const items = (await selectPlaces(client, look, page)).map((row) => placeLineOf(row, instruments))
      const counts = await countPlaces(client, look)
      return ok({ items, total: counts[show], page, size: pageSize, year: asked, counts })
    })
  })
}

/** INDEP-16 Of what was not handed in, a region is told the state and nothing else. */
function placeLineOf({ place, place_name, province_name, ...row }: PlaceRow, instruments: readonly Instrument[]) {
  const assessment = row.id === null ? null : rowOf('independence', row, null)
  const status = assessment?.status ?? null
  const named = { district: place, name: place_name, provinceName: province_name, status }
  const told = assessment && handedIn.includes(assessment.status) ? toldOf(assessment, instruments) : untold
  return placeLine.parse({ ...named, ...told })
}

const untold = { id: null, score: null, categoryNames: null, weakest: null, submittedAt: null }

function toldOf(row: AssessmentRow, instruments: readonly Instrument[]) {
  const { id, score, submittedAt } = row
  return { id, score, submittedAt, categoryNames: categoryNamesOf(row, instruments), weakest: weakestOf(row.profile) }
}

function ofInstrument({ ledger: { pool }, reference }: CaseParts): Route {
  return route(independenceRoutes.instrument, async ({ query: { on }, actor }) => {
    const reader = actor()
    const today = dayIn(reference.zoneOf(nation), Date.now())
    const all = await instrumentsOf(pool)
    const instrument = instrumentOn(all, on ?? today)
    if (!instrument) return no({ code: 'not-found' })
    const versions = all.map(({ from }) => from).toSorted()
    const may = reader.permissions.has('independence.change') && reader.place === nationPlace
    const last = versions.at(-1) ?? today
    return ok({ instrument, versions, mayChangeFrom: may ? addDays(last > today ? last : today, 1) : null })
  })
}
