import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { familyId, personId } from '@openslrt/core/kernel/id.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { kindLaw, type ProposalKind, proposalKind } from '@openslrt/core/proposal/kinds.ts'
import { numberFault, numberTyped } from '@openslrt/core/registry/identity.ts'
import { isHidden, typedOf } from '@openslrt/core/registry/typed.ts'
import { type Variable, variableOf } from '@openslrt/core/registry/variables.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import { commandOf } from '../make-command.ts'
import { textIn } from '../screens/names.ts'
import type { Spot } from '../spot.ts'

type Person = ReplicaRow['person']
type Family = ReplicaRow['family']

export interface ProposeValues {
  /** Kept with what is typed: a phone that dies in between proposes it once. */
  readonly id: string
  /** When it was taken down decides for which month it counts. */
  readonly at: string
  readonly who: string
  readonly kind: string
  readonly reason: string
  readonly nik: string
  readonly kk: string
  readonly programme: string
  /** What is asked for by name, as it is typed. */
  readonly asked: Readonly<Record<string, string>>
  readonly note: string
}

/** The reason that mostly goes with a kind: it stands there, and can be changed. */
const usualReason: Readonly<Record<ProposalKind, string>> = {
  new: 'not-registered',
  correction: 'data-differs',
  eligibility: '',
  move: 'moved',
  death: 'died',
  double: 'twice',
  'not-found': 'unknown-here',
  programme: 'needs-aid',
  objection: 'contested',
  withdrawal: 'own-wish',
}

export const kindOf = (kind: string): ProposalKind | null => proposalKind.safeParse(kind).data ?? null

/** FIELD-24 What a kind begins with; what another one asked for is asked no more. */
export function withKind(kind: string, reasons: readonly string[]): Partial<ProposeValues> {
  const known = kindOf(kind)
  const reason = known === null ? '' : usualReason[known]
  return { kind, reason: reasons.includes(reason) ? reason : '', asked: {}, programme: '' }
}

/** Said of somebody new without being asked again: what the phone knows of them. */
const saidOfNew = ['nama', 'jenis_kelamin', 'tanggal_lahir', 'status_hubungan_keluarga', 'alamat'] as const

/** A value that can be put right at the door, and of whom it is. */
export interface Mendable {
  readonly variable: Variable
  readonly before: string
}

/** FIELD-24 What is written in the registry of somebody, as far as it can be corrected here; numbers are typed whole. */
export function mendable(name: string, person: Person, family: Family | null): Mendable | null {
  const [own, shared] = [variableOf('person', name), family ? variableOf('family', name) : undefined]
  // Where somebody lives is written down of the family; of somebody without one, of them.
  const variable = own && (name in person.said || !shared) ? own : (shared ?? own)
  if (!variable) return null
  const said = variable.of === 'family' ? (family?.said ?? {}) : person.said
  return { variable, before: isHidden(name) ? '' : (typedOf([variable], said)[name] ?? '') }
}

type Fault =
  | 'proposal.form.kind.missing'
  | 'proposal.reason.missing'
  | 'proposal.form.nik.wrong'
  | 'work.propose.asked.missing'
  | 'work.propose.programme.missing'

/** What is missing or wrong. Numbers may follow later: not everybody has the card at hand. */
export function faultsOf(values: ProposeValues, hasProgrammes: boolean): Partial<Record<keyof ProposeValues, Fault>> {
  const kind = kindOf(values.kind)
  const asksProgramme = kind !== null && kindLaw(kind).programme && hasProgrammes
  return {
    ...(kind === null && { kind: 'proposal.form.kind.missing' }),
    ...(values.reason === '' && { reason: 'proposal.reason.missing' }),
    ...(isWrong(values.nik) && { nik: 'proposal.form.nik.wrong' }),
    ...(isWrong(values.kk) && { kk: 'proposal.form.nik.wrong' }),
    ...(kind !== null && lacksAsked(kind, values) && { asked: 'work.propose.asked.missing' }),
    ...(asksProgramme && values.programme === '' && { programme: 'work.propose.programme.missing' }),
  }
}

const isWrong = (typed = ''): boolean => typed.trim() !== '' && numberFault(numberTyped(typed)) !== null

/** Whether something is not said that the kind is about; of somebody new the phone itself says it. */
function lacksAsked(kind: ProposalKind, { asked }: ProposeValues): boolean {
  const law = kindLaw(kind)
  const isEmpty = (name: string): boolean => (asked[name] ?? '').trim() === ''
  const nothing = law.some && kind !== 'new' && Object.keys(asked).every(isEmpty)
  return law.asks.some(isEmpty) || nothing || isWrong(asked['nik_ganda'])
}

interface Whom {
  readonly person: Person
  readonly family: Family | null
  readonly spot: Spot | null
}

/** FIELD-24 The proposal as the desk sends it; where a house is shown, with where the phone stood. */
export function commandsOfProposal(values: ProposeValues, { person, family, spot }: Whom): readonly Command[] {
  const kind = proposalKind.parse(values.kind)
  const place = villageCode.parse(person.place)
  const about = { district: ledgerOf(place), subject: values.id }
  const data = {
    kind,
    place,
    case: null,
    visit: null,
    capturedAt: values.at,
    person: personId.parse(person.id),
    family: family && familyId.parse(family.id),
    name: textIn(person.said, 'nama') || '-',
    nik: numberTyped(values.nik) || null,
    kk: numberTyped(values.kk) || null,
    programme: values.programme || null,
    asked: [...askedOf(kind, values, person, family)],
    reason: values.reason,
    note: values.note.trim(),
  }
  const drafted = commandOf('proposal.draft', { ...about, base: null, data })
  if (!kindLaw(kind).evidence || !spot) return [drafted]
  return [drafted, commandOf('proposal.evidence', { ...about, base: 1, data: { photos: null, spot } })]
}

function* askedOf(kind: ProposalKind, values: ProposeValues, person: Person, family: Family | null) {
  if (kind === 'new')
    for (const name of saidOfNew) {
      const before = mendable(name, person, family)?.before ?? ''
      if (before !== '') yield { name, before: null, after: before }
    }
  for (const [name, typed] of Object.entries(values.asked)) {
    const found = mendable(name, person, family)
    const after = name === 'nik_ganda' ? numberTyped(typed) : typed.trim()
    if (after !== '') yield { name, before: said(found, found?.before ?? '') || null, after: said(found, after) }
  }
}

// Several codes go as the registry writes them.
const said = (found: Mendable | null, typed: string): string =>
  found?.variable.kind === 'codes' ? typed.replaceAll(' ', ',') : typed
