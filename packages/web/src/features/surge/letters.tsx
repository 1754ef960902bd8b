import { Button } from '@navikt/ds-react/Button'
import { mostInRun } from '@openslrt/core/contract/letter-runs.ts'
import { type affectedShows, type SurgePage, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { partsOf } from './letter-parts.ts'

interface LettersProps {
  readonly surge: SurgePage
  readonly show: (typeof affectedShows)[number]
  readonly total: number
}

/** SURGE-15 Everybody of this part of the list goes to the drafting of many letters, so many at a time as one batch holds. */
export function Letters({ surge, show, total }: LettersProps) {
  const t = useText()
  const { can } = useActing()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [none, setNone] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const draft = async (page: number): Promise<void> => {
    setBusy(true)
    const query = { district: surge.district, id: surge.id, show, page }
    const answer = await ask(surgeRoutes.cases, { query })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    const cases = answer.value.items.map((one) => ({ district: surge.district, ...one }))
    if (cases.length > 0) go('/konsep', { state: { cases } })
    else setNone(true)
  }
  if (!can('letter.draft') || total === 0) return null
  return (
    <div className="surge__acts">
      {partsOf(total, mostInRun).map(({ page, from, to }) => (
        <Button key={page} size="small" variant="tertiary" loading={busy} onClick={() => void draft(page)}>
          {total > mostInRun ? t('surge.letters.part', { from, to }) : t('surge.letters')}
        </Button>
      ))}
      {none && <output className="surge__aside">{t('surge.letters.none')}</output>}
      <ActProblem problem={problem} />
    </div>
  )
}
