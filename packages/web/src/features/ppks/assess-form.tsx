import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import type { PpksCard } from '@openslrt/core/contract/ppks-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import type { Choices } from './filters.tsx'

interface AssessProps {
  readonly card: PpksCard
  readonly choices: Choices
  readonly onClose: () => void
}

/** What was found of somebody, and what to be afraid of. */
export function AssessForm({ card: { district, id, version, today, findings }, choices, onClose }: AssessProps) {
  const [t, lang] = [useText(), useLanguage()]
  const step = useActForm<'ppks.assess', { findings: string; risks: readonly string[]; on: string }>(
    {
      kind: 'ppks.assess',
      key: `ppks ${id} ${version} assess`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { findings: findings ?? '', risks: [], on: today },
      check: (values) => ({
        ...(values.findings.trim() === '' && { findings: t('ppks.form.missing') }),
        ...(values.on === '' && { on: t('ppks.form.missing') }),
      }),
      data: (values) => ({ findings: values.findings.trim(), risks: [...values.risks], on: values.on }),
    },
  )
  const risks = step.field('risks')
  return (
    <ActDialog
      wide
      title={t('ppks-act.assess')}
      sendText={t('ppks-act.assess')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <NoteField
        label={t('ppks.findings')}
        description={t('ppks.findings.hint')}
        rows={5}
        {...step.field('findings')}
      />
      <CheckboxGroup id={risks.id} legend={t('ppks.risks')} value={[...risks.value]} onChange={risks.onChange}>
        {choices.risks.map(({ code, names }) => (
          <Checkbox key={code} value={code}>
            {names[lang]}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <DayField label={t('ppks.assessed-on')} {...step.field('on')} />
    </ActDialog>
  )
}
