import './texts.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { useColleagueHint } from '../colleague-hint.ts'
import type { ManyDialogProps } from './many-bar.tsx'

/** Who of this office is to have all of them. */
export function AssignMany({ lines, onStart, onClose }: ManyDialogProps) {
  const t = useText()
  const act = useAct()
  const hint = useColleagueHint()
  const { data } = useAsk(referenceRoutes.colleagues)
  const form = useForm('many:case.assign', { assignee: '', note: '' }, ({ assignee }) =>
    assignee === '' ? { assignee: t('case.form.assign.missing') } : {},
  )
  const start = (): void => {
    if (!form.passes()) return
    const { assignee, note } = form.values
    form.clear()
    const name = data?.items.find(({ id }) => id === assignee)?.name ?? ''
    onStart({ kind: 'assign', assignee, name, note: note.trim() })
  }
  return (
    <ActDialog
      title={t('case.many.assign.title', { count: lines.length })}
      hint={t('case.many.assign.hint')}
      sendText={t('case.many.assign')}
      act={act}
      form={form}
      onSend={start}
      onClose={onClose}
    >
      {data ? (
        <RadioField
          label={t('case.form.assign.who')}
          options={data.items.map((one) => ({ value: one.id, label: one.name, hint: hint(one) }))}
          {...form.field('assignee')}
        />
      ) : (
        <Loading label={t('shell.loading')} />
      )}
      <NoteField label={t('act.optional', { label: t('case.form.assign.note') })} rows={2} {...form.field('note')} />
    </ActDialog>
  )
}
