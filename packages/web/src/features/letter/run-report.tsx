import { Button } from '@navikt/ds-react/Button'
import { letterRunRoutes, type RunLine } from '@openslrt/core/contract/letter-runs.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { fetchPart } from './print.ts'
import { PdfButton } from './print-button.tsx'
import { partOf, useRuns } from './use-letter-runs.ts'

/** How far one's work on many letters has come, what came of it and why not, and the files that many became. */
export function RunReport() {
  const runs = useRuns()
  return runs.map((run) => <OneRun key={run.id} run={run} />)
}

function OneRun({ run }: { run: RunLine }) {
  const t = useText()
  const when = useWhen()
  const queries = useQueryClient()
  const { id, kind, total, done, refused, ended, cancelled } = run
  const [wasGoing] = useState(!ended)
  // The letters below stand elsewhere now.
  useEffect(() => {
    if (ended && wasGoing) void queries.invalidateQueries()
  }, [ended, wasGoing, queries])
  const stop = async (): Promise<void> => {
    await ask(ended ? letterRunRoutes.close : letterRunRoutes.cancel, { body: { id } })
    await queries.invalidateQueries()
  }
  const progress = t('letter.run.progress', { done: done + refused, total })
  return (
    <section className="letter-run not-on-paper" aria-label={t('letter.many')}>
      <h2>{t(`letter.run.title.${kind}`, { count: total, when: when.moment(run.askedAt) })}</h2>
      {!ended && (
        <>
          <p>{progress}</p>
          <progress aria-label={progress} value={done + refused} max={total} />
          <p className="letter__aside">{t('letter.run.goes-on')}</p>
        </>
      )}
      {ended && (
        <output>
          {done > 0 && <strong>{t(`letter.run.done.${kind}`, { count: done })}</strong>}
          {cancelled && <p>{t('letter.run.cancelled', { count: total - done - refused })}</p>}
          {refused > 0 && <p>{t('letter.run.refused', { count: refused })}</p>}
        </output>
      )}
      {refused > 0 && <Refused id={id} key={refused} />}
      <div className="letter__acts">
        <Parts run={run} />
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => void stop()}>
          {t(ended ? 'letter.run.close' : 'letter.run.cancel')}
        </Button>
      </div>
    </section>
  )
}

/** What was not done, and why: a page at a time. */
function Refused({ id }: { id: string }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const { data } = useAsk(letterRunRoutes.lines, { query: { id, state: 'refused', page } }, { keepPrevious: true })
  if (!data) return null
  return (
    <>
      <ul>
        {data.items.map(({ letter, district, caseId, caseNumber, message }) => (
          <li key={`${caseId} ${letter}`}>
            <Link className="numbers" href={`/kasus/${district}/${caseId}`}>
              {caseNumber}
            </Link>
            {': '}
            {message}
          </li>
        ))}
      </ul>
      {data.page * data.size < data.total && (
        <Button size="small" variant="tertiary" onClick={() => setPage(page + 1)}>
          {t('letter.run.more')}
        </Button>
      )}
    </>
  )
}

/** The files of a run: one button for each, so that a broken line costs one part and not all. */
function Parts({ run }: { run: RunLine }) {
  const t = useText()
  const parts = Array.from({ length: run.parts }, (_, at) => at + 1)
  return parts.map((part) => {
    const { from, to } = partOf(run, part)
    const label = run.parts === 1 ? t('letter.run.save') : t('letter.run.part', { from, to })
    return (
      <PdfButton
        key={part}
        loud={part === 1}
        label={label}
        name={run.parts === 1 ? 'surat.pdf' : `surat-${from}-${to}.pdf`}
        fetch={() => fetchPart(run.id, part)}
      />
    )
  })
}
