import { Link } from 'wouter'
import './filter-tabs.css'

export interface FilterTab {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly current: boolean
  /** A great number comes as it is written in the reader's language. */
  readonly count?: number | string | undefined
}

/** Ready-made views of a list. They are links: the chosen one lives in the address. */
export function FilterTabs({ label, tabs }: { label: string; tabs: readonly FilterTab[] }) {
  return (
    <nav className="filter-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="numbers"> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
