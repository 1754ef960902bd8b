import type { DutyTurn, Roster } from '@openslrt/core/contract/duty-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useDays } from './use-days.ts'

interface EndTurnProps {
  readonly roster: Roster
  readonly turn: DutyTurn
  readonly onClose: (done: string | null) => void
}

const running = { title: 'duty.end.title', text: 'duty.end.text', act: 'duty.end' } as const
const coming = { title: 'duty.cancel.title', text: 'duty.cancel.text', act: 'duty.cancel' } as const

/** Asks before a turn ends; one that has not begun goes from the roster. */
export function EndTurn({ roster, turn, onClose }: EndTurnProps) {
  const t = useText()
  const act = useAct()
  const { id, version, name } = turn
  const about = { name, days: useDays()(turn) }
  const say = turn.from <= roster.now ? running : coming
  const end = async (): Promise<void> => {
    const acted = await act.send('duty.end', { district: roster.district, subject: id, base: version, data: {} })
    if (acted.state !== 'refused') onClose(t('duty.done.ended', { name }))
  }
  return (
    <ActDialog
      title={t(say.title, about)}
      hint={t(say.text, about)}
      sendText={t(say.act)}
      act={act}
      harmful
      onSend={() => void end()}
      onClose={() => onClose(null)}
    />
  )
}
