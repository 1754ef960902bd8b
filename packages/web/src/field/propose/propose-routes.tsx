import './texts.ts'
import { Route, Switch } from 'wouter'
import { ProposalScreen } from './proposal-screen.tsx'
import { ProposalsScreen } from './proposals-screen.tsx'
import { ProposeScreen } from './propose-screen.tsx'

/** What the national registry is to know. */
export function ProposeRoutes() {
  return (
    <Switch>
      <Route path="/usulan">
        <ProposalsScreen />
      </Route>
      <Route path="/usulan/baru/:id">{({ id }) => <ProposeScreen id={id} />}</Route>
      <Route path="/usulan/:id">{({ id }) => <ProposalScreen id={id} />}</Route>
    </Switch>
  )
}
