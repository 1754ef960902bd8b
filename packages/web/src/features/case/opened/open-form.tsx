import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { type FormEvent, type RefObject, useRef } from 'react'
import { Link } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { LineField, NoteField } from '../../../platform/act/fields.tsx'
import { RestoredNote } from '../../../platform/act/restored-note.tsx'
import type { Form } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ConsentFields } from '../../../platform/offices/consent-fields.tsx'
import { PlacePicker } from '../../../platform/places/place-picker.tsx'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { ChooseBox } from '../../../ui/choose-box.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { useCategoryGroups } from '../use-categories.ts'
import { type OpenValues, restrictedIn } from './open-values.ts'
import { type Opening, useOpening } from './use-opening.ts'
import '../register/register.css'
import './opened.css'

type OpenForm = Form<OpenValues>

/** One short page: who, what, and by what right their office is told. */
export function OpeningForm(props: Opening) {
  const t = useText()
  const summary = useRef<HTMLDivElement>(null)
  const { form, act, send } = useOpening(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.passes()) void send()
    else requestAnimationFrame(() => summary.current?.focus())
  }
  return (
    <>
      <PageHead title={t('open.title')} back={<Link href="/dibuka">{t('opened.title')}</Link>} />
      <p className="opened-lead">{t('open.lead')}</p>
      <RestoredNote {...form} />
      <form className="open-case" noValidate onSubmit={submit}>
        <Panel title={t('open.who')}>
          <WhoFields form={form} />
        </Panel>
        <Panel title={t('open.what')}>
          <WhatFields form={form} />
        </Panel>
        <Panel title={t('open.consent')}>
          <div className="register__fields">
            <ConsentFields basis={form.field('basis')} words={form.field('words')} />
          </div>
        </Panel>
        <Faults form={form} place={summary} />
        <ActProblem problem={act.problem} />
        <div className="register__send">
          <Button loading={act.busy}>{t(act.busy ? 'act.sending' : 'open.send')}</Button>
        </div>
      </form>
    </>
  )
}

function WhoFields({ form }: { form: OpenForm }) {
  const t = useText()
  const optional = (label: string): string => t('act.optional', { label })
  const place = form.field('place')
  return (
    <div className="register__fields">
      <LineField label={t('case.register.name')} maxLength={200} autoComplete="off" {...form.field('name')} />
      <div className="register__pair">
        <PlacePicker label={t('case.register.place')} description={t('open.place.hint')} level="village" {...place} />
        <LineField
          label={optional(t('case.field.address'))}
          description={t('case.register.address.hint')}
          maxLength={300}
          {...form.field('address')}
        />
      </div>
      <div className="register__pair">
        <LineField
          label={optional(t('case.field.phone'))}
          description={t('case.register.phone.hint')}
          inputMode="tel"
          autoComplete="off"
          {...form.field('phone')}
        />
        <LineField
          label={optional(t('case.field.nik'))}
          description={t('case.register.nik.hint')}
          inputMode="numeric"
          autoComplete="off"
          {...form.field('nik')}
        />
      </div>
    </div>
  )
}

function WhatFields({ form }: { form: OpenForm }) {
  const t = useText()
  const district = useActing().post?.district ?? null
  const groups = useCategoryGroups(district, null)
  const chosen = useLists(district)
    .items('category')
    .find(({ code }) => code === form.values.category)
  return (
    <div className="register__fields">
      <ChooseBox
        label={t('case.field.category')}
        description={t('case.register.category.hint')}
        groups={groups}
        placeholder={t('case.register.category.placeholder')}
        emptyText={t('case.category.none')}
        {...form.field('category')}
      />
      {restrictedIn(chosen) !== null && <InlineMessage status="info">{t('open.restricted')}</InlineMessage>}
      <Checkbox
        checked={form.values.red}
        onChange={(event) => form.change({ red: event.target.checked })}
        description={t('case.register.red.hint')}
      >
        {t('case.register.red')}
      </Checkbox>
      <LineField label={t('open.summary')} maxLength={200} {...form.field('summary')} />
      <NoteField
        label={t('act.optional', { label: t('case.register.story') })}
        description={t('open.story.hint')}
        {...form.field('story')}
      />
    </div>
  )
}

function Faults({ form, place }: { form: OpenForm; place: RefObject<HTMLDivElement | null> }) {
  const faults = keysOf(form.values).flatMap((name) => {
    const text = form.errors[name]
    return text ? [{ id: form.field(name).id, text }] : []
  })
  if (faults.length === 0) return null
  return (
    <ErrorSummary ref={place} size="small">
      {faults.map(({ id, text }) => (
        <ErrorSummary.Item key={id} href={`#${id}`}>
          {text}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  )
}
