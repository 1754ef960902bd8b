import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { NeedCell } from '@openslrt/core/need/face.ts'
import type { Limit, ShownCounts, Teller } from '@openslrt/core/need/table.ts'
import { districtTeller, wideTeller } from '@openslrt/core/need/table.ts'
import type { LedgerCode, PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerCode, ledgerOf, levelOf, placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/db/scope.ts'
import { countingScope, inScope, scopeOf } from '../../platform/db/scope.ts'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { cellLimitOn, todayIn } from '../reference/index.ts'
import { needLineOf, tellingOf } from './lines.ts'
import type { TableQuery } from './queries-lists.ts'
import { countCells, countListed, placeNames, selectNeeds } from './queries-lists.ts'

/** The table that Bappeda and OPD plan with, its file, and the list behind each of its numbers. */
export function tableRoutesOf(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  return [
    route(needRoutes.table, ({ query, actor }) =>
      within(parts, actor(), query, async (client, asked, telling) => {
        const rows = rowsOf(await bookOf(client, asked, telling), asked, query.by)
        const places = await placeNames(client, [asked.place, ...rows.map(({ key }) => key)])
        const { opens, least } = telling
        return ok({
          place: { code: asked.place, name: places.get(asked.place) ?? '' },
          year: asked.year,
          by: query.by,
          opens,
          least,
          rows: rows.slice(0, -1).map(({ key, shown }) => ({ key, name: places.get(key) ?? '', ...spread(shown) })),
          sum: spread(rows.at(-1)?.shown ?? nothingShown),
        })
      }),
    ),
    route(needRoutes.file, ({ query: { form, ...query }, actor, request }) =>
      within(parts, actor(), query, async (client, asked, telling) => {
        const rows = await linesOfFile(parts, client, asked, { ...telling, lang: languageOf(request) })
        const file = form === 'csv' ? Buffer.from(csvOf(rows)) : writeSheet(rows)
        const name = `kebutuhan-${asked.place.replaceAll('.', '')}-${asked.year}.${form}`
        return ok({ name, type: types[form], content: file.toString('base64') })
      }),
    ),
    route(needRoutes.list, ({ query: { state, page, ...query }, actor }) => {
      const reader = actor()
      const asked = askedOf(parts, reader, query)
      return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
        if (!covers(reader.place, asked.place)) return no({ code: 'wrong-place' })
        const total = await countListed(client, reader, { ...asked, state })
        const found = await selectNeeds(
          client,
          reader,
          { ...asked, state },
          { limit: pageSize, offset: (page - 1) * pageSize },
        )
        const needs = []
        for (const row of found)
          needs.push({ row: rowOf('need', row, await ledger.keys.forDistrict(row.district)), name: row.name })
        const telling = await tellingOf(
          client,
          reader,
          reference,
          needs.map(({ row }) => row),
        )
        return ok({ items: needs.map(({ row, name }) => needLineOf(row, name, telling)), total, page, size: pageSize })
      })
    }),
  ]
}

const spread = ({ more, ...shown }: ShownCounts) => ({ ...shown, more: [...more] })

/** Who reads a table: whether they may open the people behind it, and below how many a number is not told otherwise. */
interface Telling {
  readonly opens: boolean
  readonly least: number
  /** The same for each district, as it says itself; nothing is withheld from who may open the people. */
  readonly limitOf: (district: string) => Limit
}

/** A table with what may be told of it. Numbers of a village are told, or not, by those of its whole district. */
interface Book {
  readonly cells: readonly NeedCell[]
  readonly tell: Teller
}

async function bookOf(client: PoolClient, asked: TableQuery, { limitOf }: Telling): Promise<Book> {
  const base = baseOf(asked.place)
  const whole = { ...asked, place: base, kind: undefined }
  if (isWide(base)) {
    const cells = await countCells(client, whole, districtSigns)
    return { cells, tell: wideTeller(cells, limitOf) }
  }
  const cells = await countCells(client, whole, villageSigns)
  return { cells, tell: districtTeller(base, cells, limitOf(base)) }
}

/** Where the numbers of a place are told beside their neighbours': in its district, or in the province or nation that was asked. */
const baseOf = (place: PlaceCode): PlaceCode => (isWide(place) ? place : placeCode.parse(ledgerOf(place)))
const isWide = (place: PlaceCode): boolean => ['province', 'nation'].includes(levelOf(place))

