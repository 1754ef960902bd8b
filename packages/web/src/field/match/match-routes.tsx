import './texts.ts'
import { Route, Switch } from 'wouter'
import { MatchScreen } from './match-screen.tsx'

/** What fits a family, worked out on the phone. */
export function MatchRoutes() {
  return (
    <Switch>
      <Route path="/program/:id">{({ id }) => <MatchScreen id={id} />}</Route>
    </Switch>
  )
}
