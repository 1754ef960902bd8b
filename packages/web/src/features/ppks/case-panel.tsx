import './texts.ts'
import './ppks.css'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { PpksItems } from './ppks-items.tsx'
import { ReceiveButton } from './receive-button.tsx'

/** Who was recorded as PPKS from a case, and the way to record its citizen. */
export function Panel({ card }: { readonly card: CaseCard }) {
  const t = useText()
  const { can } = useActing()
  const { district, id, place, placeName } = card.line
  const { data } = useAsk(ppksRoutes.ofCase, { query: { district, id } })
  return (
    <>
      <PpksItems items={data?.items} none={t('ppks.case.none')} />
      {can('ppks.handle') && card.sees === 'all' && (
        <div className="not-on-paper">
          <ReceiveButton small text={t('ppks.case.receive')} kase={{ id, district, place, placeName }} />
        </div>
      )}
    </>
  )
}
