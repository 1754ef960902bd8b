import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { type ErasureLine, erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { erasedHolder, standsAlone } from '@openslrt/core/registry/registry.ts'
import { useState } from 'react'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { Panel } from '../../../ui/field-row.tsx'
import type { Held } from '../holder.ts'
import { AskErasure } from './ask-erasure.tsx'
import { DecideErasure } from './decide-erasure.tsx'

interface PartProps {
  readonly held: Held
  readonly status: string
  /** How many people go along. */
  readonly members: number
}

/** PRIVACY-3 The right to be forgotten, on the page of a person or family: asked for, waiting, or done. */
export function ErasurePart({ held, status, members }: PartProps) {
  const t = useText()
  if (status === erasedHolder) return <InlineMessage status="info">{t('forget.done')}</InlineMessage>
  return standsAlone({ status }) ? <Wish held={held} members={members} /> : null
}

function Wish({ held, members }: Omit<PartProps, 'status'>) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { data } = useAsk(erasureRoutes.erasures, { query: { holder: held.id, page: 1 } })
  const [wish] = data?.items ?? []
  if (wish) return <Waiting wish={wish} members={members} />
  if (!data || !held.mayEdit) return null
  return (
    <div className="family__acts not-on-paper">
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setAsking(true)}>
        {t(`forget.ask.${held.of}`)}
      </Button>
      {asking && <AskErasure held={held} members={members} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** A wish that waits, and what whoever may decide can do about it. */
function Waiting({ wish, members }: { readonly wish: ErasureLine; readonly members: number }) {
  const t = useText()
  const when = useWhen()
  const { can } = useActing()
  const [deciding, setDeciding] = useState<'erase' | 'decline' | null>(null)
  const said = { basis: t(`erasure-basis.${wish.basis}`), date: when.date(wish.at), words: wish.words }
  return (
    <Panel>
      <InlineMessage status="warning">
        {wish.own ? t('forget.asked.own', said) : t('forget.asked', { ...said, name: wish.byName })}
      </InlineMessage>
      {can('case.erase') && (
        <div className="family__acts not-on-paper">
          {!wish.own && (
            <Button size="small" data-color="danger" onClick={() => setDeciding('erase')}>
              {t('forget.erase')}
            </Button>
          )}
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDeciding('decline')}>
            {t('forget.decline')}
          </Button>
        </div>
      )}
      {deciding && <DecideErasure wish={wish} as={deciding} members={members} onClose={() => setDeciding(null)} />}
    </Panel>
  )
}
