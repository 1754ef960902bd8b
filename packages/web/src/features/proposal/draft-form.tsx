import { Button } from '@navikt/ds-react/Button'
import type { FoundPerson } from '@openslrt/core/contract/proposal-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { proposalKinds } from '@openslrt/core/proposal/kinds.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { AskedPart } from './asked-part.tsx'
import { askedFor, type DraftValues, draftFaults, emptyDraft, kindOf, placeOf, wordsOf } from './draft-values.ts'

interface DraftFormProps {
  readonly found: FoundPerson | null
  readonly nik: string
  readonly kase: string | null
  readonly onAgain: () => void
}

/** What is proposed for whom. It may lack much: a draft is kept, and says on its card what is missing. */
export function DraftForm({ found, nik, kase, onAgain }: DraftFormProps) {
  const t = useText()
  const key = `proposal:new:${found?.id ?? ''}:${kase ?? ''}`
  const form = useForm(key, { ...emptyDraft, nik }, (values) => draftFaults(values, t, found !== null))
  const { act, send } = useDraftSending(form, { found, nik, kase })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void send()
  }
  return (
    <form className="proposal__form" noValidate onSubmit={submit}>
      <RestoredNote {...form} />
      <Panel title={t('proposal.form.whom')}>
        {found ? <FoundRows found={found} /> : <TypedPerson form={form} />}
        <div>
          <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onAgain}>
            {t('proposal.form.again')}
          </Button>
        </div>
      </Panel>
      <Panel title={t('proposal.form.what')}>
        <RadioField
          {...form.field('kind')}
          label={t('proposal.kind')}
          options={proposalKinds.map((kind) => ({ value: kind, label: t(`proposal-kind.${kind}`) }))}
          onChange={(kind) => form.change({ kind, asked: askedFor(kind, found, form.values.asked) })}
        />
      </Panel>
      {form.values.kind !== '' && <AskedPart form={form} found={found} />}
      <ActProblem problem={act.problem} />
      <div>
        <Button loading={act.busy}>{t('proposal.form.save')}</Button>
      </div>
    </form>
  )
}

function FoundRows({ found }: { found: FoundPerson }) {
  const t = useText()
  return (
    <FieldRows>
      <FieldRow label={t('proposal.whom')}>{found.name}</FieldRow>
      <FieldRow label={t('proposal.nik')}>{found.nik}</FieldRow>
      <FieldRow label={t('proposal.kk')}>{found.kk ?? t('proposal.nik.none')}</FieldRow>
      <FieldRow label={t('proposal.place')}>{found.placeName}</FieldRow>
    </FieldRows>
  )
}

function TypedPerson({ form }: { form: Form<DraftValues> }) {
  const t = useText()
  const { post } = useActing()
  return (
    <>
      <p className="proposal__aside">{t('proposal.form.unknown')}</p>
      <LineField {...form.field('name')} label={t('proposal.form.name')} maxLength={200} />
      <LineField
        {...form.field('nik')}
        label={t('act.optional', { label: t('proposal.nik') })}
        inputMode="numeric"
        maxLength={20}
      />
      <PlacePicker
        {...form.field('place')}
        label={t('proposal.place')}
        level="village"
        {...(post && { under: post.place })}
      />
    </>
  )
}

/** Sends the draft, and goes to its card. */
function useDraftSending(form: Form<DraftValues>, { found, nik, kase }: Omit<DraftFormProps, 'onAgain'>) {
  const act = useAct()
  const [, go] = useLocation()
  const [subject] = useState(newId)
  // When it was taken down is when the form was opened: it may be sent much later.
  const [openedAt] = useState(() => Date.now())
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const place = placeOf(form.values, found)
    const district = place.slice(0, 5)
    const data = {
      ...wordsOf(form.values, { found, nik }),
      kind: kindOf(form.values),
      place,
      case: caseId.safeParse(kase?.split('/')[1]).data ?? null,
      visit: null,
      capturedAt: wireOf(openedAt),
    }
    const acted = await act.send('proposal.draft', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    go(acted.state === 'waiting' ? '/usulan' : `/usulan/${district}/${subject}`)
  }
  return { act, send }
}
