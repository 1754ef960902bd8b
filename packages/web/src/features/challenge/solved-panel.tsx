import type { ChallengeCard } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'

/** Who has overcome the same kind of challenge, and so could be asked how; nothing where nobody has. */
export function SolvedPanel({ card: { district, kind } }: { readonly card: ChallengeCard }) {
  const t = useText()
  const { data } = useAsk(challengeRoutes.solved, { query: { district, kind } }, { staleTime: 600_000 })
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('challenge.solved')}>
      <p className="challenge__words">{data.items.map(({ name }) => name).join(', ')}</p>
      <p className="challenge__quiet">{t('challenge.solved.hint')}</p>
    </Panel>
  )
}
