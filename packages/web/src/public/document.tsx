import type { PublicShell } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { Mark } from '../ui/mark.tsx'

interface DocumentProps {
  readonly shell: PublicShell
  readonly t: Say
  readonly title: string
  readonly children: ReactNode
}

/** The whole document around every public page. Nothing in it needs a script. */
export function PublicDocument({ shell, t, title, children }: DocumentProps) {
  return (
    <html lang={shell.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0f5e5a" />
        <title>{`${title} – ${t('shell.name')}`}</title>
        <link rel="icon" href="/aset/favicon.svg" type="image/svg+xml" />
        {shell.assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {shell.assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body className="public">
        <a className="skip-link" href="#isi">
          {t('shell.skip')}
        </a>
        {shell.demo && <aside className="public__demo">{t('shell.demo')}</aside>}
        <Header shell={shell} t={t} />
        <main id="isi" className="public__main">
          {children}
        </main>
        <Footer t={t} />
      </body>
    </html>
  )
}

function Header({ shell, t }: { shell: PublicShell; t: Say }) {
  return (
    <header className="public__header">
      <div className="public__row">
        <a className="public__brand" href={publicPaths.home}>
          <Mark size={36} />
          <span>
            <strong>{t('shell.name')}</strong>
            <span>{t('shell.tagline')}</span>
          </span>
        </a>
        <LanguageSwitch shell={shell} t={t} />
      </div>
    </header>
  )
}

function LanguageSwitch({ shell, t }: { shell: PublicShell; t: Say }) {
  const { lang, otherLang } = shell
  const other = lang === 'id' ? 'en' : 'id'
  if (otherLang.kind === 'link')
    return (
      <a className="public__language" href={otherLang.href} lang={other}>
        {t('shell.language.other')}
      </a>
    )
  const { form, press } = otherLang
  return (
    <>
      <button
        className="only-for-readers"
        type="submit"
        form={form}
        name="go"
        value={press}
        tabIndex={-1}
        aria-hidden="true"
      />
      <button className="public__language" type="submit" form={form} name="bahasa" value={other} lang={other}>
        {t('shell.language.other')}
      </button>
    </>
  )
}

function Footer({ t }: { t: Say }) {
  return (
    <footer className="public__footer">
      <div className="public__row">
        <p>{t('public.footer.about')}</p>
        <a href={publicPaths.staff}>{t('public.footer.staff')}</a>
      </div>
    </footer>
  )
}
