import '../match/work-texts.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { useKeep } from '../screens/use-keep.ts'

/** FIELD-25 A visit after a case was closed: whether its result reached the family, and how they live now. */
export function FollowScreen({ id }: { readonly id: string }) {
  const t = useText()
  const kase = usePhone().view.case.get(id)
  if (!kase || kase.visitAt === null)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  return <FollowForm key={id} kase={kase} />
}

function FollowForm({ kase }: { readonly kase: ReplicaRow['case'] }) {
  const t = useText()
  const became = useChoices('became')
  const form = useForm(`follow:${kase.id}:${kase.version}`, { became: '', note: '' }, (values) => ({
    ...(values.became === '' ? { became: t('work.follow.became.missing') } : {}),
    ...(values.note.trim() === '' ? { note: t('visit.form.words.missing') } : {}),
  }))
  const make = () =>
    commandOf('case.visit', {
      district: ledgerOf(placeCode.parse(kase.place)),
      subject: kase.id,
      base: kase.version,
      data: { became: form.values.became, note: form.values.note.trim() },
    })
  const { save, busy, problem } = useKeep(form, make, '/')
  return (
    <FieldForm
      title={t('work.follow.title')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={became.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      <p>
        {kase.clientName}: {kase.summary}
      </p>
      <p>{t('work.follow.why')}</p>
      <RadioField {...form.field('became')} label={t('work.follow.became')} options={became} />
      <NoteField {...form.field('note')} label={t('field.visit.words')} rows={4} />
    </FieldForm>
  )
}
