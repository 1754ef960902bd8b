import { Button } from '@navikt/ds-react/Button'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useOutbox } from '../../../platform/outbox/use-outbox.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { After } from './receipt.tsx'
import { codesOf, type KeptCase, type ReceiptFacts } from './use-receipt.ts'

interface KeptProps {
  readonly kept: KeptCase
  readonly after?: After
  readonly onReceipt: (receipt: ReceiptFacts) => void
  readonly onAgain: () => void
}

/**
 * Written down without signal: what that means for the citizen who waits for a number. When the signal comes back while
 * they still stand there, they get their receipt after all.
 */
export function Kept({ kept, after, onReceipt, onAgain }: KeptProps) {
  const t = useText()
  const next = after ?? { href: '/antrean', label: t('case.queue.to-office'), again: t('case.receipt.again') }
  const entry = useOutbox().entries.find(
    ({ command }) => command.kind === 'case.register' && command.subject === kept.id,
  )
  const outcome = entry?.state === 'accepted' ? entry.outcome : null
  useEffect(() => {
    if (outcome?.receipt) onReceipt({ ...kept, ...codesOf(outcome), settled: false, unsettled: '' })
  }, [outcome, kept, onReceipt])
  // Known to have waited, and waiting no more: before the device has answered nothing is claimed.
  const [waited, setWaited] = useState(false)
  if (entry && !waited) setWaited(true)
  const gone = waited && !entry
  return (
    <EmptyState
      level={1}
      title={t(gone ? 'case.sent.title' : 'case.kept.title')}
      text={t(gone ? 'case.sent.text' : 'case.kept.text')}
      action={
        gone ? (
          <Button as={Link} href={next.href}>
            {next.label}
          </Button>
        ) : (
          <Button onClick={onAgain}>{next.again}</Button>
        )
      }
    />
  )
}
