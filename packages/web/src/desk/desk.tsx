import { Button } from '@navikt/ds-react/Button'
import { Link, Redirect, Route, Switch } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { OutboxLight } from '../platform/outbox/outbox-light.tsx'
import { OutboxProvider } from '../platform/outbox/outbox-provider.tsx'
import { RequireSession } from '../platform/session/require-session.tsx'
import { type Acting, useActing, useMe } from '../platform/session/use-session.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Bell } from './bell.tsx'
import type { DeskRoute } from './desk-route.ts'
import { DeskFrame } from './frame.tsx'
import { landingOf } from './landing.ts'
import { NoPost, NoRight } from './no-right.tsx'
import { OfficeSwitch } from './office-switch.tsx'
import { routes } from './routes.tsx'
import { type LazyRoute, lazyRoute, RouteScreen } from './screen.tsx'
import { useCounts } from './use-counts.ts'
import { UserMenu } from './user-menu.tsx'

const screens = routes.map(lazyRoute)
const searchPath = '/cari'

/** The desk: bare screens stand alone; all others inside the frame, for whoever is signed in. */
export function Desk() {
  return (
    <Switch>
      {screens
        .filter((route) => route.bare)
        .map((route) => (
          <Route key={route.path} path={route.path}>
            {(params) => <RouteScreen route={route} params={params} />}
          </Route>
        ))}
      <Route>
        <RequireSession>
          <OutboxProvider>
            <Inside />
          </OutboxProvider>
        </RequireSession>
      </Route>
    </Switch>
  )
}

function Inside() {
  const { demo } = useMe()
  const acting = useActing()
  const open = routes.filter((route) => mayOpen(route, acting))
  const counts = useCounts(open)
  const search = open.some(({ path }) => path === searchPath)
  return (
    <DeskFrame
      routes={open}
      office={<OfficeSwitch />}
      user={
        <>
          <OutboxLight />
          <Bell />
          <UserMenu />
        </>
      }
      counts={counts}
      demo={demo}
      {...(search && { searchPath })}
    >
      {acting.post ? <Screens acting={acting} first={landingOf(acting.post.permissions, open)} /> : <NoPost />}
    </DeskFrame>
  )
}

/** Acting from another office begins every screen anew: what it shows and may do is that office's. */
function Screens({ acting, first }: { acting: Acting; first: string | undefined }) {
  return (
    <Switch key={acting.post?.office}>
      {screens.filter((route) => !route.bare).map((route) => guarded(route, acting))}
      {/* The desk's own address leads to the first thing that this person has to do. */}
      <Route path="/">{first ? <Redirect href={first} replace /> : <NoPost />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

const guarded = (route: LazyRoute, acting: Acting) => (
  <Route key={route.path} path={route.path}>
    {(params) =>
      mayOpen(route, acting) ? <RouteScreen route={route} params={params} /> : <NoRight needs={route.needs ?? []} />
    }
  </Route>
)

const mayOpen = ({ needs, bare }: DeskRoute, { can }: Acting): boolean => !bare && (needs?.some(can) ?? true)

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
