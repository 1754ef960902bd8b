import './texts.ts'
import { Route, Switch } from 'wouter'
import { NeedScreen } from './need-screen.tsx'
import { TakenScreen } from './taken-screen.tsx'

/** What somebody needs, and what they receive. */
export function NeedRoutes() {
  return (
    <Switch>
      <Route path="/kebutuhan/:id">{({ id }) => <NeedScreen id={id} />}</Route>
      <Route path="/penerimaan/:id">{({ id }) => <TakenScreen id={id} />}</Route>
    </Switch>
  )
}
