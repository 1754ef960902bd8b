import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { nation } from '@openslrt/core/place/code.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { useActing } from '../../../platform/session/use-session.ts'
import { useMessageAct } from './use-message-act.ts'

interface AsideDialogProps {
  readonly id: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says why a message is no report. */
export function AsideDialog({ id, onClose, onDone }: AsideDialogProps) {
  const t = useText()
  const { post } = useActing()
  const form = useForm(`message-aside-${id}`, { reason: '' }, ({ reason }) =>
    reason === '' ? { reason: t('inbound.aside.reason.missing') } : {},
  )
  const act = useMessageAct(() => {
    form.clear()
    onDone()
  })
  const send = (): void => {
    if (form.passes()) void act.run(inboundRoutes.setAside, { id, reason: form.values.reason })
  }
  return (
    <ActDialog
      title={t('inbound.aside.of')}
      hint={t('inbound.aside.hint')}
      sendText={t('inbound.aside')}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <ListField
        district={post?.district ?? nation}
        list="aside"
        label={t('inbound.aside.reason')}
        {...form.field('reason')}
      />
    </ActDialog>
  )
}
