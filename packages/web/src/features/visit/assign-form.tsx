import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { ActFormProps } from './act-form.ts'
import { targetOf } from './act-form.ts'
import { GivenFields } from './given-fields.tsx'
import { givenOf } from './visit-values.ts'

/** Another office, or somebody else of it. */
export function AssignForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'visit.assign',
    key: `${visit.id}:assign`,
    target: targetOf(visit),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { office: String(visit.office), assignee: String(visit.assignee ?? ''), note: '' },
    check: ({ office }) => (office === '' ? { office: t('visit.form.office.missing') } : {}),
    data: ({ note, ...given }) => ({ ...givenOf(given), note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('visit.act.assign')}
      sendText={t('visit.act.assign')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <GivenFields
        village={visit.place}
        office={field('office')}
        assignee={field('assignee')}
        onOffice={(office) => form.change({ office, assignee: '' })}
      />
      <NoteField {...field('note')} label={t('act.optional', { label: t('visit.form.note') })} />
    </ActDialog>
  )
}
