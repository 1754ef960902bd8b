import type { Actor, StaffActor } from '../access/actor.ts'
import { isElsewhere, lacksRight } from '../access/can.ts'
import type { CaseRow, CaseStatus } from '../case/case.ts'
import { letterClosing } from '../case/closing.ts'
import type { Policy } from '../case/policy.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { LetterMove, LetterMoveData, LetterMoveOf } from '../contract/letter.ts'
import type { LetterId } from '../kernel/id.ts'
import type { JsonObject } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { maskName } from '../person/mask.ts'
import type { PlaceNames } from './content.ts'
import { contentOf, contentText } from './content.ts'
import { fieldRefusal } from './fields.ts'
import type { LetterKind } from './kinds.ts'
import type { ChainStep, LetterRow } from './letter.ts'
import type { LetterStep } from './moves.ts'
import {
  doneByHandOver,
  isQuickLetter,
  letterRights,
  letterRule,
  lettersFrom,
  lettersGoOn,
  quickLettersFrom,
  unsignedLetter,
  validLetter,
  waitingLetter,
} from './moves.ts'
import { numberPlace, patternOn } from './number.ts'
import type { LetterLogo } from './paper.ts'
import type { SignerData, TemplateData } from './rules.ts'

/** The rules of letters as they hold for a district on the day of a decision. */
export interface LetterRules {
  chain(kind: LetterKind): readonly ChainStep[] | null
  template(kind: LetterKind): TemplateData | null
  pattern(): string
  purpose(code: string): { readonly name: string; readonly maxDesil: number | null } | null
  signer(): SignerData | null
  logo(): LetterLogo | null
}

/** A case with its letters and what is needed to sign one. The case is opened: a letter says what it knows. */
export interface LetterFile {
  readonly case: CaseRow
  readonly letters: readonly LetterRow[]
  readonly places: PlaceNames
  /** The name of whoever acts. */
  readonly name: string
  /** The secret behind the QR code: where it leads, and the digest that is kept of it. */
  readonly door: { readonly path: string; readonly digest: string }
  readonly digestOf: (text: string) => string
}

type Answer = Result<Decision, LawRefusal>
interface Scene {
  readonly file: LetterFile
  readonly actor: StaffActor
  readonly policy: Policy
  readonly rules: LetterRules
}

/** LETTER-1 to LETTER-15 Decides one move of a letter, together with its case. Pure, resolved whole. */
export function decideLetter(
  file: LetterFile,
  move: LetterMove,
  actor: Actor,
  policy: Policy,
  rules: LetterRules,
): Answer {
  const needs = letterRights[move.action]
  if (actor.kind !== 'staff') return no({ code: 'not-permitted', needs })
  const lacking = lacksRight(actor, needs, file.case)
  if (lacking) return no(lacking)
  const scene = { file, actor, policy, rules }
  if (move.action === 'draft') return draft(scene, move.data)
  const letter = file.letters.find(({ id }) => id === move.data.letter)
  if (!letter) return no({ code: 'unknown-letter' })
  if (move.action === 'replace') return replace(scene, letter, move.data)
  const refusal = mayStep(file.case, letter, move.action, actor)
  if (refusal) return no(refusal)
  return step(scene, letter, move)
}

function step(scene: Scene, letter: LetterRow, move: LetterMoveOf<Exclude<LetterStep, 'supersede'>>): Answer {
  switch (move.action) {
    case 'change':
      return change(scene, letter, move.data)
    case 'initial':
      return initial(scene, letter, move.data)
    case 'return':
      return decided(scene, 'letter-return', letter, move.data.note, { marks: [], note: move.data.note })
    case 'sign':
      return sign(scene, letter, move.data)
    case 'hand-over':
      return handOver(scene, letter, move.data)
    case 'revoke':
      return decided(scene, 'letter-revoke', letter, move.data.note, { note: move.data.note })
  }
}

function draft(scene: Scene, data: LetterMoveData['draft']): Answer {
  const refusal = mayDraft(scene.file.case, data.kind, scene.actor)
  return refusal ? no(refusal) : begin(scene, data.letter, null, data)
}

function replace(scene: Scene, old: LetterRow, { next, purpose, fields }: LetterMoveData['replace']): Answer {
  const refusal = mayReplace(scene.file, old, scene.actor)
  return refusal ? no(refusal) : begin(scene, next, old.id, { kind: old.kind, purpose, fields })
}

type Typed = Pick<LetterMoveData['draft'], 'kind' | 'purpose' | 'fields'>

