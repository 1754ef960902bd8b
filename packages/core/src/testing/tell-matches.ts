import type { Telling } from '../i18n/say-fact.ts'
import type { Said } from '../i18n/say-programme.ts'
import { sayMissing, sayReason, sayTurn } from '../i18n/say-programme.ts'
import { sayIn } from '../i18n/translate.ts'
import { shippedPpksItems } from '../ppks/shipped.ts'
import type { Match, MatchGroup } from '../programme/match.ts'
import { matchFamily } from '../programme/match.ts'
import { reachable, turnOf } from '../programme/pending.ts'
import type { ProgrammeRow } from '../programme/programme.ts'
import { offeredAt } from '../programme/programme.ts'
import { vocabulary } from '../programme/vocabulary.ts'
import { shippedCodes } from '../registry/shipped-codes.ts'
import type { GoldenFamily } from './golden-families.ts'

const codeNames = new Map(
  [...shippedCodes, ...shippedPpksItems].map(({ list, code, names }) => [`${list} ${code}`, names.id]),
)
const t = sayIn('id')
// As the screen marks them.
const signs = { met: '✓', 'not-met': '✗', unknown: '?' } as const

/** What a family is told of every programme of its place, line by line. */
export function tellMatches(family: GoldenFamily, programmes: readonly ProgrammeRow[], day: string): string {
  const telling: Telling = {
    lang: 'id',
    codeName: (list, code) => codeNames.get(`${list} ${code}`) ?? code,
    members: family.members,
  }
  return goldenMatches(family, programmes, day)
    .flatMap(({ member, matches }) => [
      `## ${member === null ? t('match.family') : family.members[member]}`,
      ...matches.flatMap((match) => tellOne(match, telling)),
    ])
    .join('\n')
}

/** The same as it was worked out. */
export const goldenMatches = (
  { facts, place }: GoldenFamily,
  programmes: readonly ProgrammeRow[],
  day: string,
): readonly MatchGroup[] => matchFamily(facts, offeredAt(place, programmes, day), { vocabulary, day })

function tellOne({ programme, verdict, reason, missing }: Match, telling: Telling): readonly string[] {
  const turn = reachable(turnOf(reason))
  return [
    `- ${programme.name}: ${t(`verdict.${verdict}`)}`,
    ...tellSaid(sayReason(reason, telling), 1),
    ...(missing.length > 0
      ? [`  ${t('match.missing')}: ${missing.map((one) => sayMissing(one, telling)).join('; ')}`]
      : []),
    ...(verdict === 'not-eligible' && turn ? [`  ${t('match.change')}:`, ...tellSaid(sayTurn(turn, telling), 2)] : []),
  ]
}

function tellSaid({ text, truth, detail, parts }: Said, depth: number): readonly string[] {
  const sign = truth === null ? '' : `${signs[truth]} `
  const line = `${'  '.repeat(depth)}${sign}${text}${parts.length > 0 ? ':' : ''}${detail === '' ? '' : ` (${detail})`}`
  return [line, ...parts.flatMap((part) => tellSaid(part, depth + 1))]
}
