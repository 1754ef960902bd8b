import { Button } from '@navikt/ds-react/Button'
import type { PayAct } from '@openslrt/core/activity/moves.ts'
import type { PayStatus } from '@openslrt/core/activity/pay.ts'
import type { ActivityReport } from '@openslrt/core/contract/activity.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { lazy, Suspense, useState } from 'react'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const Form = lazy(async () => {
  const { payForms } = await import('./pay-forms.tsx')
  return {
    default: ({ act, ...props }: { act: PayAct; report: ActivityReport; onClose: () => void }) => {
      const Own = payForms[act]
      return <Own {...props} />
    },
  }
})

const tones: Readonly<Record<PayStatus, Tone>> = {
  sent: 'waiting',
  approved: 'active',
  paid: 'done',
  returned: 'attention',
}

/** Where a payment stands, in one word. */
export function PayTag({ status }: { readonly status: PayStatus | null }) {
  const t = useText()
  if (status === null) return t('activity.pay.not-sent')
  return <StatusTag small tone={tones[status]} label={t(`pay-status.${status}`)} />
}

/** What comes next first. */
const inOrder: readonly PayAct[] = ['send', 'approve', 'pay', 'return']

/** SUPER-19 The payment for the month beside its report, with what the reader may do about it. */
export function PayPanel({ report }: { readonly report: ActivityReport }) {
  const t = useText()
  const [open, setOpen] = useState<PayAct | null>(null)
  const { pay, acts } = report
  if (!pay && acts.length === 0) return null
  return (
    <div className="activity__pay not-on-paper">
      <Panel title={t('activity.pay')}>
        {pay ? <Standing pay={pay} /> : <p>{t('activity.pay.none')}</p>}
        {acts.length > 0 && (
          <div className="activity__acts">
            {inOrder
              .filter((act) => acts.includes(act))
              .map((act) => (
                <Button key={act} variant={act === 'return' ? 'secondary' : 'primary'} onClick={() => setOpen(act)}>
                  {t(`pay-act.${act}`)}
                </Button>
              ))}
          </div>
        )}
      </Panel>
      <Suspense fallback={null}>{open && <Form act={open} report={report} onClose={() => setOpen(null)} />}</Suspense>
    </div>
  )
}

function Standing({ pay }: { readonly pay: NonNullable<ActivityReport['pay']> }) {
  const [t, lang, day, when] = [useText(), useLanguage(), useDay(), useWhen()]
  const { status, amount, paidOn, reference, note, sentAt, judgedByName, judgedAt } = pay
  return (
    <FieldRows short>
      <FieldRow label={t('activity.pay.state')}>
        <PayTag status={status} />
      </FieldRow>
      {note && <FieldRow label={t('activity.pay.note')}>{note}</FieldRow>}
      <FieldRow label={t('activity.pay.sent-at')}>{when.moment(sentAt)}</FieldRow>
      {judgedByName && judgedAt && (
        <FieldRow label={t('activity.pay.judged')}>
          {t('activity.pay.judged.by', { name: judgedByName, when: when.moment(judgedAt) })}
        </FieldRow>
      )}
      {amount && (
        <FieldRow label={t('activity.pay.amount')}>
          {t('activity.pay.amount.said', { amount: sayNumber(amount, lang) })}
        </FieldRow>
      )}
      {paidOn && <FieldRow label={t('activity.pay.on')}>{day(paidOn)}</FieldRow>}
      {reference && <FieldRow label={t('activity.pay.reference')}>{reference}</FieldRow>}
    </FieldRows>
  )
}
