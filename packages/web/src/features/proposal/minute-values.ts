import type { MinutesPage } from '@openslrt/core/contract/proposal-queries.ts'
import type { ProposalId } from '@openslrt/core/kernel/id.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { type Counts, countNames } from '@openslrt/core/proposal/proposal.ts'

/** What is said of one draft in the form: nothing yet, agreed, refused. */
export interface Verdict {
  readonly said: string
  readonly note: string
}

export interface MinuteValues {
  readonly venue: string
  readonly leader: string
  readonly attendance: string
  readonly counts: Readonly<Record<keyof Counts, string>>
  readonly decisions: string
  /** By the proposal's id. A draft may have been kept before the table looked as it does now: see `talkedOf`. */
  readonly verdicts: Readonly<Record<string, Verdict>>
}

const unsaid: Verdict = { said: '', note: '' }

/** What lies on the table now, each with what is said of it: drafts that went meanwhile are left, new ones are there. */
export const talkedOf = (
  { verdicts, waiting }: Pick<MinutesPage, 'verdicts' | 'waiting'>,
  typed: MinuteValues['verdicts'],
): readonly (Verdict & { readonly proposal: ProposalId })[] =>
  [...new Set([...verdicts.map(({ proposal }) => proposal.id), ...waiting.map(({ id }) => id)])].map((proposal) => ({
    proposal,
    ...(typed[proposal] ?? unsaid),
  }))

/** The minutes as their form begins: what is written of them. */
export function minuteValues(minutes: MinutesPage): MinuteValues {
  const { venue, leader, attendance, counts, decisions, verdicts } = minutes
  return {
    venue,
    leader,
    attendance: attendance.map(({ name, post }) => [name, post].filter(Boolean).join(', ')).join('\n'),
    counts: tableOf(countNames, (name) => String(counts[name])),
    decisions,
    verdicts: Object.fromEntries(
      verdicts.map(({ proposal, agreed, note }) => [proposal.id, { said: agreed ? 'agreed' : 'refused', note }]),
    ),
  }
}

/** One line for each who came: the name, and after a comma what they are. */
export const attendingOf = (typed: string): readonly { readonly name: string; readonly post: string }[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...post] = line.replace(/^[,\s]+/, '').split(',')
      return { name: name.trim().slice(0, 200), post: post.join(',').trim().slice(0, 200) }
    })
    .filter(({ name }) => name !== '')

/** Counts as numbers, their thousands parted or not; what is no number is none. */
export const countsOf = (typed: MinuteValues['counts']): Counts =>
  tableOf(countNames, (name) => {
    const plain = typed[name].trim().replace(/(?<=\d)[.\s](?=\d{3})/g, '')
    return Math.max(0, Math.min(100_000, Number.parseInt(plain, 10) || 0))
  })
