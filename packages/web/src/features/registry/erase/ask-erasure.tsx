import { erasureBases } from '@openslrt/core/case/case.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import type { Held } from '../holder.ts'

interface AskProps {
  readonly held: Pick<Held, 'of' | 'id' | 'district'>
  readonly members: number
  readonly onClose: () => void
}

/** Why the data of somebody should go; whether they do, another person decides. */
export function AskErasure({ held, members, onClose }: AskProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`forget ${held.id}`, { basis: '', note: '' }, ({ basis, note }) => ({
    ...(basis === '' && { basis: t('forget.basis.missing') }),
    ...(note.trim() === '' && { note: t('forget.note.missing') }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const basis = erasureBases.find((known) => known === form.values.basis) ?? 'request'
    const data = { of: held.of, who: held.id, basis, note: form.values.note.trim() }
    const acted = await act.send('registry.ask-erasure', {
      district: held.district,
      subject: crypto.randomUUID(),
      base: null,
      data,
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t(`forget.ask.${held.of}`)}
      hint={held.of === 'family' ? t('forget.hint.family', { n: members }) : t('forget.hint.person')}
      sendText={t('forget.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        label={t('forget.basis')}
        options={erasureBases.map((value) => ({ value, label: t(`erasure-basis.${value}`) }))}
        {...form.field('basis')}
      />
      <NoteField label={t('forget.note')} {...form.field('note')} />
    </ActDialog>
  )
}
