import { Button } from '@navikt/ds-react/Button'
import type { JointCard, JointTaskLine } from '@openslrt/core/contract/joint-queries.ts'
import type { JointTaskStatus } from '@openslrt/core/joint/joint.ts'
import { taskActs } from '@openslrt/core/joint/moves.ts'
import { useState } from 'react'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { type NoteAct, NoteForm } from './note-form.tsx'
import { TaskForm } from './task-form.tsx'

const tones: Readonly<Record<JointTaskStatus, Tone>> = {
  planned: 'new',
  'under-way': 'active',
  done: 'done',
  dropped: 'stopped',
}

/** Who does what until when; each line offers what may be done with it from here. */
export function TaskPanel({ card }: { readonly card: JointCard }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const [doing, setDoing] = useState<NoteAct | null>(null)
  const add = card.leads && card.runs && (
    <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
      {t('joint.task.add')}
    </Button>
  )
  return (
    <Panel title={t('joint.tasks.title')} action={add}>
      {card.tasks.length === 0 && <p className="joint__aside">{t('joint.tasks.none')}</p>}
      <ul className="joint__items">
        {card.tasks.map((task) => (
          <TaskItem key={task.id} card={card} task={task} onAct={setDoing} />
        ))}
      </ul>
      {adding && <TaskForm card={card} onClose={() => setAdding(false)} />}
      {doing && <NoteForm card={card} doing={doing} onClose={() => setDoing(null)} />}
    </Panel>
  )
}

interface TaskItemProps {
  readonly card: JointCard
  readonly task: JointTaskLine
  readonly onAct: (act: NoteAct) => void
}

function TaskItem({ card, task, onAct }: TaskItemProps) {
  const t = useText()
  const who = card.partners.find(({ id }) => id === task.partner)?.name ?? t('joint.task.by-lead')
  return (
    <li className="joint__item">
      <div className="joint__head">
        <span className="joint__name">{task.what}</span>
        {task.late ? (
          <StatusTag tone="urgent" label={t('joint.task.late')} />
        ) : (
          <StatusTag tone={tones[task.status]} label={t(`joint-task.${task.status}`)} />
        )}
      </div>
      <p className="joint__aside">{t('joint.task.due', { who, day: dayText(task.dueOn) })}</p>
      {task.note !== '' && <p className="joint__aside">{task.note}</p>}
      <div className="joint__acts not-on-paper">
        {taskActs
          .filter((act) => task.acts.includes(act))
          .map((act) => (
            <Button
              key={act}
              size="small"
              variant={act === 'drop-task' ? 'tertiary' : 'secondary'}
              data-color="neutral"
              onClick={() =>
                onAct({
                  act,
                  subject: task.id,
                  version: task.version,
                  title: task.what,
                  sendText: t(`joint-act.${act}`),
                })
              }
            >
              {t(`joint-act.${act}`)}
            </Button>
          ))}
      </div>
    </li>
  )
}
