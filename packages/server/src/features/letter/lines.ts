import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { LawRefusal } from '@openslrt/core/case/refusal.ts'
import type { InboxLetter, KindOffer, LetterLine, LetterOffer } from '@openslrt/core/contract/letter-queries.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { caseId, letterId } from '@openslrt/core/kernel/id.ts'
import { typedIn } from '@openslrt/core/letter/content.ts'
import type { LetterRules } from '@openslrt/core/letter/decide.ts'
import { mayDraft, mayReplace, mayStep } from '@openslrt/core/letter/decide.ts'
import { letterKind, letterKinds } from '@openslrt/core/letter/kinds.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Reference } from '../reference/index.ts'
import type { Opened } from './load.ts'
import type { InboxRow } from './queries.ts'

interface Told {
  readonly opened: Opened
  readonly actor: StaffActor
  readonly names: ReadonlyMap<string, string>
  readonly reference: Reference
  readonly lang: Lang
}

/** A letter as the card shows it, with what this reader may do with it. */
export function letterLineOf(letter: LetterRow, told: Told): LetterLine {
  const { names, reference } = told
  const { id, district, version, kind, status, office, number, purpose, note } = letter
  return {
    id,
    district,
    version,
    kind,
    status,
    office,
    number,
    purpose,
    note,
    officeName: reference.offices().get(office)?.name ?? '',
    fields: typedIn(letter.fields),
    drafterName: names.get(letter.drafter) ?? '',
    steps: letter.chain.map(({ act, post }, nth) => {
      const mark = letter.marks[nth]
      return { act, post, name: mark ? (names.get(mark.staff) ?? '') : null, at: mark?.at ?? null }
    }),
    draftedAt: letter.draftedAt,
    issuedAt: letter.issuedAt,
    handedAt: letter.handedAt,
    handedTo: letter.handedTo,
    replaces: letter.replaces,
    replacedBy: letter.replacedBy,
    offers: offersOf(letter, told),
  }
}

const steps = ['change', 'initial', 'return', 'sign', 'hand-over', 'revoke'] as const

function offersOf(letter: LetterRow, { opened, actor, lang }: Told): LetterOffer[] {
  return [
    ...steps.map((action) => offerOf(action, mayStep(opened.case, letter, action, actor), lang)),
    offerOf('replace', mayReplace(opened, letter, actor), lang),
  ]
}

const offerOf = (action: string, refusal: LawRefusal | null, lang: Lang): LetterOffer => ({
  action,
  refusal: refusal?.code ?? null,
  message: refusal && sayRefusal(lang, refusal),
})

/** LETTER-10 What may be drafted for a case here, and why the rest may not. */
export function kindOffersOf({ opened, actor, lang }: Told, rules: LetterRules): KindOffer[] {
  return letterKinds.map((kind) => {
    const chain = rules.chain(kind)
    const refusal = mayDraft(opened.case, kind, actor) ?? (chain ? null : { code: 'letter-not-here' as const })
    const { refusal: code, message } = offerOf(kind, refusal, lang)
    return { kind, refusal: code, message, steps: chain?.map(({ post }) => post) ?? [] }
  })
}

/** Everybody whom the letters of a case name. */
export const peopleIn = (letters: readonly LetterRow[]): readonly string[] =>
  letters.flatMap(({ drafter, marks }) => [drafter, ...marks.map(({ staff }) => staff)])

export const inboxLineOf = (row: InboxRow): InboxLetter => ({
  id: letterId.parse(row.id),
  district: ledgerCode.parse(row.district),
  version: row.version,
  caseId: caseId.parse(row.case_id),
  caseNumber: row.case_number,
  kind: letterKind.parse(row.kind),
  status: row.status,
  number: row.number,
  clientMasked: maskName(row.client_name),
  placeName: row.place_name,
  drafterName: row.drafter_name ?? '',
  post: row.chain[row.marks.length]?.post ?? '',
  changedAt: row.changed_at.getTime(),
})
