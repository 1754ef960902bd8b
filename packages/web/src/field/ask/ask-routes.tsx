import { Route, Switch } from 'wouter'
import { AskScreen } from './ask-screen.tsx'
import { NewFamilyScreen, NewPersonScreen } from './new-screen.tsx'

/** The questionnaire, and those who were found nowhere. */
export function AskRoutes() {
  return (
    <Switch>
      <Route path="/tanya/keluarga/:id">{({ id }) => <AskScreen of="family" id={id} />}</Route>
      <Route path="/tanya/warga/:id">{({ id }) => <AskScreen of="person" id={id} />}</Route>
      <Route path="/tanya/baru">
        <NewFamilyScreen />
      </Route>
      <Route path="/tanya/baru/:family">{({ family }) => <NewPersonScreen family={family} />}</Route>
    </Switch>
  )
}