function begin(scene: Scene, id: LetterId, replaces: LetterId | null, typed: Typed): Answer {
  const { file, actor, policy, rules } = scene
  const chain = rules.chain(typed.kind)
  if (!chain || !rules.template(typed.kind)) return no({ code: 'letter-not-here' })
  if (file.case.clientName === '') return no({ code: 'client-missing' })
  const refusal = fieldRefusal(typed, rules)
  if (refusal) return no(refusal)
  const { district, id: caseId } = file.case
  const set = {
    district,
    caseId,
    kind: typed.kind,
    office: actor.office,
    status: 'drafted' as const,
    purpose: typed.purpose,
    fields: canonical(typed.fields),
    drafter: actor.staff,
    chain,
    marks: [],
    note: null,
    serial: null,
    issuedAt: null,
    content: null,
    contentDigest: null,
    holder: '',
    door: null,
    handedAt: null,
    handedTo: null,
    replaces,
    replacedBy: null,
    draftedAt: policy.now,
    changedAt: policy.now,
  }
  const say = { kind: typed.kind, letter: id, ...(replaces ? { replaces } : {}) }
  return ok(decision(scene, { action: 'letter-draft', note: '', say: say }, [{ table: 'letter', id, base: 0, set }]))
}

function change(scene: Scene, letter: LetterRow, data: LetterMoveData['change']): Answer {
  const refusal = fieldRefusal({ ...data, kind: letter.kind }, scene.rules)
  if (refusal) return no(refusal)
  const set = {
    purpose: data.purpose,
    fields: canonical(data.fields),
    drafter: scene.actor.staff,
    marks: [],
    note: null,
  }
  return decided(scene, 'letter-change', letter, '', set)
}

function initial(scene: Scene, letter: LetterRow, { note }: LetterMoveData['initial']): Answer {
  const marks = [...letter.marks, { staff: scene.actor.staff, at: scene.policy.now }]
  return decided(scene, 'letter-initial', letter, note, { marks })
}

/** LETTER-6 Signing fixes what the letter says, gives it its number, and puts what it replaces out of force. */
function sign(scene: Scene, letter: LetterRow, _data: LetterMoveData['sign']): Answer {
  const { file, actor, policy, rules } = scene
  const template = rules.template(letter.kind)
  const office = policy.offices.get(letter.office)
  if (!template || !office) return no({ code: 'letter-not-here' })
  const pattern = patternOn(rules.pattern(), policy.day, template.code, numberPlace(office, file.case.district))
  const content = contentText(
    contentOf({
      kase: file.case,
      letter,
      purposeName: letter.purpose ? (rules.purpose(letter.purpose)?.name ?? '') : '',
      office,
      places: file.places,
      template,
      pattern,
      logo: rules.logo(),
      signer: { ...(rules.signer() ?? unnamed(letter)), name: file.name },
      check: file.door.path,
      now: policy.now,
      zone: policy.calendar.zone,
    }),
  )
  const set = {
    status: letterRule('sign').to,
    marks: [...letter.marks, { staff: actor.staff, at: policy.now }],
    issuedAt: policy.now,
    content,
    contentDigest: file.digestOf(content),
    holder: maskName(file.case.clientName),
    door: file.door.digest,
    changedAt: policy.now,
  }
  const numbered = { series: `${letter.office}/${policy.day.slice(0, 4)}`, pattern }
  const own: Change = { table: 'letter', id: letter.id, base: letter.version, set, numbered }
  return ok(
    decision(scene, { action: 'letter-sign', note: '', say: sayOf(letter) }, [own, ...superseded(scene, letter)]),
  )
}

/** Whoever has no line on the list of signers signs under the post that the chain names. */
const unnamed = ({ chain }: LetterRow): SignerData => ({ post: chain.at(-1)?.post ?? '', rank: '', nip: '' })

function superseded({ file, policy }: Scene, { id, replaces }: LetterRow): readonly Change[] {
  const old = file.letters.find((one) => one.id === replaces)
  if (!old || !letterRule('supersede').from.includes(old.status)) return []
  const set = { status: letterRule('supersede').to, replacedBy: id, changedAt: policy.now }
  return [{ table: 'letter', id: old.id, base: old.version, set }]
}

/** LETTER-12 Handing over a service's letter is the citizen's confirmation, unless something of the case still waits. */
function handOver(scene: Scene, letter: LetterRow, { to, note }: LetterMoveData['hand-over']): Answer {
  const { file, policy } = scene
  const { case: kase } = file
  const others = file.letters.some(({ id, status }) => id !== letter.id && waitingLetter.includes(status))
  const ends = kase.kind === 'service' && doneByHandOver.includes(kase.status) && kase.openReferrals === 0 && !others
  const closing = ends ? letterClosing(kase, policy, letter.number ?? '') : {}
  const set = {
    status: letterRule('hand-over').to,
    handedAt: policy.now,
    handedTo: to,
    changedAt: policy.now,
  }
  const own: Change = { table: 'letter', id: letter.id, base: letter.version, set }
  return ok(
    decision(scene, { action: ends ? 'letter-confirm' : 'letter-hand-over', note, say: sayOf(letter) }, [own], closing),
  )
}

function decided(
  scene: Scene,
  action: `letter-${'change' | 'initial' | 'return' | 'revoke'}`,
  letter: LetterRow,
  note: string,
  set: Partial<LetterRow>,
): Answer {
  const { to } = letterRule(stepOf[action])
  const own: Change = {
    table: 'letter',
    id: letter.id,
    base: letter.version,
    set: { ...without(set), status: to, changedAt: scene.policy.now },
  }
  return ok(decision(scene, { action, note, say: sayOf(letter) }, [own]))
}

