import { Button } from '@navikt/ds-react/Button'
import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'

const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

/** That a referral may be answered by link, until when, and the link itself for whoever asks to see it. */
export function ReplyLink({ referral }: { referral: ReferralLine }) {
  const t = useText()
  const when = useWhen()
  const [shown, setShown] = useState(false)
  const { linkUntil } = referral
  if (linkUntil === null || linkUntil <= when.now) return null
  return (
    <div className="referral__link not-on-paper">
      <span className="referral__aside">{t('referral.link', { date: when.date(linkUntil) })}</span>
      <Button size="small" variant="tertiary" onClick={() => setShown(true)}>
        {t('referral.link.show')}
      </Button>
      {shown && (
        <Suspense fallback={null}>
          <LinkDialog referral={referral} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </div>
  )
}
