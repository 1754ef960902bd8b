import { leagueRoutes } from '@openslrt/core/contract/league.ts'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { Board } from './board.tsx'
import { filterOf } from './figures-address.ts'
import { LeagueBoard } from './league-board.tsx'
import { leagueOf } from './league-rows.ts'
import './texts.ts'

/** How the offices that others turn to answer them. */
export function Screen() {
  const search = useSearch()
  const query = { ...filterOf(search), category: leagueOf(search).category }
  const asked = useAsk(leagueRoutes.referrals, { query }, { keepPrevious: true, refetchInterval: 5 * 60_000 })
  return <Board asked={asked}>{asked.data && <LeagueBoard league={asked.data} />}</Board>
}
