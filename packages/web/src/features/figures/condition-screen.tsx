import { conditionRoutes } from '@openslrt/core/contract/conditions.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { Board } from './board.tsx'
import { askedIn } from './condition-address.ts'
import { ConditionBoard } from './condition-board.tsx'
import './texts.ts'

/** CONDITION-1 How people of a place live, as the registry has them. */
export function Screen() {
  const asked = useAsk(conditionRoutes.read, { query: askedIn(useSearch()) }, { keepPrevious: true })
  return <Board asked={asked}>{asked.data && <ConditionBoard conditions={asked.data} />}</Board>
}
