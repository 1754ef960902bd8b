import { Select } from '@navikt/ds-react/Select'
import { phoneText } from '@openslrt/core/contract/case.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { type Field, useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { attachmentsOf, takenIn } from '../photos/form-files.ts'
import { PhotoPart } from '../photos/photo-part.tsx'
import { type ComplaintValues, complaintOf, emptyComplaint } from './complaint-values.ts'
import { FieldForm, useChoices } from './form.tsx'
import { useKeep } from './use-keep.ts'

const formKey = 'field:complaint'

/** A complaint that was told at the door: what, whose, where; the office does the rest. */
export function Complaint() {
  const t = useText()
  const { state, files } = usePhone()
  const { villages } = state
  const taken = takenIn(files, formKey)
  const [id] = useState(newId)
  const categories = useChoices('category').filter(({ item }) => isForComplaints(item.data['kinds']))
  const first = villages.length === 1 ? (villages[0]?.code ?? '') : ''
  const form = useForm<ComplaintValues>(formKey, { ...emptyComplaint, place: first }, (values) => ({
    ...(values.place === '' ? { place: t('visit.form.place.missing') } : {}),
    ...(values.name.trim() === '' ? { name: t('field.complaint.name.missing') } : {}),
    ...(values.category === '' ? { category: t('field.complaint.category.missing') } : {}),
    ...(values.summary.trim().length < 3 ? { summary: t('field.complaint.summary.missing') } : {}),
    ...(values.phone !== '' && !phoneText.safeParse(values.phone).success
      ? { phone: t('field.complaint.phone.wrong') }
      : {}),
  }))
  const make = () => {
    const place = villageCode.parse(form.values.place)
    const named = taken.length > 0 ? { files: attachmentsOf(taken, (kind) => t(`visit-photo.${kind}`)) } : {}
    return commandOf('case.register', {
      district: ledgerOf(place),
      subject: id,
      base: null,
      data: { ...complaintOf(form.values, place), ...named },
    })
  }
  const { save, busy, problem } = useKeep(form, make, '/')
  const { field, restored } = form
  return (
    <FieldForm
      title={t('field.complaint.title')}
      saveText={t('field.complaint.save')}
      restored={restored}
      busy={busy}
      problem={categories.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      <Choice
        {...field('place')}
        label={t('field.complaint.village')}
        options={villages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <LineField {...field('name')} label={t('field.complaint.name')} maxLength={200} />
      <Choice {...field('category')} label={t('field.complaint.category')} options={categories} />
      <LineField {...field('summary')} label={t('field.complaint.summary')} maxLength={200} />
      <NoteField {...field('story')} label={t('field.complaint.story')} rows={3} />
      <LineField {...field('address')} label={t('field.complaint.address')} maxLength={300} />
      <LineField {...field('phone')} label={t('field.complaint.phone')} inputMode="tel" maxLength={20} />
      <PhotoPart form={formKey} />
    </FieldForm>
  )
}

interface ChoiceProps extends Field<string> {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Choice({ id, label, value, onChange, error, options }: ChoiceProps) {
  return (
    <Select id={id} label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      <option value="">–</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </Select>
  )
}

/** An item that names no kinds is for all. */
const isForComplaints = (kinds: unknown): boolean => !Array.isArray(kinds) || kinds.includes('complaint')
