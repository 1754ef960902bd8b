import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { sayDeed } from '@openslrt/core/i18n/deed.ts'
import { lazy, Suspense, useState } from 'react'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useMe } from '../../../platform/session/use-session.ts'
import { ActBar } from './act-bar.tsx'
import { Answer } from './answer.tsx'
import { CardHead } from './card-head.tsx'
import type { ReferralParts } from './card-screen.tsx'
import { ClientPanel } from './client-panel.tsx'
import { DetailPanel } from './detail-panel.tsx'
import { ErasureNote } from './erasure-note.tsx'
import { FilePanel } from './file-panel.tsx'
import { GrantPanel } from './grant-panel.tsx'
import { LookPanel } from './look-panel.tsx'
import { actsOf, type CardAct } from './next-acts.ts'
import { NoteBox } from './note-box.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { ShortPanel } from './short-panel.tsx'
import { Standing } from './standing.tsx'
import { Story } from './story.tsx'
import { Way } from './way-panel.tsx'
import './card.css'

// A card is read before anything is done to it.
const MoveForm = lazy(async () => ({ default: (await import('../moves/move-form.tsx')).MoveForm }))

interface CardPageProps {
  readonly card: CaseCard
  readonly parts: ReferralParts
  readonly chosen: string | null
}

/** One case: where it stands, what is to be done, the way it came, and who and what belongs to it. */
export function CardPage({ card, parts, chosen }: CardPageProps) {
  const { staff } = useMe()
  const acts = actsOf(card, staff)
  const [open, setOpen] = useState<CardAct | null>(null)
  const [said, say] = useSaid()
  const close = () => setOpen(null)
  const actOn = (referral: string, action: string) => setOpen({ of: 'referral', referral, action })
  // An asked office came for its referral: for it that is the matter, not a part of it.
  const granted = card.sees === 'grant'
  const referrals = <parts.Panel card={card} chosen={chosen} onAct={actOn} />
  const done = (action: string) => (waiting: boolean) => {
    close()
    say(action, waiting)
  }
  return (
    <>
      <CardHead line={card.line} restricted={card.restricted} />
      <Standing card={card} />
      <ErasureNote card={card} />
      <ActBar card={card} acts={acts} said={said} onOpen={setOpen} onDone={say} />
      <div className="card">
        <div className="card__main">
          {granted && referrals}
          <Answer card={card} />
          <Story card={card} />
          <Way card={card} />
          <NoteBox card={card} onDone={say} />
        </div>
        <div className="card__side">
          <ClientPanel card={card} />
          {!granted && referrals}
          {!granted && (
            <Suspense fallback={null}>
              <parts.Letters card={card} />
            </Suspense>
          )}
          <Suspense fallback={null}>
            <parts.Meetings card={card} />
          </Suspense>
          {!granted && <parts.Sections card={card} />}
          <NoticePanel card={card} />
          <GrantPanel card={card} onShare={() => setOpen({ of: 'case', referral: null, action: 'share' })} />
          <FilePanel card={card} />
          <RelatedPanel card={card} />
          <DetailPanel card={card} />
          <ShortPanel card={card} />
          <LookPanel card={card} />
        </div>
      </div>
      {open?.of === 'case' && (
        <Suspense fallback={null}>
          <MoveForm card={card} action={open.action} onClose={close} onDone={done(open.action)} />
        </Suspense>
      )}
      {open?.of === 'referral' && open.referral && (
        <parts.Form
          card={card}
          referral={open.referral}
          action={open.action}
          onClose={close}
          onDone={done(deedOf(open.action))}
        />
      )}
    </>
  )
}

/** How the history names a move of a referral. */
const deedOf = (action: string): string => named[action] ?? `referral-${action}`
const named: Readonly<Record<string, string>> = { request: 'refer', redirect: 'redirect' }

/** What was just done, to be said above the acts until the next one. */
function useSaid(): readonly [string | null, (action: string, waiting: boolean) => void] {
  const t = useText()
  const lang = useLanguage()
  const [said, setSaid] = useState<string | null>(null)
  const say = (action: string, waiting: boolean) =>
    setSaid(waiting ? t('act.waiting') : t('case.card.done', { did: sayDeed(lang, action) }))
  return [said, say]
}
