import type { QuotaLine } from '@openslrt/core/contract/need-queries.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { ProgrammeField, useProgrammes } from './programme-field.tsx'
import { dataOf, faultsOf, firstOf, type Values } from './quota-values.ts'

/** How many places a programme has for the people of a place in a time. */
export function QuotaForm({ line, onClose }: { readonly line: QuotaLine | null; readonly onClose: () => void }) {
  const t = useText()
  const { district, form, act, send } = useQuota(line, onClose)
  const items = useProgrammes(district)
  return (
    <ActDialog
      title={line ? line.programmeName : t('quota.add')}
      hint={line ? t('quota.hint.change', { place: line.placeName, n: line.granted }) : t('quota.hint.add')}
      sendText={t('need.form.save')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {!line && (
        <>
          <ProgrammeField items={items} {...form.field('programme')} />
          <PlacePicker
            label={t('quota.form.place')}
            {...(district.length > 2 && { under: district })}
            error={form.errors.place}
            value={form.values.place}
            onChange={(place) => form.change({ place })}
          />
          <DayField label={t('quota.form.from')} {...form.field('from')} />
          <DayField label={t('quota.form.until')} {...form.field('until')} />
        </>
      )}
      <LineField label={t('quota.form.places')} inputMode="numeric" maxLength={7} {...form.field('places')} />
    </ActDialog>
  )
}

function useQuota(line: QuotaLine | null, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const { post } = useActing()
  const district = line?.district ?? ledgerOf(placeCode.parse(post?.place ?? '00'))
  const [subject] = useState(() => line?.id ?? newId())
  const [initial] = useState<Values>(() => firstOf(line))
  const form = useForm(`quota ${subject} ${line?.version ?? 0}`, initial, (values) => faultsOf(values, t))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const data = dataOf(form.values)
    const acted = await act.send('quota.set', {
      district: ledgerOf(data.place),
      subject,
      base: line?.version ?? null,
      data,
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { district, form, act, send }
}
