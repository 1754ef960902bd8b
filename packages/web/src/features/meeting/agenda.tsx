import type { MeetingPage, PointLine } from '@openslrt/core/contract/meeting-queries.ts'
import { calledMeeting } from '@openslrt/core/meeting/moves.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { CaseName } from './case-name.tsx'
import { TaskItem } from './task-item.tsx'

/** What is talked about, with what was said and decided under each point. */
export function Agenda({ meeting: { points, tasks, status } }: { meeting: MeetingPage }) {
  const t = useText()
  return (
    <Panel title={t('meeting.agenda')}>
      <ol className="agenda">
        {points.map((point) => (
          <li key={point.id} className="agenda__point">
            <h3 className="agenda__title">
              {point.case && <CaseName of={point.case} />} {point.title}
            </h3>
            <Minutes point={point} planned={status === calledMeeting} />
            {tasks
              .filter((task) => task.point === point.id)
              .map((task) => (
                <TaskItem key={task.id} task={task} />
              ))}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Minutes({ point: { title, minutes }, planned }: { point: PointLine; planned: boolean }) {
  const t = useText()
  if (title === null) return <p className="meeting__aside">{t('meeting.case.hidden')}</p>
  if (minutes) return <p className="meeting__words">{minutes}</p>
  return planned ? null : <p className="meeting__aside">{t('meeting.minutes.none')}</p>
}
