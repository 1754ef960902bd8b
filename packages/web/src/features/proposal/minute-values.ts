import type { MinutesPage } from '@openslrt/core/contract/proposal-queries.ts'
import type { ProposalId } from '@openslrt/core/kernel/id.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { type Counts, countNames } from '@openslrt/core/proposal/proposal.ts'

/** What is said of one draft in the form: nothing yet, agreed, refused. */
export interface Attending {
  readonly proposal: ProposalId
  readonly said: string
  readonly note: string
}

export interface MinuteValues {
  readonly venue: string
  readonly leader: string
  readonly attendance: string
  readonly counts: Readonly<Record<keyof Counts, string>>
  readonly decisions: string
  readonly verdicts: readonly Attending[]
}

/** The minutes as their form begins: what is written, and every draft that waits in the village. */
export function minuteValues(minutes: MinutesPage): MinuteValues {
  const { venue, leader, attendance, counts, decisions, verdicts, waiting } = minutes
  const written = verdicts.map(({ proposal, agreed, note }) => ({
    proposal: proposal.id,
    said: agreed ? 'agreed' : 'refused',
    note,
  }))
  const known = new Set(written.map(({ proposal }) => proposal))
  const open = waiting.filter(({ id }) => !known.has(id)).map(({ id }) => ({ proposal: id, said: '', note: '' }))
  return {
    venue,
    leader,
    attendance: attendance.map(({ name, post }) => [name, post].filter(Boolean).join(', ')).join('\n'),
    counts: tableOf(countNames, (name) => String(counts[name])),
    decisions,
    verdicts: [...written, ...open],
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
