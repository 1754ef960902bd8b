import { Select } from '@navikt/ds-react/Select'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { nation, nationPlace } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { SlotFields } from './slot-fields.tsx'
import { emptyStart, startFaults, startOf } from './start-values.ts'

/** A new list: what happened, which cases are opened, where and when people are received. */
export function StartForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { post } = useActing()
  const [, go] = useLocation()
  const [subject] = useState(newId)
  const { data: choices } = useAsk(surgeRoutes.choices)
  const district = post?.district ?? nation
  const lists = useLists(district)
  const options = {
    kind: 'surge.start',
    key: 'surge:start',
    target: { district, subject, base: null },
    onDone: (waiting: boolean) => (waiting ? onClose() : go(`/terdampak/${district}/${subject}`)),
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: emptyStart,
    check: (values) => startFaults(values, t),
    data: (values) => startOf(values, post?.place ?? nationPlace, choices?.days ?? [], choices?.rules ?? []),
  })
  const category = field('category')
  return (
    <ActDialog
      title={t('surge.start')}
      sendText={t('surge.start')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      <LineField {...field('name')} label={t('surge.form.name')} maxLength={200} />
      <ListField {...field('kind')} district={district} list="surge-kind" label={t('surge.form.kind')} />
      <Select
        id={category.id}
        label={t('surge.form.category')}
        value={category.value}
        error={category.error}
        onChange={(event) => category.onChange(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {lists.items('category').map((item) => (
          <option key={item.code} value={item.code}>
            {lists.nameOf(item)}
          </option>
        ))}
      </Select>
      <DayField {...field('day')} label={t('surge.day')} />
      <SlotFields field={field} offices={choices?.offices ?? []} />
    </ActDialog>
  )
}
