import type { PublicPage, PublicPages, RenderPublic } from '@openslrt/core/contract/public-pages.ts'
import { type Say, sayIn } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PublicDocument } from './document.tsx'
import { Home } from './pages/home.tsx'
import { Message } from './pages/message.tsx'
import { PublicProvider } from './provider.tsx'

/** One entry for each page: what its window is called, and its content. */
const pages: { readonly [Name in PublicPage]: (props: PublicPages[Name], t: Say) => Drawn } = {
  home: (props, t) => ({ title: t('public.home.title'), content: <Home {...props} t={t} /> }),
  message: (props, t) => ({ title: props.title, content: <Message {...props} t={t} /> }),
}

/** Makes the whole HTML document of a public page: the one function that the server takes from the web. */
export const render: RenderPublic = (page, props) => {
  const { shell } = props
  const t = sayIn(shell.lang)
  const { title, content } = pages[page](props, t)
  return documentOf(
    <PublicProvider lang={shell.lang}>
      <PublicDocument shell={shell} t={t} title={title}>
        {content}
      </PublicDocument>
    </PublicProvider>,
  )
}

interface Drawn {
  readonly title: string
  readonly content: ReactNode
}

const documentOf = (tree: ReactNode): string => `<!doctype html>${renderToStaticMarkup(tree)}`
