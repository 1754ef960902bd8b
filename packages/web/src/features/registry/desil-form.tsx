import { Select } from '@navikt/ds-react/Select'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { desils } from './family-address.ts'
import type { Held } from './holder.ts'

/** Evidence from outside: which desil, on which snapshot, looked up where. */
export function DesilForm({ held, onClose }: { readonly held: Held; readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm(`family desil ${held.id}`, { value: '', on: '', source: '' }, ({ value, on, source }) => ({
    ...(value === '' && { value: t('family.desil.missing') }),
    ...((on === '' || on > held.today) && { on: t('family.desil.day.missing') }),
    ...(source.trim().length < 2 && { source: t('family.desil.source.missing') }),
  }))
  const { id, value, error, onChange } = form.field('value')
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const desil = { value: Number(value), on: form.values.on, source: form.values.source.trim() }
    const acted = await act.send('registry.record', {
      district: held.district,
      subject: held.id,
      base: held.version,
      data: { of: held.of, values: {}, desil, way: 'desk', source: desil.source, ref: null },
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t('family.desil.record')}
      hint={t('family.desil.hint')}
      sendText={t('family.edit.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Select
        id={id}
        label={t('family.desil.value')}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {desils
          .filter((one) => one !== 'none')
          .map((one) => (
            <option key={one}>{one}</option>
          ))}
      </Select>
      <DayField label={t('family.desil.day')} {...form.field('on')} />
      <LineField label={t('family.desil.source')} maxLength={200} {...form.field('source')} />
    </ActDialog>
  )
}
