import type { PpksCard, PpksServiceLine } from '@openslrt/core/contract/ppks-queries.ts'
import type { ServiceStep } from '@openslrt/core/ppks/moves.ts'
import { serviceSteps } from '@openslrt/core/ppks/moves.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

type Act = ServiceStep | 'monitor' | 'reassess' | 'replan' | 'reopen'

interface NoteFormProps {
  readonly card: PpksCard
  readonly act: Act
  /** The service that it is about. */
  readonly service: PpksServiceLine | null
  readonly onClose: () => void
}

/** These may go without words. */
const wordless: ReadonlySet<Act> = new Set(['begin-service', 'finish-service'])

/** An act that takes words and no more. */
export function NoteForm({ card, act: what, service, onClose }: NoteFormProps) {
  const t = useText()
  const { form, act, send } = useNote({ card, act: what, service, onClose })
  const plain = wordless.has(what) ? 'ppks.form.note' : 'ppks.form.reason'
  const label = t(what === 'monitor' ? 'ppks.monitored' : plain)
  return (
    <ActDialog
      title={t(`ppks-act.${what}`)}
      hint={service?.what}
      sendText={t(`ppks-act.${what}`)}
      act={act}
      form={form}
      harmful={what === 'stop-service'}
      onSend={() => void send()}
      onClose={onClose}
    >
      <NoteField label={wordless.has(what) ? t('act.optional', { label }) : label} {...form.field('note')} />
      {what === 'monitor' && <DayField label={t('ppks.monitored-on')} {...form.field('on')} />}
    </ActDialog>
  )
}

function useNote({ card: { district, id, version, today }, act: what, service, onClose }: NoteFormProps) {
  const t = useText()
  const act = useAct()
  const [initial] = useState({ note: '', on: today })
  const form = useForm(`ppks ${id} ${service?.id ?? ''} ${version} ${what}`, initial, ({ note, on }) => ({
    ...(note.trim() === '' && !wordless.has(what) && { note: t('ppks.form.missing') }),
    ...(on === '' && { on: t('ppks.form.missing') }),
  }))
  const post = () => {
    const note = form.values.note.trim()
    const target = { district, subject: id, base: version }
    const step = serviceSteps.find((one) => one === what)
    if (step && service) return act.send(`ppks.${step}`, { ...target, data: { service: service.id, note } })
    if (what === 'monitor') return act.send('ppks.monitor', { ...target, data: { note, on: form.values.on } })
    const back = what === 'reassess' || what === 'replan' ? what : 'reopen'
    return act.send(`ppks.${back}`, { ...target, data: { note } })
  }
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    if ((await post()).state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
