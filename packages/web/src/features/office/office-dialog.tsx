import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import type { OfficeLine } from '@openslrt/core/contract/reference-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import type { Done } from './done-note.tsx'
import { blankOffice, levelFor, type OfficeValues, officeData, officeFaults, valuesOf } from './office-form.ts'
import { OfficePicker } from './office-picker.tsx'

interface OfficeDialogProps {
  /** Null for a new one. */
  readonly office: OfficeLine | null
  /** The name of its parent office, where the screen knows it. */
  readonly parentName: string
  /** Where its hours stand. */
  readonly hoursHref: string
  /** With what was done, or with nothing when it was left as it is. */
  readonly onClose: (done: Done | null) => void
}

/** Opens an office or changes one. */
export function OfficeDialog(props: OfficeDialogProps) {
  const t = useText()
  const { office, hoursHref, onClose } = props
  const { form, act, save } = useOfficeForm(props)
  return (
    <ActDialog
      wide
      title={t(office ? 'office.form.change' : 'office.form.open')}
      sendText={t(office ? 'office.form.saved' : 'office.form.opened')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <OfficeFields form={form} />
      {office && <Link href={hoursHref}>{t('office.hours')}</Link>}
      {office && (
        <Checkbox
          checked={form.values.active}
          onChange={(event) => form.change({ active: event.target.checked })}
          description={t('office.form.active.hint')}
        >
          {t('office.form.active')}
        </Checkbox>
      )}
    </ActDialog>
  )
}

function useOfficeForm({ office, parentName, onClose }: OfficeDialogProps) {
  const t = useText()
  const act = useAct()
  const { post } = useActing()
  // One id for as long as the form is open: pressed twice, it still is one office.
  const [subject] = useState(() => office?.id ?? newId())
  const initial = office ? valuesOf(office, parentName) : blankOffice(post)
  // With the version: what was typed over an older state of the office must not come back over a newer one.
  const form = useForm(`office ${office ? `${office.id} ${office.version}` : 'new'}`, initial, (values) => {
    const faults = Object.entries(officeFaults(values))
    return Object.fromEntries(faults.map(([name, key]) => [name, t(key)]))
  })
  const save = async (): Promise<void> => {
    const data = officeData(form.values)
    if (!form.passes() || !data) return
    const district = office?.district ?? ledgerOf(placeCode.parse(data.place))
    const acted = office
      ? await act.send('office.change', {
          district,
          subject,
          base: office.version,
          data: { ...data, active: form.values.active },
        })
      : await act.send('office.open', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    const waiting = acted.state === 'waiting'
    const done = office ? 'office.done.changed' : 'office.done.opened'
    onClose({ text: waiting ? t('outbox.kept') : t(done, { name: data.name }), waiting })
  }
  return { form, act, save }
}

function OfficeFields({ form }: { form: Form<OfficeValues> }) {
  const t = useText()
  const { values, errors, field, change } = form
  const kind = field('kind')
  const level = `level.${values.level}`
  return (
    <>
      <LineField
        {...field('name')}
        label={t('office.form.name')}
        description={t('office.form.name.hint')}
        maxLength={200}
      />
      <Select
        id={kind.id}
        label={t('office.kind')}
        value={kind.value}
        error={kind.error}
        onChange={(event) => kind.onChange(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {officeKinds.map((one) => (
          <option key={one} value={one}>
            {t(`office-kind.${one}`)}
          </option>
        ))}
      </Select>
      <PlacePicker
        label={t('office.form.place')}
        description={t('office.form.place.hint')}
        error={errors.place}
        value={values.place === '' ? null : { code: values.place, label: values.placeLabel }}
        onChange={(place) =>
          change({ place: place?.code ?? '', placeLabel: place?.label ?? '', level: levelFor(place?.code ?? '') })
        }
      />
      {isMessageKey(level) && <p className="office-form__level">{t('office.form.level', { level: t(level) })}</p>}
      <OfficePicker
        label={t('office.form.parent')}
        description={t('office.form.parent.hint')}
        value={values.parent === '' ? null : { id: values.parent, label: values.parentLabel }}
        onChange={(parent) => change({ parent: parent?.id ?? '', parentLabel: parent?.name ?? '' })}
      />
      <LineField {...field('address')} label={t('office.form.address')} maxLength={300} />
      <LineField {...field('phone')} label={t('office.form.phone')} inputMode="tel" maxLength={20} />
    </>
  )
}
