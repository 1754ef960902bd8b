import { Button } from '@navikt/ds-react/Button'
import type { TaskLine } from '@openslrt/core/contract/meeting-queries.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { CaseName } from './case-name.tsx'
import { SettleForm } from './settle-form.tsx'
import { taskTone } from './status-look.ts'

/** One task: what is to be done, by whom and until when, what came of it, and what this person may say of it. */
export function TaskItem({ task, fromList = false }: { task: TaskLine; fromList?: boolean }) {
  const t = useText()
  const when = useWhen()
  const [doing, setDoing] = useState<TaskLine['acts'][number] | null>(null)
  const { text, officeName, personName, dueAt, note, late, status } = task
  return (
    <article className="task">
      <p className={text === null ? 'task__text meeting__aside' : 'task__text'}>{text ?? t('task.hidden')}</p>
      <p className="meeting__aside task__facts">
        {late ? (
          <StatusTag small tone="urgent" label={t('task.late')} />
        ) : (
          <StatusTag small tone={taskTone[status]} label={t(`task-status.${status}`)} />
        )}
        <span>{personName ? t('task.owner', { office: officeName, person: personName }) : officeName}</span>
        <time dateTime={when.iso(dueAt)} title={when.exact(dueAt)}>
          {when.due(dueAt)}
        </time>
        {fromList && task.case && <CaseName of={task.case} />}
        {fromList && <Link href={`/rapat/${task.district}/${task.meeting}`}>{t('task.meeting')}</Link>}
      </p>
      {note && <p className="task__note">{t('task.said', { note })}</p>}
      {task.acts.length > 0 && (
        <div className="meeting__acts not-on-paper">
          {task.acts.map((act) => (
            <Button key={act} size="small" variant="secondary" data-color="neutral" onClick={() => setDoing(act)}>
              {t(actKeys[act])}
            </Button>
          ))}
        </div>
      )}
      {doing && <SettleForm task={task} action={doing} onClose={() => setDoing(null)} />}
    </article>
  )
}

const actKeys = { 'task-done': 'task.done', 'task-fail': 'task.fail', 'task-reopen': 'task.reopen' } as const
