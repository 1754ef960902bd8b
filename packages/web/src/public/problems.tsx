import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import type { FieldProblem } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { idOf } from './fields.tsx'

/** Everything that is wrong with a form, above it, each leading to its field. */
export function Problems({ problems, t }: { problems: readonly FieldProblem[]; t: Say }) {
  if (problems.length === 0) return null
  return (
    <ErrorSummary className="problems" heading={t('public.report.problems')} data-focus="">
      {problems.map(({ field, text }) => (
        <ErrorSummary.Item key={field} href={`#${idOf(field)}`}>
          {t(text)}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  )
}

/** The title of a page that comes back: a reader who hears only that knows that something is to be done. */
export const titleOf = (title: string, problems: readonly unknown[], t: Say): string =>
  problems.length > 0 ? `${t('public.report.problems.title')}: ${title}` : title
