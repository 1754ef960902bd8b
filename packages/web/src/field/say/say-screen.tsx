import '../match/work-texts.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ChoiceField } from '../choice-field.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { emptyComplaint } from '../screens/complaint-values.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { useKeep } from '../screens/use-keep.ts'
import { faultsOf, isFor, kindOf, type SayValues, saidKinds, saidOf } from './say-values.ts'

/** FIELD-26 A question or a suggestion that was told at the door. */
export function SayScreen() {
  const t = useText()
  const { villages } = usePhone().state
  const [id] = useState(newId)
  const place = villages.length === 1 ? (villages[0]?.code ?? '') : ''
  const form = useForm<SayValues>('field:say', { ...emptyComplaint, kind: '', place }, (values) =>
    Object.fromEntries(Object.entries(faultsOf(values)).map(([name, fault]) => [name, t(fault)])),
  )
  const { field, values } = form
  const categories = useChoices('category').filter(({ item }) => isFor(values.kind, item.data['kinds']))
  const make = () => {
    const village = villageCode.parse(values.place)
    const data = saidOf(values, kindOf(values.kind) ?? 'question', village)
    return commandOf('case.register', { district: ledgerOf(village), subject: id, base: null, data })
  }
  const { save, busy, problem } = useKeep(form, make, '/')
  return (
    <FieldForm
      title={t('work.say.title')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      <RadioField
        {...field('kind')}
        label={t('work.say.kind')}
        options={saidKinds.map((kind) => ({ value: kind, label: t(`work.say.${kind}`) }))}
        onChange={(kind) => form.change({ kind, category: '' })}
      />
      {villages.length > 1 && (
        <ChoiceField
          {...field('place')}
          label={t('field.complaint.village')}
          options={villages.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <LineField {...field('name')} label={t('field.complaint.name')} maxLength={200} />
      <ChoiceField {...field('category')} label={t('field.complaint.category')} options={categories} />
      <LineField {...field('summary')} label={t('work.say.summary')} maxLength={200} />
      <NoteField {...field('story')} label={t('field.complaint.story')} rows={3} />
      <LineField {...field('phone')} label={t('field.complaint.phone')} inputMode="tel" maxLength={20} />
    </FieldForm>
  )
}
