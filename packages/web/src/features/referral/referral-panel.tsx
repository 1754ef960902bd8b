import { Button } from '@navikt/ds-react/Button'
import type { CaseCard, ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useEffect, useRef } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { Panel } from '../../ui/field-row.tsx'
import { ReferralDue } from './referral-due.tsx'
import { ReferralTag } from './referral-tag.tsx'
import './referral.css'

interface ReferralPanelProps {
  readonly card: CaseCard
  readonly chosen: string | null
  readonly onAct: (referral: string, action: string) => void
}

/** The referrals of a case: who was asked what, where each stands, what came of it, and what can be done with it. */
export function ReferralPanel({ card, chosen, onAct }: ReferralPanelProps) {
  const t = useText()
  if (card.referrals.length === 0) return null
  return (
    <Panel title={t('referral.panel')}>
      {card.referrals.map((referral) => (
        <OneReferral
          key={referral.id}
          card={card}
          referral={referral}
          chosen={referral.id === chosen}
          onAct={(action) => onAct(referral.id, action)}
        />
      ))}
    </Panel>
  )
}

interface OneReferralProps {
  readonly card: CaseCard
  readonly referral: ReferralLine
  readonly chosen: boolean
  readonly onAct: (action: string) => void
}

function OneReferral({ card, referral, chosen, onAct }: OneReferralProps) {
  const t = useText()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <article ref={place} className={chosen ? 'referral referral--chosen' : 'referral'}>
      <div className="referral__head">
        <span className="referral__office">{referral.toOfficeName}</span>
        <ReferralTag status={referral.status} />
      </div>
      <p className="referral__words">{referral.asked}</p>
      <p className="referral__aside">
        {t('referral.from', { office: referral.fromOfficeName })} · <ReferralDue referral={referral} />
      </p>
      <Said card={card} referral={referral} />
      {card.sees === 'all' && <Acts card={card} referral={referral} onAct={onAct} />}
    </article>
  )
}

/** What the asked office said of it: why not, what it needs, or what came of it. */
function Said({ card, referral }: Pick<OneReferralProps, 'card' | 'referral'>) {
  const lists = useLists(card.line.district)
  const { outcome, reason, result } = referral
  const named = outcome ? lists.name('outcome', outcome) : reasonName(lists.name, reason)
  if (!named && !result) return null
  return (
    <p className="referral__words">
      {named && <strong>{named}</strong>}
      {named && result && '\n'}
      {result}
    </p>
  )
}

/** A reason is on the list of the step that gave it; the row keeps the code only. */
function reasonName(name: (list: string, code: string) => string, reason: string | null): string {
  if (reason === null) return ''
  return (
    ['decline', 'unmet', 'cancel'].map((list) => name(list, reason)).find((said) => said !== '' && said !== reason) ??
    reason
  )
}

/** Beside each referral, because a case may have several; an asked office sees its own only, in the bar of the card. */
const inPanel = [
  'accept',
  'start',
  'complete',
  'supply',
  'hold',
  'redirect',
  'fail',
  'reject',
  'cancel',
  'mark-error',
] as const
const mostInPanel = 3

function Acts({ card, referral, onAct }: Pick<OneReferralProps, 'card' | 'referral' | 'onAct'>) {
  const t = useText()
  const offers = card.referralOffers[referral.id] ?? []
  const open = inPanel.filter((action) => offers.some((offer) => offer.action === action && offer.refusal === null))
  if (open.length === 0) return null
  return (
    <div className="referral__acts not-on-paper">
      {open.slice(0, mostInPanel).map((action) => {
        const key = `referral-move.${action}`
        return (
          <Button key={action} size="small" variant="secondary" data-color="neutral" onClick={() => onAct(action)}>
            {isMessageKey(key) ? t(key) : action}
          </Button>
        )
      })}
    </div>
  )
}
