import { Button } from '@navikt/ds-react/Button'
import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { levelOf, nationPlace } from '@openslrt/core/place/code.ts'
import { Link, useSearch } from 'wouter'
import { type Asked, useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { DistrictBoard } from './district-board.tsx'
import { figuresPath, filterOf } from './figures-address.ts'
import { RegionBoard } from './region-board.tsx'
import './texts.ts'
import './figures.css'

/** What was counted: cases for those who work in a district, counters for those above. */
export function Screen() {
  const place = useActing().post?.place ?? nationPlace
  const level = levelOf(place)
  return level === 'nation' || level === 'province' ? <Region /> : <District />
}

const fresh = { keepPrevious: true, refetchInterval: 5 * 60_000 } as const

function District() {
  const asked = useAsk(figureRoutes.district, { query: filterOf(useSearch()) }, fresh)
  return <Board asked={asked}>{asked.data && <DistrictBoard figures={asked.data} />}</Board>
}

function Region() {
  const asked = useAsk(figureRoutes.region, { query: filterOf(useSearch()) }, fresh)
  return <Board asked={asked}>{asked.data && <RegionBoard figures={asked.data} />}</Board>
}

/** The address names a place that this office does not look after, or that is none. */
const elsewhere: ReadonlySet<string> = new Set(['wrong-place', 'unknown-place'])

interface BoardProps {
  readonly asked: Pick<Asked<unknown>, 'problem' | 'refetch' | 'isPlaceholderData' | 'data'>
  readonly children: React.ReactNode
}

function Board({ asked, children }: BoardProps) {
  const t = useText()
  const { problem } = asked
  if (problem && elsewhere.has(problem.code))
    return (
      <EmptyState
        level={1}
        title={t('figures.elsewhere.title')}
        text={t('figures.elsewhere.text')}
        action={
          <Button as={Link} href={figuresPath}>
            {t('figures.elsewhere.action')}
          </Button>
        }
      />
    )
  if (problem && !asked.data)
    return (
      <ErrorState
        level={1}
        title={t('figures.failed')}
        text={problem.message}
        reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
        action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
      />
    )
  if (!asked.data) return <Loading label={t('figures.loading')} rows={8} />
  return (
    <div className="board" aria-busy={asked.isPlaceholderData}>
      {children}
    </div>
  )
}
