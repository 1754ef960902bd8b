import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { useLocation } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { TaskItem } from './task-item.tsx'
import './meeting.css'

/** What meetings decided about a case, and the way to put it on an agenda. */
export function CasePanel({ card }: { card: CaseCard }) {
  const t = useText()
  const { can } = useActing()
  const [, go] = useLocation()
  const { district, id, number } = card.line
  const { data } = useAsk(meetingRoutes.ofCase, { query: { district, id } }, { refetchInterval: 60_000 })
  const calls = can('meeting.attend') && (data?.mayCall ?? false)
  if (!data || (data.tasks.length === 0 && !calls)) return null
  return (
    <Panel title={t('task.panel')}>
      {data.tasks.length === 0 && <p className="meeting__aside">{t('task.panel.none')}</p>}
      {data.tasks.map((task) => (
        <TaskItem key={task.id} task={task} />
      ))}
      {calls && (
        <div className="meeting__acts not-on-paper">
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            onClick={() => go('/undang', { state: { cases: [{ district, id, number }] } })}
          >
            {t('task.panel.call')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
