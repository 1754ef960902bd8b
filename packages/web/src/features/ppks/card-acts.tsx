import { Button } from '@navikt/ds-react/Button'
import { type PpksCard, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import type { PpksStepName } from '@openslrt/core/ppks/moves.ts'
import { useState } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { AssessForm } from './assess-form.tsx'
import { EndForm } from './end-form.tsx'
import type { Choices } from './filters.tsx'
import { NoteForm } from './note-form.tsx'
import { PlanForm } from './plan-form.tsx'
import { CorrectForm } from './receive-form.tsx'
import { type Known, RevealDialog } from './reveal-dialog.tsx'

/** The way on comes first, then what is beside it, then the ways back. */
const shown = ['assess', 'plan', 'monitor', 'add-service', 'end', 'correct', 'replan', 'reassess', 'reopen'] as const
type Shown = (typeof shown)[number]
const onward: ReadonlySet<PpksStepName> = new Set(['assess', 'plan', 'monitor'])

/** What this person may do with somebody now. */
export function CardActs({ card }: { readonly card: PpksCard }) {
  const t = useText()
  const { can } = useActing()
  const { data: choices } = useAsk(ppksRoutes.choices)
  const [doing, setDoing] = useState<Shown | 'reveal' | null>(null)
  const [known, setKnown] = useState<Known | null>(null)
  const may = shown.filter((act) => card.acts.some((one) => one === act))
  const close = (): void => setDoing(null)
  return (
    <div className="ppks__acts not-on-paper">
      {may.map((act) => (
        <Button
          key={act}
          size="small"
          variant={onward.has(act) ? 'primary' : 'secondary'}
          data-color={onward.has(act) ? 'accent' : 'neutral'}
          // Whoever puts the name right has to see it first.
          onClick={() => setDoing(act === 'correct' && !known && can('person.reveal') ? 'reveal' : act)}
        >
          {t(`ppks-act.${act}`)}
        </Button>
      ))}
      {can('person.reveal') && (
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setDoing('reveal')}>
          {t('ppks.reveal')}
        </Button>
      )}
      {doing === 'reveal' && <RevealDialog card={card} known={known} onKnown={setKnown} onClose={close} />}
      {doing !== null && doing !== 'reveal' && choices && (
        <FormOf act={doing} card={card} choices={choices} known={known} onClose={close} />
      )}
    </div>
  )
}

interface FormProps {
  readonly act: Shown
  readonly card: PpksCard
  readonly choices: Choices
  readonly known: Known | null
  readonly onClose: () => void
}

function FormOf({ act, card, choices, known, onClose }: FormProps) {
  const own = { card, choices, onClose }
  switch (act) {
    case 'assess':
      return <AssessForm {...own} />
    case 'plan':
    case 'add-service':
      return <PlanForm {...own} act={act} />
    case 'end':
      return <EndForm {...own} />
    case 'correct':
      return <CorrectForm {...own} known={known ?? { name: card.name, nik: null }} />
    default:
      return <NoteForm card={card} act={act} service={null} onClose={onClose} />
  }
}
