import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { Row, Rows } from './rows.tsx'
import { titleOf } from './waiting.ts'

/** Complaints that were written here and have no number yet, and whatever was refused. */
export function WaitingRows() {
  const t = useText()
  const { pending } = usePhone()
  const shown = pending.filter(({ command, state }) => state === 'refused' || command.kind === 'case.register')
  return (
    <Rows title={t('field.pending.title')}>
      {shown.map(({ command, state }) => (
        <Row key={command.id} href="/kirim" title={titleOf(command, t)} pending={state} />
      ))}
    </Rows>
  )
}
