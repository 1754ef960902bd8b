import type { Lang } from '../i18n/translate.ts'

/**
 * What the server hands to the public face's renderer, page by page. The server and the web meet here only: the server
 * loads the built bundle and calls its `render`, which has the type `RenderPublic`.
 */
export interface PublicPages {
  readonly home: HomeProps
  readonly message: MessageProps
}

export type PublicPage = keyof PublicPages

/** Makes a whole HTML document of one page. */
export type RenderPublic = <Page extends PublicPage>(page: Page, props: PublicPages[Page]) => string

/** What every page needs besides its own content. */
export interface PublicShell {
  readonly lang: Lang
  /** Where the same page is offered in the other language. */
  readonly otherLangHref: string
  readonly assets: PublicAssets
  /** Marked on every page: the data shown is made up. */
  readonly demo: boolean
}

/** The built files of the public face by their hashed addresses, as the build names them in `dist/public-assets.json`. */
export interface PublicAssets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}

export interface HomeProps {
  readonly shell: PublicShell
  /** Doors beside reporting and tracking that are open here; one without content is not shown. */
  readonly also: readonly ('offices' | 'programmes')[]
}

/** One thing said, and the way on: a refusal, a page that is not there, thanks. */
export interface MessageProps {
  readonly shell: PublicShell
  readonly kind: 'done' | 'note' | 'problem'
  readonly title: string
  readonly text: string
  readonly next?: { readonly href: string; readonly label: string }
  /** The number of the request, to be named when help is asked for. */
  readonly reference?: string
}

/** Addresses of the public face: both the server's routes and the links are made from these. */
export const publicPaths = {
  home: '/',
  report: '/lapor',
  track: '/lacak',
  offices: '/puskesos',
  programmes: '/program',
  staff: '/meja/',
} as const

/** The kinds of report that the home page offers, as `/lapor?jenis=...` names them. */
export const reportKinds = ['pengaduan', 'layanan', 'pertanyaan'] as const
export type ReportKind = (typeof reportKinds)[number]
