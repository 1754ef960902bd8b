import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { Unit } from '@openslrt/core/programme/check-rule.ts'
import { ready } from '@openslrt/core/programme/evaluate.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import { tryRule, verdictOf, verdicts } from '@openslrt/core/programme/match.ts'
import type { Around } from './match.ts'
import type { Asking, Subject } from './subjects.ts'
import { familiesIn, peopleIn } from './subjects.ts'

/** Some tenths of a second of work: the screen shows how far it has come, and may stop. */
export const sliceSize = 2_000
/** As many of each answer as anybody looks through. */
const mostExamples = 2

export interface Trial extends Asking {
  readonly unit: Unit
  readonly after: string | null
  readonly day: Day
  readonly vocabulary: Vocabulary
}

/** PROG-13 Holds a rule that is not saved yet against a slice of real families or people that the reader sees. */
export async function tryOnSlice(around: Around, trial: Trial) {
  const slice = { after: trial.after, limit: sliceSize }
  const { subjects, ids } = await (trial.unit === 'family' ? familiesIn : peopleIn)(around, trial, slice)
  return { ...counted(subjects, trial), next: ids.length === sliceSize ? (ids.at(-1) ?? null) : null }
}

function counted(subjects: readonly Subject[], { rule, day, vocabulary }: Trial) {
  const made = ready(rule, vocabulary, day)
  const byVerdict = Map.groupBy(subjects, ({ facts }) => verdictOf(made(facts)))
  const numberOf = (verdict: (typeof verdicts)[number]) => byVerdict.get(verdict)?.length ?? 0
  return {
    looked: subjects.length,
    counts: {
      eligible: numberOf('eligible'),
      'cannot-tell': numberOf('cannot-tell'),
      'not-eligible': numberOf('not-eligible'),
    },
    examples: verdicts.flatMap((verdict) =>
      (byVerdict.get(verdict) ?? []).slice(0, mostExamples).map(({ name, members, facts }) => ({
        name,
        members: [...members],
        ...tryRule(rule, facts, { vocabulary, day }),
      })),
    ),
  }
}
