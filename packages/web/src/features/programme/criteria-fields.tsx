import type { Unit } from '@openslrt/core/programme/check-rule.ts'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ConflictsField } from './conflicts-field.tsx'
import type { CriteriaValues } from './criteria-values.ts'
import { ExcludesField } from './excludes-field.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { TryPart } from './try-part.tsx'

interface Props {
  readonly field: Pick<Form<CriteriaValues>, 'field'>['field']
  readonly unit: Unit
  /** Its key, when it has one already. */
  readonly own: string
  /** The first day that may be chosen. */
  readonly min?: string
}

/** Who a programme is for: the rule with its try-out, what it goes with, since when, and what it rests on. */
export function CriteriaFields({ field, unit, own, min }: Props) {
  const t = useText()
  const rule = field('rule')
  return (
    <>
      <RuleEditor draft={rule.value} unit={unit} told={rule.error !== undefined} onChange={rule.onChange} />
      {rule.error && <p className="editor__fault">{rule.error}</p>}
      <TryPart draft={rule.value} unit={unit} />
      <ExcludesField own={own} {...field('excludes')} />
      <DayField label={t('programme.form.from')} {...(min ? { min } : {})} {...field('from')} />
      <LineField label={t('programme.form.legal')} maxLength={200} {...field('legal')} />
      <NoteField label={t('programme.form.note')} rows={2} {...field('criteriaNote')} />
      <ConflictsField {...field('conflicts')} />
    </>
  )
}
