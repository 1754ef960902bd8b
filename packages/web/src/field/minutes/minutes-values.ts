import type { ExpectedFile } from '@openslrt/core/contract/case.ts'
import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import { proposalId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { waitingFor } from '@openslrt/core/proposal/moves.ts'
import {
  type Attendant,
  type Counts,
  countNames,
  meetingKinds,
  type ProposalStatus,
} from '@openslrt/core/proposal/proposal.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import { commandOf } from '../make-command.ts'
import type { LaidProposal } from '../propose/laid.ts'

export interface MinutesValues {
  /** Kept with what is typed: a phone that dies in between writes them once. */
  readonly id: string
  /** `yes` where the server has the meeting, and only what was said there goes again. */
  readonly begun: string
  readonly place: string
  readonly kind: string
  readonly day: string
  readonly venue: string
  readonly leader: string
  /** Who came, each as a name and what they are, parted by a tab. */
  readonly present: readonly string[]
  /** Who is being typed. */
  readonly name: string
  readonly post: string
  readonly counts: Readonly<Record<keyof Counts, string>>
  readonly decisions: string
  /** What was said of a proposal, by its number, and why it was not agreed to. */
  readonly said: Readonly<Record<string, string>>
  readonly why: Readonly<Record<string, string>>
}

/** A village deliberates in a musdes, a kelurahan in a muskel: the national code tells them apart. */
const usualKind = (place: string): string => (/\.1\d{3}$/.test(place) ? 'muskel' : 'musdes')

/** FIELD-30 What the minutes of a meeting begin with: of this village, and of today. */
export const firstMinutes = (place: string, id: string, today: Day): MinutesValues => ({
  id,
  begun: '',
  place,
  kind: usualKind(place),
  day: today,
  venue: '',
  leader: '',
  present: [],
  name: '',
  post: '',
  counts: tableOf(countNames, () => ''),
  decisions: '',
  said: {},
  why: {},
})

export const personOf = (line: string): Attendant => {
  const [name = '', post = ''] = line.split('\t')
  return { name, post }
}

/** Who came, with whoever stands in the fields and was not put on the list yet. */
export function presentIn({
  present,
  name,
  post,
}: Pick<MinutesValues, 'present' | 'name' | 'post'>): readonly string[] {
  const plain = (typed: string): string => typed.replaceAll('\t', ' ').trim().slice(0, 200)
  return plain(name) === '' ? present : [...present, `${plain(name)}\t${plain(post)}`]
}

const waiting: readonly ProposalStatus[] = waitingFor['to-back']

/** FIELD-30 What a meeting of a village can speak of: what is drafted there, here or at a desk, by name. */
export const talkedOf = (all: readonly LaidProposal[], place: string): readonly LaidProposal[] =>
  all
    .filter(({ row }) => row.place === place && waiting.includes(row.status))
    .toSorted((one, other) => one.row.name.localeCompare(other.row.name, 'id'))

type Fault =
  | 'proposal.meet.day.missing'
  | 'proposal.meet.venue.missing'
  | 'work.minutes.day.early'
  | 'work.minutes.leader.missing'
  | 'work.minutes.present.missing'
  | 'work.minutes.why.missing'

/** What is missing or wrong: minutes that are kept here can be signed at the desk as they are. */
export function faultsOf(
  values: MinutesValues,
  talked: readonly LaidProposal[],
  today: Day,
): Partial<Record<keyof MinutesValues, Fault>> {
  return {
    ...(values.day > today && { day: 'work.minutes.day.early' }),
    ...(values.day === '' && { day: 'proposal.meet.day.missing' }),
    ...(values.venue.trim().length < 3 && { venue: 'proposal.meet.venue.missing' }),
    ...(values.leader.trim() === '' && { leader: 'work.minutes.leader.missing' }),
    ...(presentIn(values).length === 0 && { name: 'work.minutes.present.missing' }),
    ...(talked.some(({ row }) => lacksWhy(values, row.id)) && { why: 'work.minutes.why.missing' }),
  }
}

/** Whoever is not agreed to is told why. */
export const lacksWhy = ({ said, why }: Pick<MinutesValues, 'said' | 'why'>, proposal: string): boolean =>
  said[proposal] === 'refused' && (why[proposal] ?? '').trim() === ''

/** FIELD-30 The minutes as the desk sends them: the meeting, and what was written of it. */
export function commandsOfMinutes(
  values: MinutesValues,
  talked: readonly LaidProposal[],
  files: readonly ExpectedFile[],
): readonly Command[] {
  const place = placeCode.parse(values.place)
  const about = { district: ledgerOf(place), subject: values.id }
  const { kind, day, venue } = proposalCommandData.meet.parse({
    place,
    kind: meetingKinds.find((one) => one === values.kind) ?? 'musdes',
    day: values.day,
    venue: values.venue.trim(),
  })
  const written = commandOf('proposal.minute', {
    ...about,
    base: 1,
    data: {
      venue,
      leader: values.leader.trim(),
      attendance: presentIn(values).map(personOf),
      counts: tableOf(countNames, (name) => numberIn(values.counts[name])),
      decisions: values.decisions.trim(),
      verdicts: [...verdictsOf(values, talked)],
      ...(files.length > 0 ? { files: [...files] } : {}),
    },
  })
  if (values.begun === 'yes') return [written]
  return [commandOf('proposal.meet', { ...about, base: null, data: { kind, place, day, venue } }), written]
}

function* verdictsOf({ said, why }: MinutesValues, talked: readonly LaidProposal[]) {
  for (const { row } of talked) {
    const agreed = said[row.id] === 'agreed'
    const note = agreed ? '' : (why[row.id] ?? '').trim()
    if (agreed || said[row.id] === 'refused') yield { proposal: proposalId.parse(row.id), agreed, note }
  }
}

/** A count as a number, its thousands parted or not; what is no number is none. */
function numberIn(typed: string): number {
  const plain = typed.trim().replace(/(?<=\d)[.\s](?=\d{3})/g, '')
  return Math.max(0, Math.min(100_000, Number.parseInt(plain, 10) || 0))
}
