import type { PayAct } from '@openslrt/core/activity/moves.ts'
import type { ActivityReport } from '@openslrt/core/contract/activity.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { type ReactNode, useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { type ActForm, useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { amountOf, isAmount } from './amount-values.ts'

interface PayFormProps {
  readonly report: ActivityReport
  readonly onClose: () => void
}

/** The form of one act about a payment. */
export const payForms = { send: SendForm, approve: ApproveForm, return: ReturnForm, pay: SettleForm } as const

/** Which payment: the one that there is, or the one that begins with this. */
function useTarget({ report: { district, staff, month, pay }, onClose }: PayFormProps, act: PayAct) {
  const [fresh] = useState(newId)
  const target = { district, subject: pay?.id ?? fresh, base: pay?.version ?? null }
  return { key: `activity ${staff} ${month} ${pay?.version ?? 0} ${act}`, target, onDone: onClose }
}

function SendForm(props: PayFormProps) {
  const { month } = props.report
  const step = useActForm(
    { kind: 'activity.send', ...useTarget(props, 'send') },
    { initial: {}, check: () => ({}), data: () => ({ month }) },
  )
  return <Dialog act="send" step={step} onClose={props.onClose} />
}

function ApproveForm(props: PayFormProps) {
  const t = useText()
  const step = useActForm(
    { kind: 'activity.approve', ...useTarget(props, 'approve') },
    {
      initial: { amount: '' },
      check: ({ amount }) => (isAmount(amount) ? {} : { amount: t('activity.pay.amount.wrong') }),
      data: ({ amount }) => ({ amount: amountOf(amount) }),
    },
  )
  return (
    <Dialog act="approve" step={step} onClose={props.onClose}>
      <AmountField {...step.field('amount')} />
    </Dialog>
  )
}

function ReturnForm(props: PayFormProps) {
  const t = useText()
  const step = useActForm(
    { kind: 'activity.return', ...useTarget(props, 'return') },
    {
      initial: { note: '' },
      check: ({ note }) => (note.trim().length < 3 ? { note: t('activity.pay.note.missing') } : {}),
      data: ({ note }) => ({ note: note.trim() }),
    },
  )
  return (
    <Dialog act="return" step={step} onClose={props.onClose}>
      <NoteField label={t('activity.pay.note')} {...step.field('note')} />
    </Dialog>
  )
}

function SettleForm(props: PayFormProps) {
  const t = useText()
  const today = dayIn(useZone(), useWhen().now)
  const said = props.report.pay?.amount
  const step = useActForm(
    { kind: 'activity.pay', ...useTarget(props, 'pay') },
    {
      initial: { on: today, reference: '', amount: said ? String(said) : '' },
      check: ({ on, reference, amount }) => ({
        ...(on === '' && { on: t('activity.pay.on.missing') }),
        ...(reference.trim() === '' && { reference: t('activity.pay.reference.missing') }),
        ...(!isAmount(amount) && { amount: t('activity.pay.amount.wrong') }),
      }),
      data: ({ on, reference, amount }) => ({ on, reference: reference.trim(), amount: amountOf(amount) }),
    },
  )
  return (
    <Dialog act="pay" step={step} onClose={props.onClose}>
      <DayField label={t('activity.pay.on')} {...step.field('on')} />
      <LineField label={t('activity.pay.reference')} maxLength={200} {...step.field('reference')} />
      <AmountField {...step.field('amount')} />
    </Dialog>
  )
}

interface DialogProps<Values> {
  readonly act: PayAct
  readonly step: ActForm<Values>
  readonly onClose: () => void
  readonly children?: ReactNode
}

function Dialog<Values>({ act, step, onClose, children }: DialogProps<Values>) {
  const t = useText()
  return (
    <ActDialog
      title={t(`pay-act.${act}`)}
      hint={t(`activity.pay.hint.${act}`)}
      sendText={t(`pay-act.${act}`)}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  )
}

function AmountField(field: Omit<Parameters<typeof LineField>[0], 'label'>) {
  const t = useText()
  const label = t('act.optional', { label: t('activity.pay.amount') })
  return <LineField label={label} inputMode="numeric" maxLength={13} htmlSize={14} {...field} />
}
