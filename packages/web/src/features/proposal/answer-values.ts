import type { AnswerPlan } from '@openslrt/core/contract/proposal-answers.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { type AnswerLineKind, answerLineKinds } from '@openslrt/core/proposal/answers.ts'

export type PlannedLine = AnswerPlan['lines'][number]

/** What can't be recorded first, then what would be. */
export const answerGroups: readonly AnswerLineKind[] = ['wrong', 'unknown', 'matched', 'answered', 'blank']

/** How many lines of a file there are of each kind. */
export const countLines = (lines: readonly PlannedLine[]): Readonly<Record<AnswerLineKind, number>> =>
  tableOf(answerLineKinds, (kind) => lines.filter(({ what }) => what === kind).length)

/** An answer as people read it. */
export function sayAnswer({ answer, reason }: Pick<PlannedLine, 'answer' | 'reason'>, t: Say): string {
  if (answer === null) return ''
  return t(`proposal.answers.${answer}`, { reason })
}

/** The lines that were not recorded, as they came, with why: mended, the file can be sent as it is. */
export function wrongRows({ head, lines }: AnswerPlan, t: Say): readonly (readonly string[])[] {
  const left = lines.filter(({ what }) => what === 'wrong' || what === 'unknown')
  return [
    [...head, t('proposal.answers.wrong.why')],
    ...left.map(({ cells, problem }) => [
      ...head.map((_, nth) => cells[nth] ?? ''),
      problem ?? t('proposal.answers.nobody'),
    ]),
  ]
}

/** A plan after some of its lines were recorded: these stand as answered, others say why they are not. */
export function afterTaking(
  plan: AnswerPlan,
  taken: AnswerPlan['lines'] | readonly Omit<PlannedLine, 'cells'>[],
): AnswerPlan {
  const said = new Map(taken.map((line) => [line.line, line]))
  return {
    ...plan,
    lines: plan.lines.map((line) => {
      const now = said.get(line.line)
      return now ? { ...line, ...now, what: now.what === 'matched' ? 'answered' : now.what } : line
    }),
  }
}
