import { Button } from '@navikt/ds-react/Button'
import { Link, Route, Switch } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { DeskFrame } from './frame.tsx'
import { routes } from './routes.tsx'
import { type LazyRoute, lazyRoute, RouteScreen } from './screen.tsx'

const screens = routes.map(lazyRoute)

/** The desk: bare screens stand alone, all others inside the frame. */
export function Desk() {
  return (
    <Switch>
      {screens.filter((route) => route.bare).map(screenRoute)}
      <Route>
        <DeskFrame routes={routes}>
          <Switch>
            {screens.filter((route) => !route.bare).map(screenRoute)}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </DeskFrame>
      </Route>
    </Switch>
  )
}

const screenRoute = (route: LazyRoute) => (
  <Route key={route.path} path={route.path}>
    {(params) => <RouteScreen route={route} params={params} />}
  </Route>
)

function NotFound() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('shell.not-found.title')}
      text={t('shell.not-found.text')}
      action={
        <Button as={Link} href="/" variant="secondary">
          {t('shell.not-found.action')}
        </Button>
      }
    />
  )
}
