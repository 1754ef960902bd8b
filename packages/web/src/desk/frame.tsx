import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useText } from '../platform/i18n/use-text.ts'
import { type MenuItem, PageShell, ShellBanner } from '../ui/page-shell.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { DeskRoute } from './desk-route.ts'
import { currentOf, menuOf } from './menu.ts'

interface DeskFrameProps {
  readonly routes: readonly DeskRoute[]
  readonly office?: ReactNode
  readonly user?: ReactNode
  /** How many wait behind a menu entry, by its path. */
  readonly counts?: Readonly<Record<string, number>>
  readonly demo?: boolean
  /** The list that the search of the bar opens. */
  readonly searchPath?: string
  readonly children: ReactNode
}

/** The desk's frame in the reader's language, with a menu made from the table of routes. */
export function DeskFrame({ routes, office, user, counts = {}, demo = false, searchPath, children }: DeskFrameProps) {
  const t = useText()
  const [location] = useLocation()
  const current = currentOf(routes, location)
  return (
    <PageShell
      name={t('shell.name')}
      home="/"
      skipText={t('shell.skip')}
      menuLabel={t('shell.menu')}
      moreLabel={t('shell.more')}
      menu={menuOf(routes).flatMap((route) => menuItem(route, current, counts, t))}
      office={office}
      search={searchPath && <FrameSearch path={searchPath} />}
      user={user}
      banner={demo && <ShellBanner>{t('shell.demo')}</ShellBanner>}
    >
      {children}
    </PageShell>
  )
}

function menuItem(
  { path, title, menu }: DeskRoute,
  current: string | undefined,
  counts: Readonly<Record<string, number>>,
  t: Say,
): MenuItem[] {
  if (!menu) return []
  const short = menu.short && t(menu.short)
  return [{ href: path, label: t(title), short, icon: menu.icon, current: path === current, count: counts[path] }]
}

/** The words may be a name or a NIK: they go along with the page, never in its address, which servers and logs see. */
function FrameSearch({ path }: { path: string }) {
  const t = useText()
  const [location, go] = useLocation()
  const state: unknown = useHistoryState()
  const words = location === path ? wordsIn(state) : ''
  return (
    <SearchBox
      label={t('shell.search.label')}
      hint={t('shell.search.hint')}
      value={words}
      onSearch={(wanted) => go(path, { state: { cari: wanted } })}
    />
  )
}

function wordsIn(state: unknown): string {
  const words: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'cari') : null
  return typeof words === 'string' ? words : ''
}
