import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { type JointCard, type JointPartnerLine, jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { type JointField, jointFields, type PartnerKind, partnerKinds } from '@openslrt/core/joint/joint.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { LookUpField } from '../../ui/look-up-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'

interface PartnerFormProps {
  readonly card: JointCard
  readonly onClose: () => void
}

interface Office {
  readonly id: string
  readonly name: string
}

interface Values {
  readonly kind: PartnerKind
  readonly where: 'office' | 'outside'
  readonly office: Office | null
  readonly name: string
  readonly contact: string
  readonly fields: readonly JointField[]
}

/** A new partner: an office of this system, or a body outside, and what it may know of the targets. */
export function PartnerForm({ card, onClose }: PartnerFormProps) {
  const t = useText()
  const step = useAdding(card, onClose)
  const { values, change, errors } = step.form
  const kind = step.field('kind')
  const where = step.field('where')
  return (
    <ActDialog
      wide
      title={t('joint.partner.add')}
      sendText={t('joint.partner.add')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <RadioField
        {...kind}
        label={t('joint.partner.form.kind')}
        options={partnerKinds.map((value) => ({ value, label: t(`joint-kind.${value}`) }))}
        onChange={(value) => change({ kind: partnerKinds.find((one) => one === value) ?? 'agency' })}
      />
      <RadioField
        {...where}
        label={t('joint.partner.form.where')}
        options={(['office', 'outside'] as const).map((value) => ({
          value,
          label: t(`joint.partner.form.${value}`),
        }))}
        onChange={(value) => change({ where: value === 'outside' ? 'outside' : 'office' })}
      />
      {values.where === 'office' ? (
        <OfficeField value={values.office} error={errors.office} onChange={(office) => change({ office })} />
      ) : (
        <LineField label={t('joint.partner.form.name')} maxLength={200} {...step.field('name')} />
      )}
      <LineField label={t('joint.partner.form.contact')} maxLength={200} {...step.field('contact')} />
      <FieldsField {...step.field('fields')} />
    </ActDialog>
  )
}

function useAdding(card: JointCard, onDone: () => void) {
  const t = useText()
  const [subject] = useState(newId)
  return useActForm<'joint.add-partner', Values>(
    {
      kind: 'joint.add-partner',
      key: `joint ${card.id} partner`,
      target: { district: card.district, subject, base: null },
      onDone,
    },
    {
      initial: { kind: 'agency', where: 'office', office: null, name: '', contact: '', fields: [] },
      check: ({ where, office, name }) => ({
        ...(where === 'office' && !office && { office: t('joint.partner.form.missing') }),
        ...(where === 'outside' && name.trim() === '' && { name: t('joint.partner.form.missing') }),
      }),
      data: ({ kind, where, office, name, contact, fields }) => ({
        joint: card.id,
        kind,
        office: where === 'office' && office ? officeId.parse(office.id) : null,
        name: where === 'office' ? '' : name.trim(),
        contact: contact.trim(),
        fields: [...fields],
      }),
    },
  )
}

interface ChangeProps extends PartnerFormProps {
  readonly partner: JointPartnerLine
}

/** What a partner may know, and whom to speak to there. */
export function PartnerChange({ card, partner, onClose }: ChangeProps) {
  const t = useText()
  const step = useActForm<'joint.change-partner', Pick<Values, 'contact' | 'fields'>>(
    {
      kind: 'joint.change-partner',
      key: `joint ${partner.id} ${partner.version}`,
      target: { district: card.district, subject: partner.id, base: partner.version },
      onDone: onClose,
    },
    {
      initial: { contact: partner.contact, fields: partner.fields },
      check: () => ({}),
      data: ({ contact, fields }) => ({ joint: card.id, contact: contact.trim(), fields: [...fields] }),
    },
  )
  return (
    <ActDialog
      title={partner.name}
      sendText={t('joint.form.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <LineField label={t('joint.partner.form.contact')} maxLength={200} {...step.field('contact')} />
      <FieldsField {...step.field('fields')} />
    </ActDialog>
  )
}

function FieldsField({ id, value, onChange, error }: Field<readonly JointField[]>) {
  const t = useText()
  return (
    <CheckboxGroup
      id={id}
      legend={t('joint.partner.form.fields')}
      description={t('joint.partner.form.fields.hint')}
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      {jointFields.map((field) => (
        <Checkbox key={field} value={field}>
          {t(`joint-field.${field}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

interface OfficeFieldProps {
  readonly value: Office | null
  readonly error: string | undefined
  readonly onChange: (office: Office | null) => void
}

/** Fewer letters fit every office there is. */
const fewestLetters = 3

/** An office that serves the place of the lead, or stands under it: a ministry, an agency, a Puskesos, found by its name. */
function OfficeField({ value, error, onChange }: OfficeFieldProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const q = useSettled(words.trim())
  const asks = q.length >= fewestLetters
  const { data, isFetching } = useAsk(jointRoutes.offices, { query: { q } }, { enabled: asks, keepPrevious: true })
  const found = asks ? (data?.items ?? []) : []
  return (
    <LookUpField
      label={t('joint.partner.form.office')}
      description={t('joint.partner.form.office.hint')}
      error={error}
      chosen={value && { value: value.id, label: value.name }}
      choices={found.map(({ id, name, placeName }) => ({ value: id, label: `${name} (${placeName})` }))}
      words={words}
      loading={isFetching}
      onWords={setWords}
      onChoose={(id) => {
        setWords('')
        onChange(found.find((office) => office.id === id) ?? null)
      }}
    />
  )
}
