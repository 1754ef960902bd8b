import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { type SurgeOrder, surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { isAged, orderList, usualOrder } from '@openslrt/core/surge/order.ts'
import { triageClass } from '@openslrt/core/surge/surge.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Field, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { newId } from '../../platform/outbox/uuid.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import type { OrderRow } from './order-values.ts'
import { leftOf, movedBy, orderFaults, orderRows, rowFor, rulesSent } from './order-values.ts'
import './surge.css'

/** Who comes first among affected people, as the place says it from a day on: `/urutan`. */
export function Screen() {
  const t = useText()
  const asked = useAsk(surgeRoutes.order)
  return (
    <>
      <PageHead title={t('surge.order')} />
      {asked.data ? <OrderForm order={asked.data} /> : <UnreadPart asked={asked} title={t('surge.failed')} rows={6} />}
    </>
  )
}

function OrderForm({ order }: { order: SurgeOrder }) {
  const t = useText()
  const { form, act, saved, save } = useOrder(order)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void save()
  }
  return (
    <form className="surge" noValidate onSubmit={send}>
      <RestoredNote {...form} />
      <Panel>
        <div className="surge__load">
          <p className="surge__aside">{t('surge.order.hint')}</p>
          <OrderRows {...form.field('rows')} />
          <DayField {...form.field('from')} label={t('surge.order.from')} />
          <LineField
            {...form.field('basis')}
            label={t('act.optional', { label: t('surge.order.basis') })}
            maxLength={300}
          />
        </div>
      </Panel>
      <ActProblem problem={act.problem} />
      <div className="surge__acts">
        <Button loading={act.busy}>{t('surge.order.send')}</Button>
        <output>{saved}</output>
      </div>
    </form>
  )
}

/** The order as its form holds it, and its saying from a day on. */
function useOrder({ district, today, names, rules, basis }: SurgeOrder) {
  const t = useText()
  const day = useDay()
  const act = useAct()
  const [subject, setSubject] = useState(newId)
  const [saved, setSaved] = useState('')
  const initial = { rows: orderRows(rules), from: today, basis }
  const form = useForm(`surge-order:${district}`, initial, (values) => orderFaults(values, t))
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const { rows, from } = form.values
    const words = { rules: rulesSent(rows), basis: form.values.basis.trim() }
    const data = { list: orderList, code: usualOrder, names, from, data: words } as const
    const acted = await act.send('list.change', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    setSubject(newId())
    setSaved(acted.state === 'waiting' ? t('outbox.kept') : t('surge.order.done', { day: day(from) }))
  }
  return { form, act, saved, save }
}

/** Classes in their order. What is moved up comes before; everybody else comes last. */
export function OrderRows({ id, value: rows, error, onChange }: Field<readonly OrderRow[]>) {
  const t = useText()
  const left = leftOf(rows)
  return (
    <>
      <ol id={id} tabIndex={-1} className="surge__order">
        {rows.map((row, at) => (
          <li key={row.class}>
            <Row
              row={row}
              isFirst={at === 0}
              isLast={at === rows.length - 1}
              onMove={(by) => onChange(movedBy(rows, at, by))}
              onYears={(years) => onChange(rows.with(at, { ...row, years }))}
              onOut={() => onChange(rows.toSpliced(at, 1))}
            />
          </li>
        ))}
        <li>{t('triage.other')}</li>
      </ol>
      {error && <ErrorMessage showIcon>{error}</ErrorMessage>}
      {left.length > 0 && (
        <Select
          size="small"
          label={t('surge.order.add')}
          value=""
          onChange={(event) => {
            const chosen = triageClass.safeParse(event.target.value).data
            if (chosen) onChange([...rows, rowFor(chosen)])
          }}
        >
          <option value="">{t('act.choose')}</option>
          {left.map((one) => (
            <option key={one} value={one}>
              {t(`triage.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </>
  )
}

interface RowProps {
  readonly row: OrderRow
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onYears: (years: string) => void
  readonly onOut: () => void
}

function Row({ row, isFirst, isLast, onMove, onYears, onOut }: RowProps) {
  const t = useText()
  const name = t(`triage.${row.class}`)
  const acts = [
    { key: 'up', off: isFirst, act: () => onMove(-1) },
    { key: 'down', off: isLast, act: () => onMove(1) },
    { key: 'out', off: false, act: onOut },
  ] as const
  return (
    <div className="surge__who">
      <strong className="surge__class">{name}</strong>
      {isAged(row.class) && (
        <TextField
          size="small"
          label={t(row.class === 'child' ? 'surge.order.years.child' : 'surge.order.years.elderly')}
          value={row.years}
          inputMode="numeric"
          htmlSize={4}
          maxLength={3}
          onChange={(event) => onYears(event.target.value)}
        />
      )}
      {acts.map(({ key, off, act }) => (
        <Button
          key={key}
          type="button"
          size="small"
          variant="secondary"
          data-color="neutral"
          disabled={off}
          aria-label={t(`surge.order.${key}`, { class: name })}
          onClick={act}
        >
          {t(`surge.order.${key}.short`)}
        </Button>
      ))}
    </div>
  )
}
