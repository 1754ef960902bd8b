import { caseId, familyId, personId } from '@openslrt/core/kernel/id.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import type { Whose } from './need-panel.tsx'

interface RecordProps {
  readonly district: LedgerCode
  readonly of: Whose
  readonly onClose: () => void
}

/** The holder of something as a command names it. */
export const holderOf = ({ person, family, case: kase }: Whose) => ({
  person: person ? personId.parse(person) : null,
  family: family ? familyId.parse(family) : null,
  case: kase ? caseId.parse(kase) : null,
})

/** What somebody needs, as they say it. */
export function RecordForm({ district, of, onClose }: RecordProps) {
  const t = useText()
  const [subject] = useState(newId)
  const { act, form, field, send } = useActForm(
    {
      kind: 'need.record',
      key: `need ${Object.values(of).join(' ')}`,
      target: { district, subject, base: null },
      onDone: onClose,
    },
    {
      initial: { kind: '', text: '' },
      check: ({ kind }) => ({ ...(kind === '' && { kind: t('need.form.missing') }) }),
      data: ({ kind, text }) => ({ holder: holderOf(of), kind, text: text.trim() }),
    },
  )
  return (
    <ActDialog
      title={t('need.record')}
      sendText={t('need.form.save')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <ListField district={district} list="need" label={t('need.form.kind')} {...field('kind')} />
      <NoteField label={t('need.form.text')} {...field('text')} />
    </ActDialog>
  )
}
