import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { psksPostingId, psksReportId } from '@openslrt/core/kernel/id.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

type Act = 'verify' | 'renew' | 'send-back' | 'end' | 'reopen' | 'accept-report' | 'return-report' | 'end-posting'

interface NoteFormProps {
  readonly card: PsksCard
  readonly act: Act
  /** The report or the posting that it is about. */
  readonly part: string | null
  readonly onClose: () => void
}

const silent: ReadonlySet<Act> = new Set(['verify', 'renew', 'accept-report'])
const initial = { note: '' }

/** An act that takes words, or only a yes. */
export function NoteForm({ card, act: what, part, onClose }: NoteFormProps) {
  const t = useText()
  const { form, act, send } = useNote({ card, act: what, part, onClose })
  const optional = what === 'end-posting'
  const label = t(optional ? 'psks.result' : 'psks.form.reason')
  return (
    <ActDialog
      title={t(`psks-act.${what}`)}
      hint={silent.has(what) ? t(`psks.sure.${what === 'renew' ? 'renew' : 'verify'}`) : undefined}
      sendText={t(`psks-act.${what}`)}
      act={act}
      form={form}
      harmful={what === 'end'}
      onSend={() => void send()}
      onClose={onClose}
    >
      {!silent.has(what) && (
        <NoteField label={optional ? t('act.optional', { label }) : label} {...form.field('note')} />
      )}
    </ActDialog>
  )
}

function useNote({ card: { district, id, version }, act: what, part, onClose }: NoteFormProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`psks ${id} ${part ?? ''} ${version} ${what}`, initial, ({ note }) => ({
    ...(note.trim() === '' && !silent.has(what) && what !== 'end-posting' && { note: t('psks.form.missing') }),
  }))
  const post = () => {
    const note = form.values.note.trim()
    const target = { district, subject: id, base: version }
    switch (what) {
      case 'verify':
      case 'renew':
        return act.send(`psks.${what}`, { ...target, data: {} })
      case 'accept-report':
        return act.send('psks.accept-report', { ...target, data: { report: psksReportId.parse(part) } })
      case 'return-report':
        return act.send('psks.return-report', { ...target, data: { report: psksReportId.parse(part), note } })
      case 'end-posting':
        return act.send('psks.end-posting', { ...target, data: { posting: psksPostingId.parse(part), note } })
      default:
        return act.send(`psks.${what}`, { ...target, data: { note } })
    }
  }
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    if ((await post()).state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
