import '../match/work-texts.ts'
import './mend.css'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { FieldForm } from '../screens/form.tsx'
import { useKeep } from '../screens/use-keep.ts'
import { isToMend } from '../today.ts'
import { mendData } from './mend-values.ts'

/** SUPER-9 What a supervisor sent back is put right on the phone and sent again, with a signal or without. */
export function MendScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view, keys } = usePhone()
  const kase = view.case.get(id)
  if (!kase || !isToMend(kase, keys.me.staff))
    return <EmptyState level={1} title={t('work.mend.none.title')} text={t('work.mend.none.text')} />
  return <MendForm key={id} kase={kase} />
}

function MendForm({ kase }: { readonly kase: ReplicaRow['case'] }) {
  const t = useText()
  const initial = { summary: kase.summary, story: '', note: '' }
  const form = useForm(`mend:${kase.id}:${kase.version}`, initial, (values) => ({
    ...(values.summary.trim().length < 3 ? { summary: t('field.complaint.summary.missing') } : {}),
    ...(values.note.trim() === '' ? { note: t('work.mend.note.missing') } : {}),
  }))
  const make = () =>
    commandOf('case.review-mend', {
      district: ledgerOf(placeCode.parse(kase.place)),
      subject: kase.id,
      base: kase.version,
      data: mendData(form.values, kase.summary),
    })
  const { save, busy, problem } = useKeep(form, make, '/')
  return (
    <FieldForm
      title={t('work.mend.title')}
      saveText={t('work.mend.save')}
      restored={form.restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      <p>{t('work.mend.asked')}</p>
      <blockquote className="mend__asked">{kase.missing}</blockquote>
      <LineField {...form.field('summary')} label={t('field.complaint.summary')} maxLength={200} />
      <NoteField
        {...form.field('story')}
        label={t('field.complaint.story')}
        description={t('work.mend.story.why')}
        rows={3}
      />
      <NoteField {...form.field('note')} label={t('work.mend.note')} rows={3} />
    </FieldForm>
  )
}
