import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { Mark } from '../ui/mark.tsx'
import { usePhone } from './phone-context.ts'
import { SyncLight } from './sync-light.tsx'

const tabs = [
  ['/', 'today'],
  ['/desa', 'villages'],
  ['/cari', 'search'],
  ['/kirim', 'sync'],
] as const

/** Who it is, the light, the screen, and the four ways at the thumb. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { keys, lock } = usePhone()
  return (
    <div className="field">
      <header className="field__bar">
        <span className="field__who">
          <Mark size={20} /> {keys.me.name}
        </span>
        <button type="button" className="field__lock" onClick={lock}>
          {t('field.lock')}
        </button>
      </header>
      {keys.me.demo && <p className="field__demo">{t('shell.demo')}</p>}
      <SyncLight />
      <main className="field__main">{children}</main>
      <nav className="field__tabs" aria-label={t('field.nav')}>
        {tabs.map(([path, name]) => (
          <Tab key={path} path={path} label={t(`field.nav.${name}`)} />
        ))}
      </nav>
    </div>
  )
}

function Tab({ path, label }: { readonly path: string; readonly label: string }) {
  const [here] = useRoute(path)
  return (
    <Link href={path} className="field__tab" aria-current={here ? 'page' : undefined}>
      {label}
    </Link>
  )
}
