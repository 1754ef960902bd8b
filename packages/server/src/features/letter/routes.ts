import type { LetterOffice, LetterPurpose, LetterRuleLine, LetterShow } from '@openslrt/core/contract/letter-queries.ts'
import { letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { letterOnTheWay, letterRule } from '@openslrt/core/letter/moves.ts'
import { letterLists, purposeData } from '@openslrt/core/letter/rules.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import { countsIn, itemOn } from '@openslrt/core/lists/on-day.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerCode, ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { inboxLineOf, kindOffersOf, letterLineOf, peopleIn } from './lines.ts'
import { findLetters } from './load.ts'
import type { InboxQuery } from './queries.ts'
import { selectInbox, selectSeries, selectSigners, selectStaffNames } from './queries.ts'
import { chainHere, draftPaper, findLetter, signedPaper } from './read-paper.ts'
import { letterRules } from './rules.ts'

/** The doors through which letters are read. */
export const letterRoutesOf = (parts: CaseParts): readonly Route[] => [...listRoutes(parts), ...paperRoutes(parts)]

const todayIn = ({ reference }: CaseParts, district: string): string => dayIn(reference.zoneOf(district), Date.now())

/** Which letters there are, and the rules by which they are made. */
function listRoutes(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  const { pool, keys } = ledger
  const today = (district: string): string => todayIn(parts, district)
  return [
    route(letterRoutes.ofCase, ({ query: { district, id }, actor, request }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const opened = await findLetters(client, reader, district, id, await keys.forDistrict(district))
        if (!opened) return no({ code: 'not-found' })
        const names = await selectStaffNames(client, peopleIn(opened.letters))
        const told = { opened, actor: reader, names, reference, lang: languageOf(request) }
        return ok({
          letters: opened.letters.map((letter) => letterLineOf(letter, told)),
          kinds: kindOffersOf(told, letterRules(reference, district, today(district), reader)),
          purposes: purposesIn(parts, district, today(district)),
        })
      })
    }),
    route(letterRoutes.inbox, ({ query: { show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const asked = { ...shows[show], limit: pageSize, offset: (page - 1) * pageSize }
        const { rows, total } = await selectInbox(client, reader, asked)
        return ok({ items: rows.map(inboxLineOf), total, page, size: pageSize })
      })
    }),
    route(letterRoutes.rules, ({ query: { district }, actor }) => {
      // Rules are the same for everybody; how many letters an office numbered is for those whose place it is.
      const own = covers(actor().place, placeCode.parse(district)) ? district : null
      return inScope(pool, scopeOf(actor(), own), async (client) => {
        const roles = [...reference.roles(placeCode.parse(district)).values()].filter(({ permissions }) =>
          permissions.includes('letter.sign'),
        )
        const signers = await selectSigners(
          client,
          district,
          roles.map(({ code }) => code),
        )
        return ok({
          today: today(district),
          rules: rulesIn(parts, district, today(district)),
          signers: [...signers],
          offices: await officesIn(parts, client, district, today(district)),
        })
      })
    }),
  ]
}

/** One letter as it is, or would be, on paper. */
function paperRoutes(parts: CaseParts): readonly Route[] {
  const { pool, keys } = parts.ledger
  return [
    route(letterRoutes.paper, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const found = await findLetter(client, reader, district, id, keys)
        if (!found) return no({ code: 'not-found' })
        const { letter, case: kase } = found
        const paper = signedPaper(letter, keys) ?? (await draftPaper(parts, client, reader, kase, letter))
        const { kind, status, version } = letter
        return paper ? ok({ paper, kind, status, version, caseId: kase.id }) : no({ code: 'not-found' })
      })
    }),
    route(letterRoutes.preview, ({ body: { district, id, kind, purpose, fields }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const opened = await findLetters(client, reader, district, id, await keys.forDistrict(district))
        if (!opened) return no({ code: 'not-found' })
        const chain = chainHere(parts, reader, district, kind) ?? []
        const letter = { kind, purpose, fields: canonical(fields), office: reader.office, chain }
        const paper = await draftPaper(parts, client, reader, opened.case, letter)
        return paper ? ok({ paper }) : no({ code: 'letter-not-here' })
      })
    }),
  ]
}

type Shown = Pick<InboxQuery, 'statuses' | 'next'>
const shows: Readonly<Record<LetterShow, Shown>> = {
  sign: { statuses: letterOnTheWay, next: 'sign' },
  initial: { statuses: letterOnTheWay, next: 'initial' },
  waiting: { statuses: letterOnTheWay, next: null },
  returned: { statuses: [letterRule('return').to], next: null },
  issued: { statuses: [letterRule('sign').to], next: null },
  'handed-over': { statuses: [letterRule('hand-over').to], next: null },
}

const purposesIn = ({ reference }: CaseParts, district: string, day: string): LetterPurpose[] =>
  reference.list('letter-purpose', district, day).map(({ code, names, data }) => ({
    code,
    name: names.id,
    maxDesil: purposeData.parse(data).maxDesil,
  }))

function rulesIn({ reference }: CaseParts, district: LedgerCode, day: string): LetterRuleLine[] {
  return letterLists.flatMap((list) =>
    [...reference.said(list)].flatMap(([code, all]) => {
      const said = all.filter(({ place }) => countsIn(place, district))
      const now = itemOn(said, district, day)
      const about = nameOf(reference, code)
      return said.length === 0 ? [] : [{ list, code, about, now: now && saidLine(now), said: said.map(saidLine) }]
    }),
  )
}

function nameOf(reference: CaseParts['reference'], code: string): string {
  const id = officeId.safeParse(code).data
  return (id && reference.offices().get(id)?.name) ?? ''
}

/** LETTER-32 Offices whose letters are numbered in a place's ledger, and which number each gives next this year. */
async function officesIn(
  { reference }: CaseParts,
  client: PoolClient,
  district: LedgerCode,
  day: string,
): Promise<LetterOffice[]> {
  const given = new Map(
    (await selectSeries(client, district, day.slice(0, 4))).map(({ office, last }) => [office, last]),
  )
  return [...reference.offices().values()]
    .filter(({ place, active, kind }) => active && kind !== 'provider' && ledgerOf(place) === district)
    .map(({ id, name, place }) => ({ office: id, name, place, next: (given.get(id) ?? 0) + 1 }))
    .toSorted((one, other) => one.place.localeCompare(other.place) || one.name.localeCompare(other.name))
}

const saidLine = ({ place, from, says, names, data }: Said) => ({
  place: ledgerCode.parse(place),
  from,
  says,
  names,
  data: { ...data },
})
