import '../match/work-texts.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { useSearch } from 'wouter'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { useKeep } from '../screens/use-keep.ts'
import { type FollowValues, faultsOf, isToldOf, noteOf, nothingSeen, reaches } from './follow-values.ts'
import { Promised } from './promised.tsx'

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
  const form = useForm<FollowValues>(`follow:${kase.id}:${kase.version}`, nothingSeen, (values) =>
    Object.fromEntries(Object.entries(faultsOf(values)).map(([name, fault]) => [name, t(fault)])),
  )
  const make = () =>
    commandOf('case.visit', {
      district: ledgerOf(placeCode.parse(kase.place)),
      subject: kase.id,
      base: kase.version,
      data: { became: form.values.became, note: noteOf(form.values, t) },
    })
  const visit = new URLSearchParams(useSearch()).get('kunjungan')
  const { save, busy, problem } = useKeep(form, make, visit ? `/kunjungan/${visit}` : '/')
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
      <Promised kase={kase} />
      <p>{t('work.follow.why')}</p>
      <RadioField {...form.field('became')} label={t('work.follow.became')} options={became} />
      {isToldOf(form.values) && (
        <>
          <RadioField
            {...form.field('reached')}
            label={t('work.follow.reached')}
            options={reaches.map((value) => ({ value, label: t(`work.follow.reached.${value}`) }))}
          />
          {form.values.reached !== 'no' && (
            <LineField
              {...form.field('used')}
              label={t('act.optional', { label: t('work.follow.used') })}
              description={t('work.follow.used.why')}
              maxLength={300}
            />
          )}
        </>
      )}
      <NoteField {...form.field('note')} label={t('field.visit.words')} rows={4} />
      {isToldOf(form.values) && (
        <NoteField
          {...form.field('next')}
          label={t('act.optional', { label: t('work.follow.next') })}
          description={t('work.follow.next.why')}
          rows={2}
        />
      )}
    </FieldForm>
  )
}
