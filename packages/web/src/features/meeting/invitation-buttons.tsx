import { Button } from '@navikt/ds-react/Button'
import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import { calendarFile } from '@openslrt/core/meeting/invitation.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useKindName } from './use-kind-name.ts'

/** The invitation as a text and for a calendar, and the minutes on paper. */
export function InvitationButtons({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  const when = useWhen()
  const kind = useKindName()(meeting)
  const { id, version, startsAt, lasts, place, link, office, offices, points } = meeting
  const where = [place, link].filter(Boolean).join(' · ')
  const text = t('invitation.text', {
    kind,
    where,
    office: office.name,
    offices: offices.flatMap((one) => (one.id === office.id ? [] : [one.name])).join(', '),
    when: when.exact(startsAt),
    // An invitation is passed on: of a case it says the number.
    agenda: points
      .map((point, nth) => `${nth + 1}. ${point.case ? t('meeting.case', { number: point.case.number }) : point.title}`)
      .join('\n'),
  })
  const title = t('invitation.subject', { kind })
  const save = (): void =>
    saveAs(
      'rapat.ics',
      calendarFile({ id, version, title, text, where, startsAt, lasts, now: Date.now() }),
      'text/calendar',
    )
  return (
    <>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
        {t('meeting.print')}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={save}>
        {t('meeting.ics')}
      </Button>
      <CopyButton text={text} label={t('meeting.text')} done={t('meeting.text.done')} />
    </>
  )
}
