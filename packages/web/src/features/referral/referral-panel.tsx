import { Button } from '@navikt/ds-react/Button'
import type { CaseCard, ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { useEffect, useRef } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { Panel } from '../../ui/field-row.tsx'
import { panelActs } from './panel-acts.ts'
import { ReferralChain } from './referral-chain.tsx'
import { ReferralDue } from './referral-due.tsx'
import { ReferralTag } from './referral-tag.tsx'
import { ReplyLink } from './reply-link.tsx'
import { reasonLists } from './status-look.ts'
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
  // An asked office knows who it is: what it wants to know is who asks.
  const asked = card.sees === 'grant'
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <article ref={place} className={chosen ? 'referral referral--chosen' : 'referral'}>
      <div className="referral__head">
        <span className="referral__office">{asked ? referral.fromOfficeName : referral.toOfficeName}</span>
        <ReferralTag status={referral.status} />
      </div>
      <p className="referral__words">{referral.asked}</p>
      <p className="referral__aside">
        {!asked && `${t('referral.from', { office: referral.fromOfficeName })} · `}
        <ReferralDue referral={referral} />
      </p>
      <p className="referral__aside">
        {referral.consent
          ? `${t(`consent.${referral.consent.basis}`)}${referral.consent.words && `: ${referral.consent.words}`}`
          : t('consent.none')}
      </p>
      <ReferralChain referral={referral} all={card.referrals} />
      <Said card={card} referral={referral} />
      {card.sees === 'all' && <ReplyLink referral={referral} />}
      {card.sees === 'all' && <Acts card={card} referral={referral} onAct={onAct} />}
    </article>
  )
}

/** What the asked office said of it: why not, what it needs, or what came of it. */
function Said({ card, referral }: Pick<OneReferralProps, 'card' | 'referral'>) {
  const lists = useLists(card.line.district)
  const { outcome, reason, result, status } = referral
  const list = reasonLists[status]
  const named = outcome ? lists.name('outcome', outcome) : list && lists.name(list, reason)
  if (!named && !result) return null
  return (
    <p className="referral__words">
      {named && <strong>{named}</strong>}
      {named && result && '\n'}
      {result}
    </p>
  )
}

/** Beside each referral, because a case may have several; an asked office sees its own only, in the bar of the card. */
function Acts({ card, referral, onAct }: Pick<OneReferralProps, 'card' | 'referral' | 'onAct'>) {
  const t = useText()
  const open = panelActs(card.referralOffers[referral.id] ?? [])
  if (open.length === 0) return null
  return (
    <div className="referral__acts not-on-paper">
      {open.map((action) => (
        <Button key={action} size="small" variant="secondary" data-color="neutral" onClick={() => onAct(action)}>
          {t(`referral-move.${action}`)}
        </Button>
      ))}
    </div>
  )
}
