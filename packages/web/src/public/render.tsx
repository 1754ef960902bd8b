import { blankVerdict } from '@openslrt/core/blank/moves.ts'
import type { PublicPage, PublicPages, RenderPublic } from '@openslrt/core/contract/public-pages.ts'
import { sayStanding } from '@openslrt/core/i18n/say-standing.ts'
import { type Say, sayIn } from '@openslrt/core/i18n/translate.ts'
import { letterVerdict } from '@openslrt/core/letter/moves.ts'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PublicDocument } from './document.tsx'
import { Blank } from './pages/blank.tsx'
import { Home } from './pages/home.tsx'
import { LetterCheck } from './pages/letter.tsx'
import { Message } from './pages/message.tsx'
import { Offices } from './pages/offices.tsx'
import { Programmes } from './pages/programmes.tsx'
import { Receipt } from './pages/receipt.tsx'
import { Reply } from './pages/reply.tsx'
import { ReplyStanding } from './pages/reply-standing.tsx'
import { ReportKindPage } from './pages/report-kind.tsx'
import { ReportWhat } from './pages/report-what.tsx'
import { ReportWhere } from './pages/report-where.tsx'
import { ReportWho } from './pages/report-who.tsx'
import { Standing } from './pages/standing.tsx'
import { Surge } from './pages/surge.tsx'
import { Surges } from './pages/surges.tsx'
import { Track } from './pages/track.tsx'
import { titleOf } from './problems.tsx'
import { PublicProvider } from './provider.tsx'

/** One entry for each page: what its window is called, and its content. */
const pages: { readonly [Name in PublicPage]: (props: PublicPages[Name], t: Say) => Drawn } = {
  home: (props, t) => ({ title: t('public.home.title'), content: <Home {...props} t={t} /> }),
  message: (props, t) => ({ title: props.title, content: <Message {...props} t={t} /> }),
  reportKind: (_props, t) => ({ title: t('public.report.kind.title'), content: <ReportKindPage t={t} /> }),
  reportWhat: (props, t) => ({
    title: titleOf(t('public.report.step.what'), props.problems, t),
    content: <ReportWhat {...props} t={t} />,
  }),
  reportWhere: (props, t) => ({
    title: titleOf(t('public.report.step.where'), props.problems, t),
    content: <ReportWhere {...props} t={t} />,
  }),
  reportWho: (props, t) => ({
    title: titleOf(t('public.report.step.who'), props.problems, t),
    content: <ReportWho {...props} t={t} />,
  }),
  receipt: (props, t) => ({ title: t('public.receipt.title'), content: <Receipt {...props} t={t} /> }),
  track: (props, t) => ({
    title: titleOf(t('public.track.title'), props.problems, t),
    content: <Track {...props} t={t} />,
  }),
  standing: (props, t) => ({
    title: sayStanding(props.shell.lang, props.kase, props.zone, props.now)[0] ?? t('public.case.about'),
    content: <Standing {...props} t={t} />,
  }),
  blank: (props, t) => ({
    title: t(`public.form.${blankVerdict[props.form.status]}`, { office: props.form.officeName }),
    content: <Blank {...props} t={t} />,
  }),
  letter: (props, t) => ({
    title: t(props.letter ? `public.letter.${letterVerdict(props.letter.status)}` : 'public.letter.none'),
    content: <LetterCheck {...props} t={t} />,
  }),
  reply: (props, t) => ({
    title: titleOf(t('reply.title'), props.problems, t),
    content: <Reply {...props} t={t} />,
  }),
  replyStanding: (props, t) => ({
    title: t('reply.first', { from: props.referral.fromOfficeName, to: props.referral.toOfficeName }),
    content: <ReplyStanding {...props} t={t} />,
  }),
  programmes: (props, t) => ({ title: t('public.programmes.title'), content: <Programmes {...props} t={t} /> }),
  offices: (props, t) => ({ title: t('public.offices.title'), content: <Offices {...props} t={t} /> }),
  surges: (props, t) => ({ title: t('public.surges.title'), content: <Surges {...props} t={t} /> }),
  surge: (props, t) => ({
    title: props.surge?.name ?? t('public.surge.none'),
    content: <Surge {...props} t={t} />,
  }),
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
