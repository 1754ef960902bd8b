import { Button } from '@navikt/ds-react/Button'
import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { needsReason, shortestReason } from '@openslrt/core/independence/complete.ts'
import type { Dimension, Indicator } from '@openslrt/core/independence/instrument.ts'
import type { FormEvent } from 'react'
import { Link, Redirect, useLocation, useSearch } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { fillPath, nextPart, partIn, resultPath, withPart } from './independence-address.ts'
import { Parts, Progress } from './parts-nav.tsx'
import { levelKey, longest, saidIn, type Typed, textKey, tooLongIn, unknown } from './said-values.ts'
import { FigureLine, useLevelText } from './said-words.tsx'
import { OfAssessment, type ScreenProps } from './use-assessment.tsx'
import { usePartForm } from './use-part-form.ts'

/** INDEP-10 The assessment, part by part: each is kept when it is left, and may be filled on another day. */
export function Screen({ params }: ScreenProps) {
  return <OfAssessment params={params}>{(page) => <Fill page={page} />}</OfAssessment>
}

function Fill({ page }: { readonly page: AssessmentPage }) {
  const t = useText()
  const part = partIn(useSearch())
  const { district, id, year, placeName } = page
  if (!page.acts.includes('save')) return <Redirect href={resultPath(district, id)} replace />
  return (
    <>
      <PageHead
        title={t('independence.of', { year, place: placeName })}
        back={<Link href={resultPath(district, id)}>{t('independence.result')}</Link>}
      />
      <Progress page={page} said={page.answers} />
      {page.note && (
        <p className="independence__note">
          <strong>{t('independence.returned')}:</strong> {page.note}
        </p>
      )}
      <Parts page={page} said={page.answers} path={fillPath(district, id)} current={part} />
      <PartForm key={part} page={page} part={part} />
    </>
  )
}

function PartForm({ page, part }: { readonly page: AssessmentPage; readonly part: Dimension }) {
  const t = useText()
  const [, go] = useLocation()
  const { district, id } = page
  const own = page.instrument.indicators.filter(({ dimension }) => dimension === part)
  const codes = own.map(({ code }) => code)
  const next = nextPart(part)
  const { act, form, send } = usePartForm({
    kind: 'independence.save',
    key: `independence ${id} ${part}`,
    district,
    subject: id,
    codes,
    before: page.answers,
    check: (typed) =>
      Object.fromEntries(tooLongIn(typed, codes).map((key) => [key, t('act.too-long', { most: longest })])),
    onDone: () => {
      go(next ? withPart(fillPath(district, id), next) : resultPath(district, id))
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
      <p className="independence__small">{t('independence.text.hint')}</p>
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

interface QuestionProps {
  readonly one: Indicator
  readonly page: AssessmentPage
  readonly form: ReturnType<typeof usePartForm>['form']
}

function Question({ one, page, form }: QuestionProps) {
  const [t, lang] = [useText(), useLanguage()]
  const levelText = useLevelText()
  const { code, names, evidence, weight } = one
  return (
    <div className="independence__question">
      <RadioField
        {...form.field(levelKey(code))}
        label={names[lang]}
        description={
          <>
            <FigureLine one={one} page={page} />
            {t('independence.instrument.weight', { n: weight })}
          </>
        }
        options={[
          ...one.levels.map((_, level) => ({ value: String(level), label: levelText(one, level) })),
          { value: unknown, label: levelText(one, null) },
        ]}
      />
      <NoteField
        {...form.field(textKey(code))}
        label={t('independence.text')}
        description={t('independence.evidence', { text: evidence[lang] })}
        rows={2}
      />
      <Why one={one} page={page} typed={form.values} />
    </div>
  )
}

/** Said before it is handed in: which level has to be explained. */
function Why({ one, page, typed }: { readonly one: Indicator; readonly page: AssessmentPage; readonly typed: Typed }) {
  const t = useText()
  const said = saidIn(typed, one.code)
  if (!said || !needsReason(one, said, page.figures) || said.text.length >= shortestReason) return null
  return <p className="independence__why">{t('independence.text.why', { n: shortestReason })}</p>
}
