import { Button } from '@navikt/ds-react/Button'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { isNumberPattern } from '@openslrt/core/letter/number.ts'
import { numberData } from '@openslrt/core/letter/rules.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { examplesOf, nextNumber, patternFor, sharing, standard } from './number-state.ts'
import { OfficeChoice, type RulesOf } from './office-choice.tsx'
import { RuleHistory } from './rule-history.tsx'
import { useOfficeRule } from './use-office-rule.ts'

interface NumberFormProps extends RulesOf {
  readonly onDone: () => void
}

/** The pattern by which an office of a place numbers its letters, or all that have none of their own, from a day on. */
export function NumberForm(props: NumberFormProps) {
  const t = useText()
  const { rules, offices } = props
  const [office, setOffice] = useState(standard)
  const shared = sharing(rules, offices)
  return (
    <>
      <OfficeChoice id="number-office" offices={offices} value={office} onChange={setOffice} />
      <PatternForm {...props} key={`${office} ${patternFor(rules, office)}`} office={office} />
      {shared.length > 0 && (
        <p className="letter__aside">
          {t('letter.rule.number.shared', { offices: shared.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </>
  )
}

function PatternForm({ office, onDone, ...of }: NumberFormProps & { office: string }) {
  const t = useText()
  const { rules, offices, district, today } = of
  const { act, rule, saved, save, end } = useOfficeRule(of, 'letter-number', office)
  const initial = { pattern: patternFor(rules, office), from: today }
  const form = useForm(`letter-number ${office}`, initial, ({ pattern, from }) => ({
    ...(!isNumberPattern(pattern) && { pattern: t('letter.rule.number.wrong') }),
    ...(from < today && { from: t('letter.rule.from.past') }),
  }))
  const { pattern, from } = form.values
  const finish = (done: boolean): void => {
    if (!done) return
    form.clear()
    onDone()
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (act.busy || !form.passes()) return
    const data = { pattern: pattern.trim(), basis: '' }
    void save(from, (whose) => ({ list: 'letter-number', ...whose, data })).then(finish)
  }
  const shown = offices.find((one) => one.office === office) ?? offices[0]
  const isOwn = office !== standard && rule?.now?.place === district
  return (
    <form className="letter-rules__form" noValidate onSubmit={send}>
      <LineField {...form.field('pattern')} label={t('letter.rule.number')} maxLength={80} />
      {shown && (
        <>
          <dl className="letter-rules__tokens">
            {Object.entries(examplesOf(shown, from)).map(([field, value]) => (
              <Token key={field} field={field} value={value} />
            ))}
          </dl>
          {isNumberPattern(pattern) && (
            <p className="letter-rules__next">
              {t('letter.rule.number.next', { office: shown.name })}
              <strong className="numbers">{nextNumber(pattern, shown, from, today)}</strong>
            </p>
          )}
        </>
      )}
      <p className="letter__aside">{t('letter.rule.number.hint')}</p>
      <DayField {...form.field('from')} label={t('letter.rule.from')} min={today} />
      <ActProblem problem={act.problem} />
      <div className="letter__acts">
        <Button variant="secondary" loading={act.busy}>
          {t('letter.rule.number.save')}
        </Button>
        {isOwn && (
          <Button
            type="button"
            variant="tertiary"
            loading={act.busy}
            onClick={() => form.passes() && void end(from).then(finish)}
          >
            {t('letter.rule.number.end')}
          </Button>
        )}
      </div>
      <output>{saved}</output>
      <RuleHistory
        rule={rule}
        district={district}
        today={today}
        sayRule={(data) => numberData.safeParse(data).data?.pattern ?? ''}
        onDone={onDone}
      />
    </form>
  )
}

const tokens = {
  nomor: 'letter.rule.token.nomor',
  kode: 'letter.rule.token.kode',
  wilayah: 'letter.rule.token.wilayah',
  bulan: 'letter.rule.token.bulan',
  'bulan-romawi': 'letter.rule.token.bulan-romawi',
  tahun: 'letter.rule.token.tahun',
} as const

function Token({ field, value }: { field: string; value: string }) {
  const t = useText()
  const name = keysOf(tokens).find((one) => one === field)
  return (
    <>
      <dt>{`{${field}}`}</dt>
      <dd>{name && t(tokens[name], { value })}</dd>
    </>
  )
}
