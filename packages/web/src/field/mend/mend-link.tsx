import '../match/work-texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { mendedBy } from '../screens/mended.ts'
import { PendingMark } from '../screens/rows.tsx'
import { isToMend } from '../today.ts'

/** SUPER-9 The way to put right what a supervisor sent back; once that was done, that it waits to be sent. */
export function MendLink({ kase }: { readonly kase: ReplicaRow['case'] }) {
  const t = useText()
  const { pending, keys } = usePhone()
  if (!isToMend(kase, keys.me.staff)) return null
  const state = mendedBy(pending, kase.id)
  if (state !== null && state !== 'refused') return <PendingMark state={state} />
  return (
    <p className="field__act">
      <Button as={Link} href={`/kasus/${kase.id}/perbaiki`}>
        {t('work.mend.title')}
      </Button>
    </p>
  )
}
