import type { ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { type CriteriaValues, criteriaFaults, criteriaFrom, criteriaNow, criteriaOf } from './criteria-values.ts'
import { useChoices, WithVocabulary } from './vocabulary.tsx'

/** New criteria from a day on, tried out before they are saved. */
export function CriteriaForm({ card, onClose }: { readonly card: ProgrammeCard; readonly onClose: () => void }) {
  const t = useText()
  const { vocabulary } = useChoices()
  const { district, id, version, today, unit } = card
  const step = useActForm<'programme.set-criteria', CriteriaValues>(
    {
      kind: 'programme.set-criteria',
      key: `programme-criteria ${id} ${version}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: criteriaFrom(criteriaNow(card), today),
      check: (values) => criteriaFaults(values, unit, vocabulary, t),
      data: (values) => criteriaOf(values, vocabulary),
    },
  )
  return (
    <ActDialog
      wide
      title={t('programme.set-criteria')}
      sendText={t('programme.form.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <WithVocabulary known={vocabulary}>
        <CriteriaFields field={step.field} unit={unit} own={card.code || id} min={today} />
      </WithVocabulary>
    </ActDialog>
  )
}
