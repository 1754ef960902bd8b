import './texts.ts'
import { Route, Switch } from 'wouter'
import { AgainScreen } from './again-screen.tsx'
import { MinutesScreen } from './minutes-screen.tsx'

/** Minutes of village meetings. */
export function MinutesRoutes() {
  return (
    <Switch>
      <Route path="/musyawarah/lagi/:id">{({ id }) => <AgainScreen key={id} id={id} />}</Route>
      <Route path="/musyawarah/:place">{({ place }) => <MinutesScreen key={place} place={place} />}</Route>
    </Switch>
  )
}
