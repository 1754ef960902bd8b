import { Button } from '@navikt/ds-react/Button'
import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { EventForm } from './event-form.tsx'
import { NoteForm } from './note-form.tsx'
import { PostForm } from './post-form.tsx'
import { RegisterForm } from './register-form.tsx'
import { ReportForm } from './report-form.tsx'
import { UserForm } from './user-form.tsx'

const shown = [
  'verify',
  'renew',
  'report',
  'post',
  'add-event',
  'change',
  'set-user',
  'send-back',
  'end',
  'reopen',
] as const
type Shown = (typeof shown)[number]

/** What this person may do with a PSKS now; to confirm what holds comes first. */
export function CardActs({ card }: { readonly card: PsksCard }) {
  const t = useText()
  const [doing, setDoing] = useState<Shown | null>(null)
  // An institution has no account.
  const may = shown.filter((act) => card.acts.includes(act) && (act !== 'set-user' || card.who === 'person'))
  const close = (): void => setDoing(null)
  const first = (act: Shown): boolean => act === 'verify' || (act === 'renew' && card.due)
  return (
    <div className="psks__acts not-on-paper">
      {may.map((act) => (
        <Button
          key={act}
          size="small"
          variant={first(act) ? 'primary' : 'secondary'}
          data-color={first(act) ? 'accent' : 'neutral'}
          onClick={() => setDoing(act)}
        >
          {t(`psks-act.${act}`)}
        </Button>
      ))}
      {doing && <FormOf act={doing} card={card} onClose={close} />}
    </div>
  )
}

interface FormProps {
  readonly act: Shown
  readonly card: PsksCard
  readonly onClose: () => void
}

function FormOf({ act, card, onClose }: FormProps) {
  switch (act) {
    case 'change':
      return <RegisterForm card={card} onClose={onClose} onDone={onClose} />
    case 'report':
      return <ReportForm card={card} report={null} onClose={onClose} />
    case 'post':
      return <PostForm card={card} onClose={onClose} />
    case 'set-user':
      return <UserForm card={card} onClose={onClose} />
    case 'add-event':
      return <EventForm card={card} onClose={onClose} />
    default:
      return <NoteForm card={card} act={act} part={null} onClose={onClose} />
  }
}
