import { Button } from '@navikt/ds-react/Button'
import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { shortestReason, unexplainedJudgements } from '@openslrt/core/independence/complete.ts'
import type { Dimension, Indicator } from '@openslrt/core/independence/instrument.ts'
import type { FormEvent } from 'react'
import { Link, Redirect, useLocation, useSearch } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { judgePath, nextPart, partIn, resultPath, withPart } from './independence-address.ts'
import { Parts, Progress } from './parts-nav.tsx'
import { levelKey, longest, saidIn, type Typed, textKey, tooLongIn, unknown } from './said-values.ts'
import { FigureLine, useLevelText } from './said-words.tsx'
import { OfAssessment, type ScreenProps } from './use-assessment.tsx'
import { usePartForm } from './use-part-form.ts'

/** INDEP-12 What the district said beside the system's figure, and the province's own word on it. */
export function Screen({ params }: ScreenProps) {
  return <OfAssessment params={params}>{(page) => <Judge page={page} />}</OfAssessment>
}

function Judge({ page }: { readonly page: AssessmentPage }) {
  const t = useText()
  const part = partIn(useSearch())
  const { district, id, year, placeName } = page
  if (!page.acts.includes('judge')) return <Redirect href={resultPath(district, id)} replace />
  return (
    <>
      <PageHead
        title={t('independence.of', { year, place: placeName })}
        back={<Link href={resultPath(district, id)}>{t('independence.result')}</Link>}
      />
      <Progress page={page} said={page.judged} judged />
      <Parts page={page} said={page.judged} path={judgePath(district, id)} current={part} />
      <PartForm key={part} page={page} part={part} />
    </>
  )
}

function PartForm({ page, part }: { readonly page: AssessmentPage; readonly part: Dimension }) {
  const t = useText()
  const [, go] = useLocation()
  const { district, id, answers } = page
  const own = page.instrument.indicators.filter(({ dimension }) => dimension === part)
  const codes = own.map(({ code }) => code)
  const next = nextPart(part)
  const { act, form, send } = usePartForm({
    kind: 'independence.judge',
    key: `independence-judge ${id} ${part}`,
    district,
    subject: id,
    codes,
    before: page.judged,
    check: (typed) => faultsOf(typed, codes, answers, t),
    onDone: () => {
      go(next ? withPart(judgePath(district, id), next) : resultPath(district, id))
      window.scrollTo({ top: 0 })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!act.busy) send()
  }
  return (
    <form className="independence__form" noValidate onSubmit={submit}>
      <RestoredNote {...form} />
      <h2>{t(`independence.dimension.${part}`)}</h2>
      {own.map((one) => (
        <Question key={one.code} one={one} page={page} form={form} />
      ))}
      <ActProblem problem={act.problem} />
      <div className="independence__acts">
        <Button loading={act.busy}>{t(next ? 'independence.save.next' : 'independence.save')}</Button>
      </div>
    </form>
  )
}

/** Words that are too long, and levels that differ without a reason. */
function faultsOf(
  typed: Typed,
  codes: readonly string[],
  answers: AssessmentPage['answers'],
  t: ReturnType<typeof useText>,
): Partial<Record<string, string>> {
  const judged = Object.fromEntries(
    codes.flatMap((code) => {
      const said = saidIn(typed, code)
      return said ? [[code, said]] : []
    }),
  )
  const bare = unexplainedJudgements(answers, judged)
  return Object.fromEntries([
    ...tooLongIn(typed, codes).map((key) => [key, t('act.too-long', { most: longest })]),
    ...bare.map((code) => [textKey(code), t('independence.judge.why', { n: shortestReason })]),
  ])
}

interface QuestionProps {
  readonly one: Indicator
  readonly page: AssessmentPage
  readonly form: ReturnType<typeof usePartForm>['form']
}

function Question({ one, page, form }: QuestionProps) {
  const [t, lang] = [useText(), useLanguage()]
  const levelText = useLevelText()
  const { code, names, evidence } = one
  const said = page.answers[code]
  const agreed = (level: number | null): string =>
    level === null ? t('independence.judge.agree.unknown') : t('independence.judge.agree', { level })
  const label = (level: number | null): string => (said && said.level === level ? agreed(level) : levelText(one, level))
  return (
    <section className="independence__judged" aria-label={names[lang]}>
      <div>
        <h3>{names[lang]}</h3>
        <p className="independence__small">{t('independence.evidence', { text: evidence[lang] })}</p>
        <dl className="independence__said">
          <dt>{t('independence.said')}</dt>
          <dd>{said ? levelText(one, said.level) : t('independence.said.none')}</dd>
          {said?.text && <dd className="independence__words">{said.text}</dd>}
        </dl>
        <FigureLine one={one} page={page} />
      </div>
      <div>
        <RadioField
          {...form.field(levelKey(code))}
          label={t('independence.judge.level')}
          size="small"
          options={[
            ...one.levels.map((_, level) => ({ value: String(level), label: label(level) })),
            { value: unknown, label: label(null) },
          ]}
        />
        <NoteField {...form.field(textKey(code))} label={t('independence.judge.text')} size="small" rows={2} />
      </div>
    </section>
  )
}
