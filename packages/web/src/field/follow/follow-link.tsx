import '../match/work-texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { PendingMark } from '../screens/rows.tsx'
import { outcomeAt } from '../today.ts'

interface FollowLinkProps {
  readonly kase: ReplicaRow['case']
  /** The visit that somebody comes from, and goes back to. */
  readonly visit?: string
}

/** FIELD-25 The visit that a closed case still asks for; once it was made, that it waits to be sent. */
export function FollowLink({ kase, visit }: FollowLinkProps) {
  const t = useText()
  const made = outcomeAt(usePhone().pending, kase.id)
  if (made) return <PendingMark state={made} />
  if (kase.visitAt === null) return null
  return (
    <p className="field__act">
      <Button as={Link} href={`/kunjungan-hasil/${kase.id}${visit ? `?kunjungan=${visit}` : ''}`}>
        {t('work.follow.title')}
      </Button>
    </p>
  )
}
