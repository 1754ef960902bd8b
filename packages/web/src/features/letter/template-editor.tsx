import { Button } from '@navikt/ds-react/Button'
import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { fieldsOf } from '@openslrt/core/letter/kinds.ts'
import { type FormEvent, useRef, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PaperView } from './paper-view.tsx'
import { ruleOf, samplePaper, strangeField, templateValues, withField } from './template-state.ts'

interface TemplateEditorProps {
  readonly kind: LetterKind
  readonly rules: readonly LetterRuleLine[]
  readonly district: string
  readonly today: string
}

/** A template being changed: its words on one side, the letter that they make on the other, and the fields to put in. */
export function TemplateEditor(props: TemplateEditorProps) {
  const t = useText()
  const { kind, today } = props
  const { form, act, save, saved } = useTemplate(props)
  const body = useRef<HTMLDivElement>(null)
  const put = (field: string): void => {
    const area = body.current?.querySelector('textarea')
    const at = area?.selectionStart ?? form.values.body.length
    form.change({ body: withField(form.values.body, field, at) })
    area?.focus()
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) save()
  }
  return (
    <div className="letter-rules__edit">
      <form className="letter-rules__form" noValidate onSubmit={send}>
        <LineField {...form.field('title')} label={t('letter.rule.title')} maxLength={120} />
        <LineField {...form.field('code')} label={t('letter.rule.code')} maxLength={20} htmlSize={12} />
        <div ref={body} className="letter-rules__body">
          <NoteField
            {...form.field('body')}
            label={t('letter.rule.body')}
            description={t('letter.rule.marks')}
            rows={14}
          />
        </div>
        <fieldset className="letter-rules__form">
          <legend>{t('letter.rule.fields')}</legend>
          <p className="letter__aside">{t('letter.rule.fields.hint')}</p>
          <div className="letter-rules__fields">
            {fieldsOf(kind).map((field) => (
              <Button
                key={field}
                type="button"
                size="xsmall"
                variant="secondary"
                data-color="neutral"
                onClick={() => put(field)}
              >
                {`{${field}}`}
              </Button>
            ))}
          </div>
        </fieldset>
        <DayField {...form.field('from')} label={t('letter.rule.from')} min={today} />
        <ActProblem problem={act.problem} />
        <div className="letter__acts">
          <Button loading={act.busy}>{t('letter.rule.save')}</Button>
        </div>
        <output>{saved}</output>
      </form>
      <section aria-label={t('letter.rule.preview')}>
        <h3>{t('letter.rule.preview')}</h3>
        <PaperView paper={samplePaper(kind, form.values)} />
      </section>
    </div>
  )
}

function useTemplate({ kind, rules, district, today }: TemplateEditorProps) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [subject] = useState(newId)
  const [saved, setSaved] = useState('')
  const form = useForm(`letter-template ${kind}`, templateValues(rules, kind, today), (values) => {
    const strange = strangeField(kind, values)
    if (strange !== null) return { body: t('letter.rule.unknown', { field: strange }) }
    return values.body.trim().length < 20 ? { body: t('letter.rule.short') } : {}
  })
  const save = async (): Promise<void> => {
    const { title, code, body, from } = form.values
    const names = ruleOf(rules, kind)?.now?.names
    if (!form.passes() || !names) return
    const data = { list: 'letter-template', code: kind, names, from, data: { title, code, body } } as const
    const acted = await act.send('list.change', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    form.suggest(form.values)
    setSaved(acted.state === 'waiting' ? t('outbox.kept') : t('letter.rule.saved', { day: day(from) }))
  }
  return { form, act, saved, save: () => void save() }
}
