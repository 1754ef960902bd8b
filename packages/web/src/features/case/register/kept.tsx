import { Button } from '@navikt/ds-react/Button'
import { useText } from '../../../platform/i18n/use-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'

/** Written down without signal: what that means for the citizen who waits for a number. */
export function Kept({ onAgain }: { onAgain: () => void }) {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('case.kept.title')}
      text={t('case.kept.text')}
      action={<Button onClick={onAgain}>{t('case.receipt.again')}</Button>}
    />
  )
}
