import { Button } from '@navikt/ds-react/Button'
import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import { type ComponentType, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { DecideForm } from './decide-form.tsx'
import { CancelForm, CloseForm } from './end-forms.tsx'
import { InvitationButtons } from './invitation-buttons.tsx'
import { HoldForm, MinuteForm } from './minute-form.tsx'

type Act = MeetingPage['acts'][number]
type Told = Exclude<Act, 'change'>
export interface ActFormProps {
  readonly meeting: MeetingPage
  readonly onClose: () => void
}

const forms: Readonly<Record<Told, ComponentType<ActFormProps>>> = {
  cancel: CancelForm,
  hold: HoldForm,
  minute: MinuteForm,
  decide: DecideForm,
  close: CloseForm,
}
/** What comes next first: it is the loud one. */
const order: readonly Act[] = ['hold', 'minute', 'decide', 'close', 'change', 'cancel']

/** What this person may do with a meeting, and its invitation and minutes to take along. */
export function MeetingActs({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  const when = useWhen()
  const [doing, setDoing] = useState<Told | null>(null)
  const Form = doing && forms[doing]
  const { acts, district, id, next } = meeting
  const key = `${district}/${id}`
  return (
    <div className="meeting__acts not-on-paper">
      {order
        .filter((act) => acts.includes(act))
        .map((act, nth) =>
          act === 'change' ? (
            <Button key={act} as={Link} href={`/undang?ubah=${key}`} size="small" variant="secondary">
              {t('meeting.act.change')}
            </Button>
          ) : (
            <Button
              key={act}
              size="small"
              variant={nth === 0 ? 'primary' : 'secondary'}
              {...(act === 'cancel' && { 'data-color': 'neutral' as const })}
              onClick={() => setDoing(act)}
            >
              {t(`meeting.act.${act}`)}
            </Button>
          ),
        )}
      {next !== null && (
        <Button as={Link} href={`/undang?lanjut=${key}`} size="small">
          {t('meeting.next', { when: when.date(next) })}
        </Button>
      )}
      <InvitationButtons meeting={meeting} />
      {Form && <Form meeting={meeting} onClose={() => setDoing(null)} />}
    </div>
  )
}
