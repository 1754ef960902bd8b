import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { NewerShape } from '../../platform/outbox/open-shape.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { fetchNewRelease } from './fetch-new-release.ts'

/** SYNC-50 What lies on this phone can't be opened: says why, that nothing is lost, and what to do next. */
export function NoStore({ why }: { readonly why: unknown }) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const kind = why instanceof NewerShape ? 'newer' : 'shut'
  const again = (): void => {
    setBusy(true)
    void fetchNewRelease().finally(() => window.location.reload())
  }
  return (
    <main className="field__main">
      <EmptyState
        level={1}
        title={t(`life.${kind}.title`)}
        text={t(`life.${kind}.text`)}
        action={
          <Button loading={busy} onClick={again}>
            {t('life.again')}
          </Button>
        }
      />
    </main>
  )
}
