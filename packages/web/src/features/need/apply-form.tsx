import type { NeedLine } from '@openslrt/core/contract/need-queries.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PaperFields } from './paper-fields.tsx'
import { ProgrammeField, useProgrammes } from './programme-field.tsx'

interface ApplyProps {
  readonly need: NeedLine
  readonly onClose: () => void
}

const empty: { programme: string; ticked: readonly string[]; note: string; send: string } = {
  programme: '',
  ticked: [],
  note: '',
  send: 'now',
}

/** Asks a programme for what a need names; with what is missing it waits as a draft. */
export function ApplyForm({ need, onClose }: ApplyProps) {
  const t = useText()
  const [subject] = useState(newId)
  const items = useProgrammes(need.district)
  const { act, form, field, send } = useActForm(
    {
      kind: 'application.draft',
      key: `need ${need.id} apply`,
      target: { district: need.district, subject, base: null },
      onDone: onClose,
    },
    {
      initial: empty,
      check: ({ programme }) => ({ ...(programme === '' && { programme: t('need.form.missing') }) }),
      data: ({ programme, ticked, note, send: when }) => ({
        need: need.id,
        programme: programmeId.parse(programme),
        // Papers that were ticked for another programme are not asked for by this one.
        ticked: ticked.filter((paper) => items.find(({ id }) => id === programme)?.papers.includes(paper)),
        note: note.trim(),
        send: when === 'now',
      }),
    },
  )
  const chosen = items.find(({ id }) => id === form.values.programme)
  return (
    <ActDialog
      title={t('need-act.apply')}
      hint={chosen && t('need.apply.decides', { office: chosen.officeName || t('need.apply.outside') })}
      sendText={t('need.form.save')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <ProgrammeField items={items} {...field('programme')} />
      {chosen && (
        <PaperFields papers={chosen.papers} value={form.values.ticked} onChange={(ticked) => form.change({ ticked })} />
      )}
      <NoteField label={t('need.form.note')} {...field('note')} />
      <RadioField
        label={t('need.apply.when')}
        options={(['now', 'later'] as const).map((value) => ({ value, label: t(`need.apply.${value}`) }))}
        {...field('send')}
      />
    </ActDialog>
  )
}
