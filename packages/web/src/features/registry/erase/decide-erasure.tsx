import type { ErasureLine } from '@openslrt/core/contract/erasure.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'

interface DecideProps {
  readonly wish: ErasureLine
  readonly as: 'erase' | 'decline'
  readonly members: number
  readonly onClose: () => void
}

/** The last word about a wish: what is erased can't be brought back; what is kept is kept for a reason. */
export function DecideErasure({ wish, as, members, onClose }: DecideProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`forget ${as} ${wish.id}`, { note: '' }, ({ note }) =>
    as === 'decline' && note.trim() === '' ? { note: t('forget.note.missing') } : {},
  )
  const key = { district: wish.district, subject: wish.id, base: wish.version }
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const acted =
      as === 'erase'
        ? await act.send('registry.erase', { ...key, data: {} })
        : await act.send('registry.decline-erasure', { ...key, data: { note: form.values.note.trim() } })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  const lost = wish.of === 'family' ? t('forget.erase.family', { n: members }) : t('forget.erase.person')
  return (
    <ActDialog
      harmful={as === 'erase'}
      title={t(`forget.${as}`)}
      hint={as === 'erase' ? lost : t('forget.decline.hint')}
      sendText={t(`forget.${as}`)}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {as === 'decline' && <NoteField label={t('forget.decline.note')} {...form.field('note')} />}
    </ActDialog>
  )
}