/** The rows of a table and, last, what they add up to. */
function rowsOf({ cells, tell }: Book, { place, kind }: TableQuery, by: 'place' | 'kind') {
  const { from, to } = rangeOf(place)
  const own = cells.filter(
    (cell) => cell.place >= from && cell.place < to && (kind === undefined || cell.kind === kind),
  )
  const shownOf = {
    kind: (key: string) => tell.under(place, key),
    place: (key: string) =>
      isWide(place) ? tell.under(placeCode.parse(key), kind ?? null) : tell.at(key, kind ?? null),
  }
  const signs = levelOf(place) === 'nation' ? provinceSigns : villageSigns
  const keys = [...new Set(own.map((cell) => cell[by].slice(0, by === 'place' ? signs : undefined)))].toSorted()
  return [
    ...keys.map((key) => ({ key, shown: shownOf[by](key) })),
    { key: place, shown: tell.under(place, kind ?? null) },
  ]
}

/** The table as a file has it: a line for each village and kind, under the heads of a language. */
async function linesOfFile(
  { reference }: CaseParts,
  client: PoolClient,
  asked: TableQuery,
  { lang, limitOf }: Telling & { readonly lang: Lang },
): Promise<readonly (readonly string[])[]> {
  const all = await countCells(client, { ...asked, kind: undefined, place: baseOf(asked.place) }, villageSigns)
  const { from, to } = rangeOf(asked.place)
  const cells = all.filter(({ place }) => place >= from && place < to)
  const tellers = new Map<string, Teller>()
  for (const [district, own] of Map.groupBy(all, ({ place }) => place.slice(0, 5)))
    tellers.set(district, districtTeller(district, own, limitOf(district)))
  const places = await placeNames(
    client,
    cells.map(({ place }) => place),
  )
  const home = ledgerOf(asked.place)
  const said = reference.list('need', home, dayIn(reference.zoneOf(home), Date.now()))
  const kinds = new Map(said.map(({ code, names }) => [code, names[lang]]))
  return [
    heads.map((head) => translate(lang, `need.table.${head}`)),
    ...cells.map(({ place, kind }) => {
      const shown = tellers.get(place.slice(0, 5))?.at(place, kind) ?? nothingShown
      const withheld = translate(lang, 'need.table.withheld')
      const numbers = states.map((state) => (shown[state] === null ? withheld : String(shown[state])))
      return [places.get(place) ?? place, kinds.get(kind) ?? kind, ...numbers]
    }),
  ]
}

const heads = ['village', 'kind', 'total', 'met', 'going', 'unmet'] as const
const states = ['total', 'met', 'going', 'unmet'] as const
const nothingShown: ShownCounts = { total: null, met: null, going: null, unmet: null, more: [] }
const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface Asked {
  readonly place?: PlaceCode | undefined
  readonly year?: number | undefined
  readonly kind?: string | undefined
}

function askedOf({ reference }: CaseParts, reader: StaffActor, { place, year, kind }: Asked): TableQuery {
  const own = place ?? reader.place
  const today = dayIn(reference.zoneOf(ledgerOf(own)), Date.now())
  return { place: own, year: year ?? Number(today.slice(0, 4)), kind }
}

/** Whoever reads the people of a place counts what they see; others count all of it, and are shown no small number. */
async function within<T>(
  parts: CaseParts,
  reader: StaffActor,
  query: Asked,
  run: (client: PoolClient, asked: TableQuery, telling: Telling) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const asked = askedOf(parts, reader, query)
  if (!covers(reader.place, asked.place)) return no({ code: 'wrong-place' })
  const opens = reader.permissions.has('registry.read') && reader.sees === 'place'
  const { reference } = parts
  const leastOf = (ledger: LedgerCode): number => cellLimitOn(reference, 'need', ledger, todayIn(reference, ledger))
  const least = leastOf(ledgerOf(asked.place))
  const limitOf = (district: string): Limit => (opens ? null : leastOf(ledgerCode.parse(district)))
  const scope = opens ? scopeOf(reader, null) : countingNeeds(baseOf(asked.place))
  return inScope(parts.ledger.pool, scope, (client) => run(client, asked, { opens, least, limitOf }))
}

/** Only for queries that count. */
function countingNeeds(place: PlaceCode): Scope {
  const { from, to } = rangeOf(place)
  return { ...countingScope(place), registryFrom: from, registryTo: to }
}

/** How many signs of a code name a province, a district, a village. */
const [provinceSigns, districtSigns, villageSigns] = [2, 5, 13]
