import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { fitness, fit as fitOf, paperKinds } from '@openslrt/core/visit/visit.ts'
import { type ReactNode, useState } from 'react'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { photosOf, takenIn } from '../photos/form-files.ts'
import { PhotoPart } from '../photos/photo-part.tsx'
import { SignaturePart } from '../photos/signature-part.tsx'
import type { Spot } from '../spot.ts'
import { SpotNote } from '../spot-note.tsx'
import { useSpot } from '../use-spot.ts'
import { FieldForm, useChoices } from './form.tsx'
import { useKeep } from './use-keep.ts'

type Visit = ReplicaRow['visit']

/** What was found there. */
export const DoneScreen = ({ id }: { readonly id: string }) => <OfVisit id={id} Form={DoneForm} />
/** Nobody was there. */
export const MissScreen = ({ id }: { readonly id: string }) => <OfVisit id={id} Form={MissForm} />

function OfVisit({ id, Form }: { readonly id: string; readonly Form: (props: { visit: Visit }) => ReactNode }) {
  const t = useText()
  const visit = usePhone().view.visit.get(id)
  if (!visit) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  return <Form key={id} visit={visit} />
}

const about = ({ id, place, version }: Visit) => ({
  district: ledgerOf(placeCode.parse(place)),
  subject: id,
  base: version,
})
const emptyDone = { result: '', fit: '', words: '', met: '', followUp: '', signer: '', unable: '', unsigned: '' }

function DoneForm({ visit }: { readonly visit: Visit }) {
  const t = useText()
  const results = useChoices('visit-result')
  const spot = useSpot()
  const key = `${visit.id}:done`
  const taken = takenIn(usePhone().files, key)
  const [loose, setLoose] = useState(false)
  const form = useForm(key, emptyDone, ({ result, fit, words, signer, unable, unsigned }) => ({
    ...(loose ? { signer: t('sign.unkept') } : {}),
    ...(hasSigned(taken) && signer.trim() === '' ? { signer: t('sign.name.missing') } : {}),
    ...(unable !== '' && unsigned.trim() === '' ? { unsigned: t('sign.why.missing') } : {}),
    ...(result === '' ? { result: t('visit.form.result.missing') } : {}),
    ...(fit === '' ? { fit: t('visit.form.fit.missing') } : {}),
    ...(words.trim() === '' ? { words: t('visit.form.words.missing') } : {}),
  }))
  const make = () =>
    commandOf('visit.done', { ...about(visit), data: doneData(form.values, taken, spot?.ok ? spot.value : null) })
  const { field, restored } = form
  const { save, busy, problem } = useKeep(form, make, `/kunjungan/${visit.id}`)
  return (
    <FieldForm
      title={t('field.visit.done')}
      saveText={t('field.visit.save')}
      restored={restored}
      busy={busy}
      problem={results.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      <RadioField {...field('result')} label={t('field.visit.result')} options={results} />
      <RadioField
        {...field('fit')}
        label={t('field.visit.fit')}
        options={fitness.map((value) => ({ value, label: t(`visit-fit.${value}`) }))}
      />
      <NoteField {...field('words')} label={t('field.visit.words')} description={t('field.visit.words.why')} rows={4} />
      <LineField {...field('met')} label={t('field.visit.met')} maxLength={200} />
      <NoteField {...field('followUp')} label={t('field.visit.follow-up')} rows={2} />
      <PhotoPart form={key} />
      <SignaturePart
        form={key}
        signer={field('signer')}
        unsigned={field('unsigned')}
        unable={field('unable')}
        onLoose={setLoose}
      />
      <SpotNote found={spot} />
    </FieldForm>
  )
}

/** What was found, as it goes over the wire: with what was taken, and who signed or why nobody could. */
function doneData(values: typeof emptyDone, taken: readonly KeptFile[], spot: Spot | null): Sendable['visit.done'] {
  const { result, fit, words, met, followUp, signer, unable, unsigned } = values
  return {
    result,
    fit: fitOf.parse(fit),
    words: words.trim(),
    met: met.trim(),
    followUp: followUp.trim(),
    // Whose picture was taken was there to be seen.
    papers: paperKinds.filter((paper) => taken.some(({ kind }) => kind === paper)),
    agencies: '',
    spot,
    capturedAt: wireOf(Date.now()),
    ...(taken.length > 0 ? { photos: photosOf(taken) } : {}),
    ...(hasSigned(taken) ? { signer: signer.trim() } : {}),
    ...(unable === '' ? {} : { unsigned: unsigned.trim() }),
  }
}

const hasSigned = (taken: readonly KeptFile[]): boolean => taken.some(({ kind }) => kind === 'signature')

function MissForm({ visit }: { readonly visit: Visit }) {
  const t = useText()
  const reasons = useChoices('visit-missed')
  const spot = useSpot()
  const form = useForm(`${visit.id}:miss`, { reason: '', note: '' }, ({ reason }) =>
    reason === '' ? { reason: t('visit.form.reason.missing') } : {},
  )
  const make = () => {
    const data = { ...form.values, spot: spot?.ok ? spot.value : null, capturedAt: wireOf(Date.now()) }
    return commandOf('visit.miss', { ...about(visit), data })
  }
  const { save, busy, problem } = useKeep(form, make, `/kunjungan/${visit.id}`)
  return (
    <FieldForm
      title={t('field.visit.miss')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={reasons.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      <RadioField {...form.field('reason')} label={t('field.visit.reason')} options={reasons} />
      <NoteField {...form.field('note')} label={t('field.visit.note')} rows={2} />
      <SpotNote found={spot} />
    </FieldForm>
  )
}
