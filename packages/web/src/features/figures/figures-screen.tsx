import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { levelOf, nationPlace } from '@openslrt/core/place/code.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Board } from './board.tsx'
import { DistrictBoard } from './district-board.tsx'
import { filterOf } from './figures-address.ts'
import { RegionBoard } from './region-board.tsx'
import './texts.ts'

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
