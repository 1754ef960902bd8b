import type { CriteriaLine, ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { checkRule, type Unit } from '@openslrt/core/programme/check-rule.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { type ConflictDraft, conflictsOf, isHalf } from './conflicts-field.tsx'
import { draftOf, type GroupDraft, newPart, ruleOf } from './rule-draft.ts'

/** Who a programme is for, as a form holds it. */
export interface CriteriaValues {
  readonly from: string
  readonly rule: GroupDraft
  readonly legal: string
  readonly criteriaNote: string
  readonly excludes: readonly string[]
  readonly conflicts: readonly ConflictDraft[]
}

export const blankCriteria = (from: string): CriteriaValues => ({
  from,
  rule: { kind: 'all', parts: [newPart] },
  legal: '',
  criteriaNote: '',
  excludes: [],
  conflicts: [],
})

/** What is said of a programme's people today; of one that has not begun, what will be said first. */
export const criteriaNow = ({ versions, today }: Pick<ProgrammeCard, 'versions' | 'today'>): CriteriaLine | undefined =>
  versions.find(({ from }) => from <= today) ?? versions.at(-1)

/** New criteria begin as those of today are. */
export const criteriaFrom = (line: CriteriaLine | undefined, from: string): CriteriaValues =>
  line
    ? {
        from,
        rule: draftOf(line.rule),
        legal: line.legal,
        criteriaNote: line.note,
        excludes: line.excludes,
        conflicts: line.conflicts,
      }
    : blankCriteria(from)

export const criteriaOf = (
  values: CriteriaValues,
  known: Vocabulary,
): Required<Sendable['programme.set-criteria']> => ({
  from: values.from,
  rule: ruleOf(values.rule, known),
  legal: values.legal.trim(),
  note: values.criteriaNote.trim(),
  conflicts: conflictsOf(values.conflicts),
  excludes: [...values.excludes],
})

export function criteriaFaults(values: CriteriaValues, unit: Unit, known: Vocabulary, t: Say): Errors<CriteriaValues> {
  return {
    ...(values.from === '' && { from: t('programme.form.missing') }),
    ...(checkRule(ruleOf(values.rule, known), unit, known).length > 0 && { rule: t('programme.form.rule') }),
    ...(conflictsOf(values.conflicts).some(isHalf) && { conflicts: t('programme.form.conflicts.half') }),
  }
}
