import { nikText, phoneText } from '@openslrt/core/contract/case.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { ok, type Result } from '@openslrt/core/kernel/result.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Errors, type Form, useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { type ChosenPlace, PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'

interface TargetFormProps {
  readonly card: JointCard
  readonly onClose: () => void
}

interface Values {
  readonly from: string
  readonly number: string
  readonly name: string
  readonly village: ChosenPlace | null
  readonly nik: string
  readonly phone: string
  readonly address: string
  readonly need: string
}

const empty: Values = { from: 'name', number: '', name: '', village: null, nik: '', phone: '', address: '', need: '' }

/** A target: a case of the lead's, by its number, or somebody named with their village. */
export function TargetForm({ card, onClose }: TargetFormProps) {
  const t = useText()
  const { can } = useActing()
  const { form, act, send } = useTarget(card, onClose)
  return (
    <ActDialog
      wide
      title={t('joint.target.add')}
      sendText={t('joint.target.add')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {can('case.read') && (
        <RadioField
          label={t('joint.target.form.from')}
          options={(['name', 'case'] as const).map((value) => ({ value, label: t(`joint.target.form.from-${value}`) }))}
          {...form.field('from')}
        />
      )}
      {form.values.from === 'case' ? (
        <LineField
          label={t('joint.target.form.case')}
          description={t('joint.target.form.case.hint')}
          maxLength={20}
          {...form.field('number')}
        />
      ) : (
        <PersonFields form={form} under={card.district} />
      )}
      <NoteField label={t('joint.target.form.need')} {...form.field('need')} />
    </ActDialog>
  )
}

function PersonFields({ form, under }: { readonly form: Form<Values>; readonly under: string }) {
  const t = useText()
  const { field, values, errors, change } = form
  return (
    <>
      <LineField label={t('joint.target.form.name')} maxLength={200} autoComplete="off" {...field('name')} />
      <PlacePicker
        label={t('joint.target.form.village')}
        level="village"
        {...(under !== '00' && { under })}
        error={errors.village}
        value={values.village}
        onChange={(village) => change({ village })}
      />
      <LineField label={t('joint.target.form.nik')} inputMode="numeric" maxLength={40} {...field('nik')} />
      <LineField label={t('joint.target.form.phone')} inputMode="tel" maxLength={20} {...field('phone')} />
      <LineField label={t('joint.target.form.address')} maxLength={300} {...field('address')} />
    </>
  )
}

function useTarget(card: JointCard, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const [subject] = useState(newId)
  // The number of a case becomes its id when it is sent: until then it may be of none.
  const [unknown, setUnknown] = useState('')
  const form = useForm(`joint ${card.id} target`, empty, (values): Errors<Values> => {
    if (values.from === 'case')
      return values.number.trim() === '' || values.number === unknown
        ? { number: t('joint.target.form.case.none') }
        : {}
    return {
      ...(values.name.trim() === '' && { name: t('joint.form.missing') }),
      ...(!values.village && { village: t('joint.form.missing') }),
      ...(!fits(digitsOf(values.nik), nikText) && { nik: t('joint.target.form.nik.wrong') }),
      ...(!fits(values.phone, phoneText) && { phone: t('joint.target.form.phone.wrong') }),
    }
  })
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { from, number } = form.values
    act.setBusy(true)
    const found = from === 'case' ? await idOf(number.trim()) : ok(null)
    act.setBusy(false)
    // A line that broke says nothing of the number: it can be sent again as it stands.
    act.tell(found.ok ? null : found.error)
    if (!found.ok) return
    const id = found.value
    if (from === 'case' && id === null) return setUnknown(number)
    const data = dataOf(form.values, card, id)
    const acted = await act.send('joint.list-target', { district: card.district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}

const fits = (typed: string, schema: { safeParse: (text: string) => { success: boolean } }): boolean =>
  typed.trim() === '' || schema.safeParse(typed.trim()).success

/** People write a NIK in groups. */
const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '')

async function idOf(number: string): Promise<Result<string | null, Problem>> {
  const found = await ask(caseRoutes.queue, { query: { queue: 'all', number } })
  return found.ok ? ok(found.value.items[0]?.id ?? null) : found
}

function dataOf({ name, village, nik, phone, address, need }: Values, card: JointCard, id: string | null) {
  const of = { joint: card.id, need: need.trim() }
  if (id !== null)
    return { ...of, case: caseId.parse(id), village: null, name: '', nik: null, phone: null, address: '' }
  return {
    ...of,
    case: null,
    village: village && villageCode.parse(village.code),
    name: name.trim(),
    nik: digitsOf(nik) || null,
    phone: phone.trim() || null,
    address: address.trim(),
  }
}
