import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import { contentOf, letterContent, paperOf } from '@openslrt/core/letter/content.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import { numberPlace, patternOn } from '@openslrt/core/letter/number.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import type { PoolClient } from 'pg'
import type { Keys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import type { Opened } from './load.ts'
import { findLetters, placeNamesOf } from './load.ts'
import { selectLetter } from './queries.ts'
import { letterRules } from './rules.ts'

/** A letter with its case, for whoever sees the case whole. */
export interface Found extends Opened {
  readonly letter: LetterRow
}

export async function findLetter(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  keys: Keys,
): Promise<Found | null> {
  const row = await selectLetter(client, actor, district, id)
  if (!row) return null
  const { caseId } = rowOf('letter', row, null)
  const opened = await findLetters(client, actor, district, caseId, await keys.forDistrict(district))
  const letter = opened?.letters.find((one) => one.id === id)
  return opened && letter ? { ...opened, letter } : null
}

/**
 * LETTER-23 What was signed, read back: it is printed only if it is what was signed, to the letter. Null for a letter that
 * nobody signed, or whose words were forgotten.
 */
export function signedPaper({ content, contentDigest, number }: LetterRow, keys: Keys): LetterPaper | null {
  if (content === null) return null
  if (keys.doorDigest(content).toString('hex') !== contentDigest)
    throw new Error('a letter does not say any more what was signed')
  return paperOf(letterContent.parse(JSON.parse(content)), number)
}

/** What a letter would say if it were signed now, without a name under it. */
export async function draftPaper(
  { reference }: CaseParts,
  client: PoolClient,
  actor: StaffActor,
  kase: Opened['case'],
  letter: Pick<LetterRow, 'kind' | 'purpose' | 'fields' | 'office' | 'chain'>,
): Promise<LetterPaper | null> {
  const now = Date.now()
  const policy: Policy = reference.policyFor(kase.district, now, now)
  const office = policy.offices.get(letter.office)
  const rules = letterRules(reference, kase.district, policy.day, { ...actor, office: letter.office })
  const template = rules.template(letter.kind)
  if (!office || !template) return null
  const content = contentOf({
    kase,
    letter,
    purposeName: letter.purpose ? (rules.purpose(letter.purpose)?.name ?? '') : '',
    office,
    places: await placeNamesOf(client, kase.place),
    template,
    pattern: patternOn(rules.pattern(), policy.day, template.code, numberPlace(office, kase.district)),
    logo: rules.logo(),
    signer: { post: letter.chain.at(-1)?.post ?? '', rank: '', nip: '', name: '' },
    check: '',
    now,
    zone: policy.calendar.zone,
  })
  return paperOf(content, null)
}

/** The chain that a letter of a kind would have here. */
export const chainHere = (parts: CaseParts, actor: StaffActor, district: string, kind: LetterKind) => {
  const now = Date.now()
  const { day } = parts.reference.policyFor(district, now, now)
  return letterRules(parts.reference, district, day, actor).chain(kind)
}
