import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { Loading } from '../ui/loading.tsx'
import { toTopOfPage } from '../ui/top-of-page.ts'
import { Boundary } from './boundary.tsx'
import type { DeskRoute, ScreenProps } from './desk-route.ts'

/** A route with its screen, which is loaded when it is first shown. */
export interface LazyRoute extends DeskRoute {
  readonly Screen: ComponentType<ScreenProps>
}

/** `lazy` must be made once for each route: made while drawing, it would load anew every time. */
export const lazyRoute = (route: DeskRoute): LazyRoute => ({
  ...route,
  Screen: lazy(async () => ({ default: (await route.load()).Screen })),
})

/** Shows a route's screen: loads its code, names the window, and leads the keyboard to the new page. */
export function RouteScreen({ route, params }: ScreenProps & { route: LazyRoute }) {
  const t = useText()
  const [location] = useLocation()
  useEffect(() => {
    document.title = `${t(route.title)} – ${t('shell.name')}`
  }, [t, route])
  useNewPage(location)
  return (
    <Boundary key={location}>
      <Suspense fallback={<Loading label={t('shell.loading')} rows={6} />}>
        <route.Screen params={params} />
      </Suspense>
    </Boundary>
  )
}

/** A page opened from another starts at its top, and readers hear it begin; the first page is left as it came. */
function useNewPage(location: string): void {
  const shown = useRef(location)
  useEffect(() => {
    if (shown.current === location) return
    shown.current = location
    toTopOfPage()
  }, [location])
}
