import { Select } from '@navikt/ds-react/Select'
import type { PpksCard } from '@openslrt/core/contract/ppks-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import type { Choices } from './filters.tsx'

interface EndProps {
  readonly card: PpksCard
  readonly choices: Choices
  readonly onClose: () => void
}

/** What came of it. */
export function EndForm({ card: { district, id, version }, choices, onClose }: EndProps) {
  const [t, lang] = [useText(), useLanguage()]
  const step = useActForm<'ppks.end', { outcome: string; note: string }>(
    {
      kind: 'ppks.end',
      key: `ppks ${id} ${version} end`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { outcome: '', note: '' },
      check: ({ outcome }) => (outcome === '' ? { outcome: t('ppks.form.missing') } : {}),
      data: ({ outcome, note }) => ({ outcome, note: note.trim() }),
    },
  )
  const { value, onChange, ...outcome } = step.field('outcome')
  return (
    <ActDialog
      title={t('ppks-act.end')}
      hint={t('ppks.end.hint')}
      sendText={t('ppks-act.end')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <Select {...outcome} label={t('ppks.outcome')} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('act.choose')}</option>
        {choices.endings.map(({ code, names }) => (
          <option key={code} value={code}>
            {names[lang]}
          </option>
        ))}
      </Select>
      <NoteField label={t('act.optional', { label: t('ppks.form.note') })} {...step.field('note')} />
    </ActDialog>
  )
}