const stepOf = {
  'letter-change': 'change',
  'letter-initial': 'initial',
  'letter-return': 'return',
  'letter-revoke': 'revoke',
} as const satisfies Record<string, LetterStep>

const without = ({ id: _id, version: _version, number: _number, serial: _serial, ...set }: Partial<LetterRow>) => set

const sayOf = ({ id, kind, number }: LetterRow): JsonObject => ({ kind, letter: id, ...(number ? { number } : {}) })

/** What an entry tells a person. */
type Said = Pick<Decision, 'action' | 'note' | 'say'>

// The case moves with each step of its letters: so a letter is never made of a case that moved meanwhile.
function decision(
  { file, policy }: Scene,
  { action, note, say }: Said,
  changes: readonly Change[],
  closing: Partial<CaseRow> = {},
): Decision {
  const { case: kase } = file
  const { number: _number, id: _id, version: _version, ...ends } = closing
  const set = { changedAt: policy.now, ...(kase.passed ? { passed: null } : {}), ...ends }
  const own: Change = { table: 'case', id: kase.id, base: kase.version, set }
  return { action, note, say, day: policy.day, changes: [own, ...changes], jobs: [] }
}

/** LETTER-10 Why this actor may not draft a letter of this kind for this case now; null where they may. */
export function mayDraft(kase: CaseRow, kind: LetterKind, actor: Actor): LawRefusal | null {
  const lacking = lacksRight(actor, ['letter.draft'], kase)
  if (lacking) return lacking
  const quick = isQuickLetter(kind, kase.kind)
  const wrong = notFrom(kase, quick ? quickLettersFrom : lettersFrom) ?? isElsewhere(actor, kase)
  if (wrong) return wrong
  return quick || kase.decision === 'approved' ? null : { code: 'decision-missing' }
}

/** LETTER-8 Why a letter may not be replaced now: it must be valid, and nobody may be replacing it already. */
export function mayReplace(
  { case: kase, letters }: Pick<LetterFile, 'case' | 'letters'>,
  old: LetterRow,
  actor: Actor,
): LawRefusal | null {
  const lacking = lacksRight(actor, ['letter.draft'], kase) ?? notFrom(kase, lettersGoOn) ?? notOurs(old, actor)
  if (lacking) return lacking
  if (!validLetter.includes(old.status)) return wrongStatus(old, validLetter)
  const underWay = letters.some(({ replaces, status }) => replaces === old.id && unsignedLetter.includes(status))
  return underWay ? { code: 'already-so' } : null
}

/** LETTER-2 to LETTER-7 Why this actor may not take a step with a letter now; null where they may. */
export function mayStep(
  kase: CaseRow,
  letter: LetterRow,
  action: Exclude<LetterStep, 'supersede'>,
  actor: Actor,
): LawRefusal | null {
  const rule = letterRule(action)
  const lacking = lacksRight(actor, rule.by, kase) ?? notFrom(kase, lettersGoOn) ?? notOurs(letter, actor)
  if (lacking) return lacking
  if (!rule.from.includes(letter.status)) return wrongStatus(letter, rule.from)
  return notTurn(letter, action, actor) ?? notRevoker(kase, letter, action, actor)
}

/** LETTER-14 Drafting, initialling and signing are different people's, in the order of the chain. */
function notTurn(letter: LetterRow, action: LetterStep, actor: Actor): LawRefusal | null {
  if (action !== 'initial' && action !== 'sign') return null
  const next = letter.chain[letter.marks.length]
  if (next?.act !== action) return { code: 'letter-turn', act: next?.act ?? 'sign' }
  const had = [letter.drafter, ...letter.marks.map(({ staff }) => staff)]
  return actor.kind === 'staff' && had.includes(actor.staff) ? { code: 'own-letter' } : null
}

// A draft is withdrawn by whoever drafts; what was signed is taken out of force by whoever signs.
const notRevoker = (kase: CaseRow, { status }: LetterRow, action: LetterStep, actor: Actor): LawRefusal | null =>
  action === 'revoke' && validLetter.includes(status) ? lacksRight(actor, ['letter.sign'], kase) : null

const notOurs = ({ office }: LetterRow, actor: Actor): LawRefusal | null =>
  actor.kind === 'staff' && actor.office === office ? null : { code: 'not-here', office }

const notFrom = ({ status }: CaseRow, allowedFrom: readonly CaseStatus[]): LawRefusal | null =>
  allowedFrom.includes(status) ? null : { code: 'wrong-status', status, allowedFrom }

const wrongStatus = (
  { status }: LetterRow,
  allowedFrom: LetterRow['status'][] | readonly LetterRow['status'][],
): LawRefusal => ({
  code: 'wrong-letter-status',
  status,
  allowedFrom,
})
