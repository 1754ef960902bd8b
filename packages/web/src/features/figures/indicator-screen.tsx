import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { Board } from './board.tsx'
import { filterOf } from './figures-address.ts'
import { IndicatorBoard } from './indicator-board.tsx'
import './texts.ts'

/** Every indicator of a district or a place in it that is counted. */
export function Screen() {
  const query = filterOf(useSearch())
  const asked = useAsk(indicatorRoutes.indicators, { query }, { keepPrevious: true, refetchInterval: 5 * 60_000 })
  return <Board asked={asked}>{asked.data && <IndicatorBoard figures={asked.data} />}</Board>
}
