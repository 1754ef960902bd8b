import { Button } from '@navikt/ds-react/Button'
import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import type { Held } from './holder.ts'
import { MarkForm } from './mark-form.tsx'
import { MergePickForm } from './merge-pick-form.tsx'
import type { Choices } from './use-choices.ts'

// Moving is rare, and its pickers are heavy: they are fetched when somebody moves.
const MoveFamilyForm = lazy(async () => ({ default: (await import('./move-family-form.tsx')).MoveFamilyForm }))
const MovePersonForm = lazy(async () => ({ default: (await import('./move-person-form.tsx')).MovePersonForm }))

interface ActsProps {
  readonly card: FamilyCard
  readonly held: Held
  readonly choices: Choices
}

const acts = ['mark', 'move', 'move-person', 'merge'] as const
type Doing = (typeof acts)[number]
const words = {
  mark: 'family.mark',
  move: 'family.move',
  'move-person': 'family.move-person',
  merge: 'family.merge',
} as const

/** What is done about a family as a whole: printed by all who read it, the rest by whoever may. */
export function FamilyActs(props: ActsProps) {
  const t = useText()
  const { can, post } = useActing()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { card, held } = props
  const may: Readonly<Record<Doing, boolean>> = {
    mark: held.mayEdit,
    // Who sees one village only has no other to choose: there, a family is marked as moved.
    move: held.mayEdit && post?.level !== 'village',
    'move-person': held.mayEdit && card.members.length > 0,
    merge: card.mergedInto === null && can('registry.merge'),
  }
  return (
    <div className="family__acts not-on-paper">
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => window.print()}>
        {t('family.print')}
      </Button>
      {acts
        .filter((act) => may[act])
        .map((act) => (
          <Button key={act} size="small" variant="tertiary" data-color="neutral" onClick={() => setDoing(act)}>
            {t(words[act])}
          </Button>
        ))}
      {doing && (
        <Suspense fallback={null}>
          <Doings {...props} doing={doing} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </div>
  )
}

interface DoingProps extends ActsProps {
  readonly doing: Doing
  readonly onClose: () => void
}

function Doings({ card, held, choices, doing, onClose }: DoingProps) {
  switch (doing) {
    case 'mark':
      return <MarkForm held={held} status={card.line.status} onClose={onClose} />
    case 'move':
      return <MoveFamilyForm line={card.line} onClose={onClose} />
    case 'move-person':
      return <MovePersonForm members={card.members} choices={choices} onClose={onClose} />
    case 'merge':
      return <MergePickForm line={card.line} onClose={onClose} />
  }
}
