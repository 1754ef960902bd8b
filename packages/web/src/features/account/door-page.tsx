import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { ReactNode } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Mark } from '../../ui/mark.tsx'
import { mainId, ShellBanner } from '../../ui/page-shell.tsx'
import './door-page.css'

interface DoorPageProps {
  readonly title: string
  readonly children: ReactNode
  /** Ways on for whoever is at the wrong door. */
  readonly aside?: ReactNode
  readonly language: ReactNode
}

/** The page in front of the desk: what this is, one thing to do, and where else to go. */
export function DoorPage({ title, children, aside, language }: DoorPageProps) {
  const t = useText()
  const { data } = useAsk(accountRoutes.door, {}, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <>
      {data?.demo && <ShellBanner>{t('shell.demo')}</ShellBanner>}
      <main id={mainId} className="door" tabIndex={-1}>
        <div className="door__head">
          <span className="door__brand">
            <Mark size={40} />
            <span className="door__names">
              <strong>{t('shell.name')}</strong>
              <span>{t('shell.tagline')}</span>
            </span>
          </span>
          {language}
        </div>
        <section className="door__card">
          <h1>{title}</h1>
          {children}
        </section>
        {aside && <div className="door__aside">{aside}</div>}
      </main>
    </>
  )
}
