import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import { useState } from 'react'
import { askOnce } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { keepWanted } from '../../platform/session/continue-at.ts'

/** The way in by the identity provider, where the installation names one. */
export function ProviderButton() {
  const t = useText()
  const { data } = useAsk(accountRoutes.door, {}, { staleTime: Number.POSITIVE_INFINITY })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!data?.provider) return null
  const go = async (): Promise<void> => {
    setBusy(true)
    const answer = await askOnce(providerRoutes.begin)
    if (answer.ok) {
      keepWanted(window.location.search)
      // The button stays busy while the browser leaves.
      return window.location.assign(answer.value.address)
    }
    setBusy(false)
    setProblem(answer.error)
  }
  return (
    <>
      {problem && (
        <InlineMessage status="error" role="alert">
          {problem.message}
        </InlineMessage>
      )}
      <Button variant="secondary" loading={busy} onClick={() => void go()}>
        {t('provider.go', { name: data.provider })}
      </Button>
    </>
  )
}
