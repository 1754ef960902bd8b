import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { ProgressBar } from '@navikt/ds-react/ProgressBar'
import { type LoadCard, loadRoutes } from '@openslrt/core/contract/load.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { loadId } from '@openslrt/core/kernel/id.ts'
import { loadActs } from '@openslrt/core/load/moves.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { HandOverPanel } from './hand-over.tsx'
import { loadsPath, newLoad } from './load-address.ts'
import { countsToTell, isWorking, shareIn } from './load-view.ts'
import { NewLoad } from './new-load.tsx'
import { SaveWrong } from './save-wrong.tsx'
import { LoadTag } from './status-tag.tsx'
import './load.css'

/** One load: what a trial says would come of it, how far it is, what came of it, and how it was handed over. */
export function Screen({ params }: { params: Readonly<Record<string, string | undefined>> }) {
  if (params['id'] === newLoad) return <NewLoad />
  const id = loadId.safeParse(params['id'])
  return id.success ? <Read id={id.data} /> : <None />
}

function Read({ id }: { id: string }) {
  const t = useText()
  const [working, setWorking] = useState(true)
  const asked = useAsk(loadRoutes.one, { query: { id } }, working ? { refetchInterval: 2_000 } : {})
  const { data: load } = asked
  if (load && isWorking(load) !== working) setWorking(isWorking(load))
  if (!load) return <Unread asked={asked} none={<None />} rows={8} />
  return (
    <>
      <PageHead
        back={<Link href={loadsPath}>{t('load.back')}</Link>}
        title={`${load.source} · ${dayText(load.snapshot)}`}
        tags={<LoadTag status={load.status} />}
      />
      <div className="load">
        <Standing load={load} />
        <Counts load={load} />
        {countsToTell(load).wrong > 0 && <Wrong load={load} />}
        <HandOverPanel load={load} />
      </div>
    </>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      title={t('load.none.title')}
      text={t('load.none.text')}
      action={<Link href={loadsPath}>{t('load.back')}</Link>}
    />
  )
}

/** What happens now, and what the person may do next. */
function Standing({ load }: { load: LoadCard }) {
  const t = useText()
  const act = useAct()
  const share = shareIn(load)
  const target = { district: load.district, subject: load.id, base: null }
  const may = loadActs(load.status)
  return (
    <Panel>
      <p>{t(`load.now.${load.status}`)}</p>
      {load.fault && (
        <LocalAlert status="warning" size="small">
          <LocalAlert.Header>
            <LocalAlert.Title as="h2">{t('load.fault')}</LocalAlert.Title>
          </LocalAlert.Header>
        </LocalAlert>
      )}
      {share !== null && <ProgressBar value={share} valueMax={100} aria-label={t('load.progress')} />}
      <div className="load__acts not-on-paper">
        {may.includes('start') && (
          <Button loading={act.busy} onClick={() => void act.send('load.start', { ...target, data: {} })}>
            {t(load.counts.rows > 0 ? 'load.go-on' : 'load.start')}
          </Button>
        )}
        {may.includes('stop') && (
          <Button
            variant="secondary"
            loading={act.busy}
            onClick={() => void act.send('load.stop', { ...target, data: {} })}
          >
            {t('load.stop')}
          </Button>
        )}
        {may.includes('cancel') && (
          <Button
            variant="tertiary"
            data-color="neutral"
            disabled={act.busy}
            onClick={() => void act.send('load.cancel', { ...target, data: {} })}
          >
            {t('load.cancel')}
          </Button>
        )}
      </div>
      <ActProblem problem={act.problem} />
    </Panel>
  )
}

const parts = [
  'newPeople',
  'changedPeople',
  'samePeople',
  'newFamilies',
  'changedFamilies',
  'sameFamilies',
  'kept',
  'wrong',
] as const

function Counts({ load }: { load: LoadCard }) {
  const [t, lang] = [useText(), useLanguage()]
  const counts = countsToTell(load)
  return (
    <Panel
      title={t(load.counts.rows > 0 ? 'load.counts.in' : 'load.counts.trial', { rows: sayNumber(counts.rows, lang) })}
    >
      <FieldRows short>
        {parts.map((part) => (
          <FieldRow
            key={part}
            label={t(`load.count.${part}`)}
            hint={part === 'kept' && counts.kept > 0 ? t('load.kept.hint') : undefined}
          >
            {sayNumber(counts[part], lang)}
          </FieldRow>
        ))}
      </FieldRows>
    </Panel>
  )
}

/** The first rows that can't be taken, and all of them as a file. */
function Wrong({ load }: { load: LoadCard }) {
  const t = useText()
  return (
    <Panel title={t('load.wrong.title')}>
      <ul className="load__wrong">
        {load.wrong.map(({ line, column, reason }) => (
          <li key={`${line} ${column}`}>
            <strong>{column === null ? t('load.wrong.at', { line }) : t('load.wrong.in', { line, column })}</strong>{' '}
            {reason}
          </li>
        ))}
      </ul>
      <SaveWrong load={load} />
    </Panel>
  )
}
