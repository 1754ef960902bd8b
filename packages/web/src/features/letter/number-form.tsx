import { Button } from '@navikt/ds-react/Button'
import type { LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import { isNumberPattern } from '@openslrt/core/letter/number.ts'
import { numberData } from '@openslrt/core/letter/rules.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

interface NumberFormProps {
  readonly rules: readonly LetterRuleLine[]
  readonly district: string
  readonly today: string
}

/** The pattern by which the offices of a place number their letters, from today on. */
export function NumberForm({ rules, district, today }: NumberFormProps) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [subject] = useState(newId)
  const [saved, setSaved] = useState('')
  const now = rules.find(({ list, code }) => list === 'letter-number' && code === 'standard')?.now
  const pattern = numberData.safeParse(now?.data).data?.pattern ?? ''
  const form = useForm('letter-number', { pattern }, (values) =>
    isNumberPattern(values.pattern) ? {} : { pattern: t('letter.rule.number.wrong') },
  )
  const save = async (): Promise<void> => {
    if (!form.passes() || !now) return
    const words = { pattern: form.values.pattern.trim(), basis: '' }
    const data = { list: 'letter-number', code: 'standard', names: now.names, from: today, data: words } as const
    const acted = await act.send('list.change', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    setSaved(acted.state === 'waiting' ? t('outbox.kept') : t('letter.rule.saved', { day: day(today) }))
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void save()
  }
  return (
    <form className="letter-rules__form" noValidate onSubmit={send}>
      <LineField
        {...form.field('pattern')}
        label={t('letter.rule.number')}
        description={t('letter.rule.number.hint', {
          fields: '{nomor} {kode} {wilayah} {bulan} {bulan-romawi} {tahun}',
        })}
        maxLength={80}
      />
      <ActProblem problem={act.problem} />
      <div className="letter__acts">
        <Button variant="secondary" loading={act.busy}>
          {t('letter.rule.number.save')}
        </Button>
      </div>
      <output>{saved}</output>
    </form>
  )
}
