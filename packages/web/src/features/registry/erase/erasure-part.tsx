import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { type ErasureLine, erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { standsAlone } from '@openslrt/core/registry/registry.ts'
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

/** PRIVACY-3 A wish that waits, above all else on the page of a person or family: whoever decides comes for it. */
export function ErasureNote({ held, status, members }: PartProps) {
  const wish = useWishes(held)?.[0]
  return wish && standsAlone({ status }) ? <Waiting wish={wish} members={members} /> : null
}

/** PRIVACY-3 The way to ask that somebody be forgotten, below all else, while nobody has. */
export function ErasurePart({ held, status, members }: PartProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const wishes = useWishes(held)
  if (!wishes || wishes.length > 0 || !held.mayEdit || !standsAlone({ status })) return null
  return (
    <div className="family__acts not-on-paper">
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setAsking(true)}>
        {t(`forget.ask.${held.of}`)}
      </Button>
      {asking && <AskErasure held={held} members={members} onClose={() => setAsking(false)} />}
    </div>
  )
}

const useWishes = ({ id }: Held): readonly ErasureLine[] | undefined =>
  useAsk(erasureRoutes.erasures, { query: { holder: id, page: 1 } }).data?.items

/** What was wished, and what whoever may decide can do about it. */
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
