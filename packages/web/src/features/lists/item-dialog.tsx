import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import type { EditableList } from '@openslrt/core/lists/list-law.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EndItem } from './end-item.tsx'
import { ItemFields } from './item-fields.tsx'
import { itemData, itemFaults, mostOf, valuesOf } from './item-form.ts'
import { ItemHistory } from './item-history.tsx'
import { useRuledPlace } from './use-ruled-place.ts'

export interface ItemDialogProps {
  readonly list: EditableList
  /** Null for a new one. */
  readonly item: ItemLine | null
  readonly today: string
  /** Somebody else looks after this list: it can only be read. */
  readonly locked: boolean
  /** With what was done, or with nothing when it was left as it is. */
  readonly onClose: (done: string | null) => void
}

/** Adds an item or changes one from a day on; below stand what was said of it and the way to end it. */
export function ItemDialog(props: ItemDialogProps) {
  const t = useText()
  const lang = useLanguage()
  const { list, item, today, locked, onClose } = props
  const { form, act, save } = useItemForm(props)
  return (
    <ActDialog
      wide
      locked={locked}
      title={item ? item.names[lang] : t('lists.form.add', { list: t(`lists.name.${list}`) })}
      sendText={t('lists.form.send')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <LineField {...form.field('id')} label={t('lists.form.name.id')} maxLength={200} />
      <LineField {...form.field('en')} label={t('lists.form.name.en')} maxLength={200} />
      {item ? (
        <p className="lists__code">{t('lists.form.code.is', { code: item.code })}</p>
      ) : (
        <LineField
          {...form.field('code')}
          label={t('lists.form.code')}
          description={t(list === 'zone' ? 'lists.form.code.place' : 'lists.form.code.hint')}
          maxLength={60}
        />
      )}
      <ItemFields list={list} form={form} />
      {!locked && (
        <DayField
          {...form.field('from')}
          label={t('lists.form.from')}
          description={t('lists.form.from.hint')}
          min={today}
        />
      )}
      {item && <ItemHistory list={list} item={item} today={today} onDone={onClose} />}
      {item && !locked && <EndItem list={list} item={item} today={today} onDone={onClose} />}
    </ActDialog>
  )
}

function useItemForm({ list, item, today, onClose }: ItemDialogProps) {
  const t = useText()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  // One id for as long as the form is open: pressed twice, it still is one change.
  const [subject] = useState(newId)
  const form = useForm(
    `list ${list} ${item ? `${item.code} ${item.said.length}` : 'new'}`,
    valuesOf(item, today),
    (values) => {
      const faults = Object.entries(itemFaults(list, values, today))
      return Object.fromEntries(faults.map(([name, key]) => [name, t(key, { most: mostOf(list) })]))
    },
  )
  const save = async (): Promise<void> => {
    const data = itemData(list, form.values)
    if (!form.passes() || !data) return
    const acted = await act.send(item ? 'list.change' : 'list.add', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    const said = { name: data.names.id, day: sayDay(data.from) }
    const done = t(item ? 'lists.done.change' : 'lists.done.add', said)
    onClose(acted.state === 'waiting' ? t('outbox.kept') : done)
  }
  return { form, act, save }
}
