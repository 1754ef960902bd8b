import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import { caseId, familyId, personId } from '@openslrt/core/kernel/id.ts'
import { ledgerOf, placeCode, villageCode } from '@openslrt/core/place/code.ts'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { Choice, GivenFields } from './given-fields.tsx'
import { brought } from './plan-visit.ts'
import { emptyPlan, givenOf, type PlanValues, planFaults } from './visit-values.ts'
import './visit.css'

/** A visit is planned: whom, why, when, and who goes. Whoever comes from a card brings what it says. */
export function Screen() {
  const t = useText()
  const said = brought.safeParse(useHistoryState()).data
  const about = said?.about ?? { case: null, family: null, person: null }
  const key = `visit:plan:${about.case ?? about.family ?? about.person ?? ''}`
  const form = useForm(key, { ...emptyPlan, ...said?.values }, (values) => planFaults(values, t))
  const { act, send } = usePlan(form, about)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void send()
  }
  return (
    <>
      <PageHead
        title={t('visit.act.plan')}
        back={
          <Button as={Link} href="/kunjungan" size="small" variant="tertiary" data-color="neutral">
            {t('visit.back')}
          </Button>
        }
      />
      <form className="visit visit--form" noValidate onSubmit={submit}>
        <RestoredNote {...form} />
        <Panel title={t('visit.about')}>
          <WhomFields form={form} />
        </Panel>
        <Panel title={t('visit.title')}>
          <WhyFields form={form} />
          <GivenFields
            village={form.values.place?.code ?? ''}
            office={form.field('office')}
            assignee={form.field('assignee')}
            onOffice={(office) => form.change({ office, assignee: '' })}
          />
        </Panel>
        <ActProblem problem={act.problem} />
        <div>
          <Button loading={act.busy}>{t('visit.act.plan')}</Button>
        </div>
      </form>
    </>
  )
}

function WhomFields({ form }: { form: Form<PlanValues> }) {
  const t = useText()
  const { post } = useActing()
  const place = form.field('place')
  const optional = (label: string): string => t('act.optional', { label })
  return (
    <>
      <PlacePicker
        id={place.id}
        label={t('visit.village')}
        level="village"
        {...(post && { under: post.place })}
        value={place.value}
        error={place.error}
        onChange={(chosen) => form.change({ place: chosen, office: '', assignee: '' })}
      />
      <LineField {...form.field('name')} label={t('visit.form.name')} maxLength={200} autoComplete="off" />
      <LineField {...form.field('address')} label={optional(t('visit.form.address'))} maxLength={300} />
      <LineField
        {...form.field('phone')}
        label={optional(t('visit.form.phone'))}
        inputMode="tel"
        maxLength={20}
        autoComplete="off"
      />
    </>
  )
}

function WhyFields({ form }: { form: Form<PlanValues> }) {
  const t = useText()
  const { post } = useActing()
  const district = form.values.place ? ledgerOf(placeCode.parse(form.values.place.code)) : (post?.district ?? null)
  const lists = useLists(district)
  const optional = (label: string): string => t('act.optional', { label })
  const triggers: readonly ListItem[] = lists.items('visit-trigger')
  return (
    <>
      <Choice
        {...form.field('trigger')}
        label={t('visit.form.trigger')}
        options={[['', t('act.choose')], ...triggers.map((item) => [item.code, lists.nameOf(item)] as const)]}
      />
      <DayField {...form.field('day')} label={t('visit.form.day')} />
      <NoteField {...form.field('ask')} label={optional(t('visit.ask'))} description={t('visit.form.ask.hint')} />
      <LineField {...form.field('proposal')} label={optional(t('visit.proposal'))} maxLength={100} />
    </>
  )
}

interface About {
  readonly case: string | null
  readonly family: string | null
  readonly person: string | null
}

/** Sends the plan, and goes to the visit. */
function usePlan(form: Form<PlanValues>, about: About) {
  const act = useAct()
  const [, go] = useLocation()
  const [subject] = useState(newId)
  const send = async (): Promise<void> => {
    const { place, name, address, phone, trigger, ask, proposal, day, ...given } = form.values
    if (!form.passes() || place === null) return
    const village = villageCode.parse(place.code)
    const district = ledgerOf(village)
    const data = {
      place: village,
      case: about.case === null ? null : caseId.parse(about.case),
      family: about.family === null ? null : familyId.parse(about.family),
      person: about.person === null ? null : personId.parse(about.person),
      whom: { name: name.trim(), nik: null, kk: null, phone: phone.trim() || null, address: address.trim() },
      trigger,
      ask: ask.trim(),
      proposal: proposal.trim(),
      day,
      ...givenOf(given),
    }
    const acted = await act.send('visit.plan', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    go(acted.state === 'waiting' ? '/kunjungan' : `/kunjungan/${district}/${subject}`)
  }
  return { act, send }
}
