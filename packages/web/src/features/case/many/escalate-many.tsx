import './texts.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import type { ManyDialogProps } from './many-bar.tsx'

/** Why all of them go up. It says before, where they will lie, and that only that office can send them down again. */
export function EscalateMany({ lines, onStart, onClose }: ManyDialogProps) {
  const t = useText()
  const act = useAct()
  const [first] = lines
  const form = useForm('many:case.escalate', { reason: '', note: '' }, ({ reason, note }) => ({
    ...(reason === '' && { reason: t('case.form.reason.missing') }),
    ...(note.trim() === '' && { note: t('case.form.note.missing') }),
  }))
  const start = (): void => {
    if (!form.passes()) return
    const { reason, note } = form.values
    form.clear()
    onStart({ kind: 'escalate', reason, note: note.trim() })
  }
  if (!first) return null
  return (
    <ActDialog
      title={t('case.many.escalate.title', { count: lines.length })}
      hint={<Whereto line={first} />}
      sendText={t('case.many.escalate')}
      act={act}
      form={form}
      onSend={start}
      onClose={onClose}
    >
      <ListField
        district={first.district}
        list="escalate"
        label={t('case.form.escalate.reason')}
        {...form.field('reason')}
      />
      <NoteField label={t('case.form.escalate.note')} {...form.field('note')} />
    </ActDialog>
  )
}

function Whereto({ line: { district, place } }: { line: CaseLine }) {
  const t = useText()
  const { data } = useAsk(referenceRoutes.targets, { query: { district, place } })
  const office = data?.above?.name
  return office ? t('case.many.escalate.hint', { office }) : t('case.many.escalate.hint.above')
}
