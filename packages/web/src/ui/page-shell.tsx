import type { ComponentProps, ComponentType, ReactNode } from 'react'
import { Link } from 'wouter'
import { Mark } from './mark.tsx'
import './page-shell.css'

/** The element that the skip link and every change of page lead to. */
export const mainId = 'isi'

export interface MenuItem {
  readonly href: string
  readonly label: string
  /** What a phone's bar has room for. */
  readonly short?: string | undefined
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>
  readonly current: boolean
  /** How many wait there; nothing is shown for none. */
  readonly count?: number | undefined
}

interface PageShellProps {
  readonly name: string
  readonly home: string
  readonly skipText: string
  readonly menuLabel: string
  readonly moreLabel: string
  readonly menu: readonly MenuItem[]
  readonly office?: ReactNode
  readonly search?: ReactNode
  readonly user?: ReactNode
  /** Stands above everything on every screen: demonstration data, a lost connection. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** The frame of the desk: bar on top, menu at the side (at the bottom of a phone), the page in the middle. */
export function PageShell(props: PageShellProps) {
  return (
    <div className="shell">
      <a className="skip-link" href={`#${mainId}`}>
        {props.skipText}
      </a>
      {props.banner}
      <header className="shell__bar">
        <Link className="shell__brand" href={props.home}>
          <Mark size={26} />
          <span>{props.name}</span>
        </Link>
        <div className="shell__office">{props.office}</div>
        <div className="shell__search">{props.search}</div>
        <div className="shell__user">{props.user}</div>
      </header>
      <Menu label={props.menuLabel} moreLabel={props.moreLabel} items={props.menu} />
      <main id={mainId} className="shell__main" tabIndex={-1}>
        <div className="shell__page">{props.children}</div>
      </main>
    </div>
  )
}

/** A button on the coloured bar, for the triggers of menus. */
export function BarButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`shell__button ${className}`} {...rest} />
}

/** A line across the top that says what holds for every screen. */
export function ShellBanner({ children }: { children: ReactNode }) {
  return <aside className="shell__banner">{children}</aside>
}

/** The head of a page: where it leads back to, what it is, and the one act that comes next. */
export function PageHead(props: { title: ReactNode; back?: ReactNode; tags?: ReactNode; action?: ReactNode }) {
  return (
    <div className="page-head">
      {props.back && <div className="page-head__back">{props.back}</div>}
      <h1 className="page-head__title">{props.title}</h1>
      {props.tags && <div className="page-head__tags">{props.tags}</div>}
      {props.action && <div className="page-head__action">{props.action}</div>}
    </div>
  )
}

/** A phone's bottom bar holds five at most: with more, four and a door to the others. */
const roomOnPhone = 5

function Menu({ label, moreLabel, items }: { label: string; moreLabel: string; items: readonly MenuItem[] }) {
  if (items.length === 0) return null
  const shown = items.length > roomOnPhone ? roomOnPhone - 1 : items.length
  const rest = items.slice(shown)
  return (
    <nav className="shell__menu" aria-label={label}>
      <ul>
        {items.map((item, at) => (
          <li key={item.href} className={at < shown ? '' : 'shell__menu-rest'}>
            <MenuLink item={item} />
          </li>
        ))}
        {rest.length > 0 && (
          <li className="shell__menu-more">
            {/* Opening another page makes a new element, and so closes it. */}
            <details key={items.find((item) => item.current)?.href}>
              <summary>
                <MoreIcon />
                {moreLabel}
              </summary>
              <ul>
                {rest.map((item) => (
                  <li key={item.href}>
                    <MenuLink item={item} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

function MenuLink({ item }: { item: MenuItem }) {
  const Icon = item.icon
  return (
    <Link className="shell__menu-link" href={item.href} aria-current={item.current ? 'page' : undefined}>
      <Icon aria-hidden />
      <span className="shell__menu-label">{item.label}</span>
      {item.short && <span className="shell__menu-short">{item.short}</span>}
      {item.count ? <span className="shell__menu-count">{item.count}</span> : null}
    </Link>
  )
}

function MoreIcon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true">
      <path d="M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />
    </svg>
  )
}
