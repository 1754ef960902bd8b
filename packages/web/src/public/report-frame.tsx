import { Button } from '@navikt/ds-react/Button'
import { type ReportForm, type ReportStep, reportSteps } from '@openslrt/core/contract/public-forms.ts'
import { type FieldProblem, publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { Hidden } from './fields.tsx'
import { Problems } from './problems.tsx'
import { kindTitle } from './report-kind.ts'

/** The fields that each step shows; the others travel hidden, so that nothing is lost on the way back. */
const shownBy: Readonly<Record<ReportStep, readonly (keyof ReportForm)[]>> = {
  what: ['category', 'otherCategory', 'summary', 'story'],
  where: ['search', 'village', 'address'],
  who: ['anonymous', 'forWhom', 'name', 'person', 'relation', 'nik', 'phone', 'contactVia'],
}

interface FrameProps {
  readonly step: ReportStep
  readonly form: ReportForm
  readonly problems: readonly FieldProblem[]
  readonly t: Say
  /** A button that comes first, so that the Enter key presses it. */
  readonly children: ReactNode
  readonly above?: ReactNode
}

/** What the three steps of a report share: where one is, what is wrong, the form, and the way on and back. */
export function ReportFrame({ step, form, problems, t, above, children }: FrameProps) {
  const carried = Object.entries(form).filter(([name]) => !shownBy[step].some((shown) => shown === name))
  return (
    <>
      <p className="public__eyebrow">{t(kindTitle[form.kind])}</p>
      <h1 className="public__title">{t(`public.report.step.${step}`)}</h1>
      <Steps now={step} t={t} />
      {above}
      <Problems problems={problems} t={t} />
      <form id="lapor" className="form" method="post" action={publicPaths.report} noValidate>
        <Hidden values={{ ...Object.fromEntries(carried), step }} />
        {children}
        <div className="form__buttons">
          <Button type="submit" name="go" value="next">
            {t(step === 'who' ? 'public.report.send' : 'public.report.next')}
          </Button>
          {step !== 'what' && (
            <Button type="submit" name="go" value="back" variant="secondary">
              {t('public.report.back')}
            </Button>
          )}
        </div>
      </form>
    </>
  )
}

function Steps({ now, t }: { now: ReportStep; t: Say }) {
  const at = reportSteps.indexOf(now)
  return (
    <div className="steps">
      <p className="steps__text">{t('public.report.step', { at: at + 1, of: reportSteps.length })}</p>
      <div className="steps__bar" aria-hidden="true">
        {reportSteps.map((step, index) => (
          <span key={step} data-done={index <= at || undefined} />
        ))}
      </div>
    </div>
  )
}
