import { Button } from '@navikt/ds-react/Button'
import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { type ComponentType, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { AcceptForm, RejectForm } from './answer-forms.tsx'
import { BackForm } from './back-form.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import type { FormProps } from './form-props.ts'
import { ApproveForm, ResendForm, ReturnForm, SendBackForm, VerifyForm, WithdrawForm } from './step-forms.tsx'

const forms = {
  back: BackForm,
  evidence: EvidenceForm,
  resend: ResendForm,
  verify: VerifyForm,
  approve: ApproveForm,
  return: ReturnForm,
  'send-back': SendBackForm,
  accept: AcceptForm,
  reject: RejectForm,
  withdraw: WithdrawForm,
} as const satisfies Readonly<Record<string, ComponentType<FormProps>>>
type Told = keyof typeof forms

/** What comes next first: it is the loud one. Who takes all of it back finds that last. */
const order: readonly Told[] = [
  'back',
  'resend',
  'verify',
  'approve',
  'accept',
  'reject',
  'return',
  'send-back',
  'evidence',
]

/** What this person may do with a proposal. */
export function ProposalActs({ card }: { card: ProposalCard }) {
  const t = useText()
  const [doing, setDoing] = useState<Told | null>(null)
  const Form = doing && forms[doing]
  const may = order.filter((act) => card.acts.includes(act))
  const { district, id, acts, batch } = card
  return (
    <div className="proposal__acts not-on-paper">
      {may.map((act, nth) => (
        <Button key={act} size="small" variant={nth === 0 ? 'primary' : 'secondary'} onClick={() => setDoing(act)}>
          {t(`proposal-act.${act}`)}
        </Button>
      ))}
      {acts.includes('change') && (
        <Button as={Link} href={`/usulkan?ubah=${district}/${id}`} size="small" variant="secondary">
          {t('proposal-act.change')}
        </Button>
      )}
      {acts.includes('tick') && batch && (
        <Button as={Link} href={`/ketik/${district}/${id}`} size="small" variant="secondary">
          {t('proposal.copy')}
        </Button>
      )}
      {acts.includes('back') && (
        <Button as={Link} href={`/sptjm/${district}/${id}`} size="small" variant="tertiary" data-color="neutral">
          {t('proposal.sptjm.print')}
        </Button>
      )}
      {acts.includes('withdraw') && (
        <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDoing('withdraw')}>
          {t('proposal-act.withdraw')}
        </Button>
      )}
      {Form && <Form card={card} onClose={() => setDoing(null)} />}
    </div>
  )
}
