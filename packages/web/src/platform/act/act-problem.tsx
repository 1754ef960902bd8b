import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { useEffect, useRef } from 'react'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import './act-problem.css'

/** Why an act was not taken: the sentence of the law, and what happens to what was typed. */
export function ActProblem({ problem }: { problem: Problem | null }) {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  // In a long form on a phone it would else stand out of sight, below what was pressed.
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  if (!problem) return null
  const stale = problem.code === 'stale'
  return (
    <LocalAlert ref={place} status={stale ? 'warning' : 'error'} size="small" role="alert">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t(stale ? 'act.stale.title' : 'act.refused.title')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {stale ? t('act.stale.text') : problem.message}
        {problem.requestId && (
          <span className="act-problem__request">{t('failed.request', { id: problem.requestId })}</span>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  )
}
