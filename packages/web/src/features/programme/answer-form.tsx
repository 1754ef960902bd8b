import './answer-texts.ts'
import type { MatchAnswer } from '@openslrt/core/contract/programme-queries.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayDayOf } from '@openslrt/core/i18n/say-fact.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { handWays } from '@openslrt/core/registry/registry.ts'
import { answerIn, answerValue, statementName } from '@openslrt/core/registry/statements.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import type { Asking } from './match-asks.tsx'

interface AnswerFormProps {
  readonly asking: Asking
  readonly today: MatchAnswer['today']
  readonly onClose: () => void
}

/** PROG-21 What somebody found out about a statement: yes or no, as of which day, how it is known; or that it is taken back. */
export function AnswerForm({ asking, today, onClose }: AnswerFormProps) {
  const t = useText()
  const { district, of, id, version, ask, name, answer } = asking
  const step = useActForm<'registry.record', { value: string; on: string; way: string; source: string }>(
    {
      kind: 'registry.record',
      key: `answer ${id} ${ask}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { value: '', on: today, way: handWays[0], source: '' },
      check: ({ value, on }) => ({
        ...(value === '' && { value: t('answer.missing') }),
        ...((on === '' || on > today) && { on: t('answer.on.missing') }),
      }),
      data: ({ value, on, way, source }) => ({
        of,
        values: { [statementName(ask)]: value === 'none' ? null : answerValue({ yes: value === 'yes', on }) },
        desil: null,
        way: handWays.find((one) => one === way) ?? handWays[0],
        source: source.trim(),
        ref: null,
      }),
    },
  )
  const choices = answer ? (['yes', 'no', 'none'] as const) : (['yes', 'no'] as const)
  return (
    <ActDialog
      title={t('answer.title', { ask })}
      hint={t('answer.hint', { name: name || t('answer.family') })}
      sendText={t('answer.send')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <RadioField
        label={t('answer.value')}
        options={choices.map((value) => ({ value, label: t(`answer.${value}`) }))}
        {...step.field('value')}
      />
      {step.form.values.value !== 'none' && <DayField label={t('answer.on')} {...step.field('on')} />}
      <RadioField
        label={t('family.way')}
        options={handWays.map((value) => ({ value, label: t(`family.way.${value}`) }))}
        {...step.field('way')}
      />
      <LineField
        label={t('family.source')}
        description={t('family.source.hint')}
        maxLength={200}
        {...step.field('source')}
      />
      {answer && <Before asking={asking} />}
    </ActDialog>
  )
}

/** Who answered it, when and how: the newest first. */
function Before({ asking: { district, of, id, ask } }: { readonly asking: Asking }) {
  const t = useText()
  const lang = useLanguage()
  const zone = useActing().post?.zone ?? 'Asia/Jakarta'
  const variable = statementName(ask)
  const { data } = useAsk(registryRoutes.history, { query: { district, of, id, variable } })
  if (!data || data.total === 0) return null
  const said = (value: unknown): string => {
    const answer = typeof value === 'string' ? answerIn(value) : null
    if (!answer) return t('answer.taken-back')
    return t('rule.said', { answer: t(answer.yes ? 'rule.yes' : 'rule.no'), day: sayDayOf(answer.on, lang) })
  }
  return (
    <section>
      <strong>{t('answer.before')}</strong>
      <ul className="programme__lines">
        {data.items.map(({ id: record, at, byName, officeName, way, source, values }) => (
          <li key={record}>
            {said(values[variable])}
            <div className="programme__aside">
              {[sayDate(at, zone, lang), t(`family.way.${way}`), source, byName, officeName]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
