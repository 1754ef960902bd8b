import './minutes.css'
import './texts.ts'
import { Link } from 'wouter'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { usePhone } from '../phone-context.ts'
import { Row } from '../screens/rows.tsx'
import { meetingsHere } from './meetings-here.ts'

interface MinutesPartProps {
  readonly place: string
}

/** FIELD-30 The way to the minutes of a village, for whoever makes proposals. */
export function MinutesLink({ place }: MinutesPartProps) {
  const t = useText()
  if (!useActing().can('proposal.make')) return null
  return (
    <Link href={`/musyawarah/${place}`} className="field__link">
      {t('work.minutes.title')}
    </Link>
  )
}

/** FIELD-30 Meetings of a village that were written down here and are on their way. */
export function MinutesHere({ place }: MinutesPartProps) {
  const t = useText()
  const day = useDay()
  const here = meetingsHere(usePhone().pending, place)
  if (here.length === 0) return null
  return (
    <ul className="field__rows minutes__here">
      {here.map((one) => (
        <Row
          key={one.id}
          href="/kirim"
          title={`${t(`minutes-kind.${one.kind}`)} · ${day(one.day)}`}
          text={one.venue}
          note={t('work.minutes.next')}
          pending={one.state}
        />
      ))}
    </ul>
  )
}
