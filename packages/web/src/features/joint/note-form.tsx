import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import type { TaskMove } from '@openslrt/core/joint/moves.ts'
import { jointPartnerId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { WhoField } from './task-form.tsx'

/** An act that takes words and no more: what it is about, and the version that was seen. */
export interface NoteAct {
  readonly act: TaskMove | 'reach-target' | 'drop-target' | 'end' | 'end-partner'
  readonly subject: string
  readonly version: number
  readonly title: string
  readonly sendText: string
  readonly hint?: string
}

interface NoteFormProps {
  readonly card: JointCard
  readonly doing: NoteAct
  readonly onClose: () => void
}

const harmful: ReadonlySet<NoteAct['act']> = new Set(['drop-task', 'drop-target', 'end', 'end-partner'])

/** The form of such an act. */
export function NoteForm({ card, doing, onClose }: NoteFormProps) {
  const t = useText()
  const { form, act, send } = useNote(card, doing, onClose)
  const reaches = doing.act === 'reach-target'
  return (
    <ActDialog
      title={doing.title}
      hint={doing.hint}
      sendText={doing.sendText}
      act={act}
      form={form}
      harmful={harmful.has(doing.act)}
      onSend={() => void send()}
      onClose={onClose}
    >
      {reaches && card.leads && <WhoField label={t('joint.task.form.who')} card={card} {...form.field('partner')} />}
      <NoteField label={t(reaches ? 'joint.note.reach' : 'joint.note')} {...form.field('note')} />
    </ActDialog>
  )
}

function useNote(card: JointCard, { act: what, subject, version }: NoteAct, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const [initial] = useState({ note: '', partner: '' })
  const form = useForm(`joint ${subject} ${version} ${what}`, initial, ({ note }) => ({
    ...(note.trim() === '' && what !== 'begin-task' && { note: t('joint.form.missing') }),
  }))
  const post = () => {
    const note = form.values.note.trim()
    const target = { district: card.district, subject, base: version }
    if (what === 'end') return act.send('joint.end', { ...target, data: { note } })
    if (what !== 'reach-target') return act.send(`joint.${what}`, { ...target, data: { joint: card.id, note } })
    const partner = form.values.partner === '' ? null : jointPartnerId.parse(form.values.partner)
    return act.send('joint.reach-target', { ...target, data: { joint: card.id, partner, note } })
  }
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    if ((await post()).state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
