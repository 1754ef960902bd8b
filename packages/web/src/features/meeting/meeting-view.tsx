import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import { sayTime } from '@openslrt/core/i18n/when.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { calledMeeting } from '@openslrt/core/meeting/moves.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Agenda } from './agenda.tsx'
import { MeetingActs } from './meeting-acts.tsx'
import { meetingTone } from './status-look.ts'
import { TaskItem } from './task-item.tsx'
import { useKindName } from './use-kind-name.ts'

/** A meeting as people read and print it: who, when, where; the agenda with its minutes and tasks; who came. */
export function MeetingView({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  const name = useKindName()
  const { status, note, carried, tasks } = meeting
  const others = tasks.filter(({ point }) => point === null)
  return (
    <>
      <PageHead
        title={name(meeting)}
        back={<Link href="/rapat">{t('meeting.back')}</Link>}
        tags={<StatusTag tone={meetingTone[status]} label={t(`meeting-status.${status}`)} />}
      />
      {note && <p className="meeting__words">{t('meeting.cancelled', { note })}</p>}
      <MeetingActs meeting={meeting} />
      <div className="meeting">
        <Panel>
          <Facts meeting={meeting} />
        </Panel>
        {carried.length > 0 && (
          <Panel title={t('meeting.carried')}>
            {carried.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </Panel>
        )}
        <Agenda meeting={meeting} />
        {others.length > 0 && (
          <Panel title={t('meeting.tasks.other')}>
            {others.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </Panel>
        )}
        {status !== calledMeeting && <Seats meeting={meeting} />}
      </div>
    </>
  )
}

function Facts({ meeting }: { meeting: MeetingPage }) {
  const t = useText()
  const lang = useLanguage()
  const when = useWhen()
  const { startsAt, lasts, zone, place, link, office, callerName, offices } = meeting
  const invited = offices.filter(({ id }) => id !== office.id)
  return (
    <FieldRows>
      <FieldRow label={t('meeting.when')}>
        <time dateTime={when.iso(startsAt)}>
          {t('meeting.lasts', {
            from: when.exact(startsAt),
            until: sayTime(startsAt + lasts * minuteMs, zone, lang),
          })}
        </time>
      </FieldRow>
      {place && <FieldRow label={t('meeting.place')}>{place}</FieldRow>}
      {link && (
        <FieldRow label={t('meeting.link')}>
          <a href={link} rel="noreferrer" target="_blank">
            {link}
          </a>
        </FieldRow>
      )}
      <FieldRow label={t('meeting.caller')} hint={callerName}>
        {office.name}
      </FieldRow>
      <FieldRow label={t('meeting.offices')}>
        {invited.length > 0 ? invited.map((one) => one.name).join(', ') : t('meeting.form.office.none')}
      </FieldRow>
    </FieldRows>
  )
}

function Seats({ meeting: { seats, offices } }: { meeting: MeetingPage }) {
  const t = useText()
  const nameOf = (id: string): string => offices.find((one) => one.id === id)?.name ?? ''
  return (
    <Panel title={t('meeting.seats')}>
      {seats.length === 0 ? (
        <p className="meeting__aside">{t('meeting.seats.none')}</p>
      ) : (
        <FieldRows>
          {seats.map(({ office, present, names }) => (
            <FieldRow key={office} label={nameOf(office)} hint={names}>
              {t(present ? 'meeting.present' : 'meeting.absent')}
            </FieldRow>
          ))}
        </FieldRows>
      )}
    </Panel>
  )
}
