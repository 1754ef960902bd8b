import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { sayNumber } from '../say-number.ts'

interface Left {
  /** What was typed and not sent: it stays on the phone, sealed. */
  readonly left: number
}

interface EmptiedProps extends Left {
  readonly onSignIn: () => void
}

/** SYNC-59 The drawer was emptied after the tenth wrong PIN: what is gone, what is not, and how to come back. */
export function Emptied({ left, onSignIn }: EmptiedProps) {
  const t = useText()
  return (
    <>
      <div role="alert">
        <p>{t('life.emptied')}</p>
        <Lying left={left} />
      </div>
      <Button type="button" onClick={onSignIn}>
        {t('life.emptied.in')}
      </Button>
    </>
  )
}

/** SYNC-58 The secretariat had this phone emptied. */
export function Wiped({ left }: Left) {
  const t = useText()
  return (
    <main className="field__main">
      <EmptyState level={1} title={t('life.wiped.title')} text={t('life.wiped.text')} />
      <Lying left={left} />
    </main>
  )
}

function Lying({ left }: Left) {
  const t = useText()
  return left > 0 && <p>{t('life.left', { count: sayNumber(left) })}</p>
}
