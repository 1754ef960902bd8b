import '../match/work-texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { PendingMark } from '../screens/rows.tsx'

/** FIELD-25 The visit that a closed case still asks for; once it was made, that it waits to be sent. */
export function FollowLink({ kase }: { readonly kase: ReplicaRow['case'] }) {
  const t = useText()
  const made = usePhone().pending.findLast(
    ({ command }) => command.kind === 'case.visit' && command.subject === kase.id,
  )
  if (made && made.state !== 'refused') return <PendingMark state={made.state} />
  if (kase.visitAt === null) return null
  return (
    <p className="field__act">
      <Button as={Link} href={`/kunjungan-hasil/${kase.id}`}>
        {t('work.follow.title')}
      </Button>
    </p>
  )
}
