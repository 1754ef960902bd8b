import type { FactAbout, SaidFact } from '@openslrt/core/contract/network.ts'
import type { NetworkCard } from '@openslrt/core/contract/network-queries.ts'
import {
  connections,
  deviceKinds,
  fundingSources,
  initiators,
  legalForms,
  premisesKinds,
} from '@openslrt/core/network/kinds.ts'
import type { ComponentType, ReactNode } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { ActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { countOf, degreesOf, isRupiah, isWithin, isYear, rupiahOf, yearOf } from './fact-values.ts'
import { type FactFormProps, useFactForm } from './use-fact-form.ts'

/** The form of each fact. */
export const factForms: Readonly<Record<FactAbout, ComponentType<FactFormProps>>> = {
  legal: LegalForm,
  grown: GrownForm,
  funding: FundingForm,
  premises: PremisesForm,
  devices: DevicesForm,
  connection: ConnectionForm,
  site: SiteForm,
}

/** What holds of a fact by now, where a form begins with it. */
function heldOf<About extends FactAbout>(card: NetworkCard, about: About) {
  type Own = Extract<SaidFact, { about: About }>
  return card.facts.map(({ said }) => said).find((said): said is Own => said.about === about)
}

function LegalForm(props: FactFormProps) {
  const t = useText()
  const step = useFactForm('legal', props, {
    initial: { form: '', number: '', on: '', from: props.card.today },
    check: ({ form, number, on }) => ({
      ...(form === '' && { form: t('network.form.choose') }),
      ...(number.trim() === '' && { number: t('network.form.missing') }),
      ...(on === '' && { on: t('network.form.missing') }),
    }),
    data: ({ form, number, on }, dated) => ({ ...dated, form: oneOf(legalForms, form), number: number.trim(), on }),
  })
  return (
    <Dialog about="legal" step={step} onClose={props.onClose}>
      <RadioField
        label={t('network.form.form')}
        options={legalForms.map((value) => ({ value, label: t(`network-legal.${value}`) }))}
        {...step.field('form')}
      />
      <LineField
        label={t('network.form.number')}
        description={t('network.form.number.hint')}
        maxLength={120}
        {...step.field('number')}
      />
      <DayField label={t('network.form.on')} {...step.field('on')} />
    </Dialog>
  )
}

function GrownForm(props: FactFormProps) {
  const t = useText()
  const held = heldOf(props.card, 'grown')
  const step = useFactForm('grown', props, {
    initial: {
      year: held ? String(held.year) : '',
      on: held?.on ?? '',
      cohort: held?.cohort ? String(held.cohort) : '',
      initiator: held?.initiator ?? '',
      from: props.card.today,
    },
    check: ({ year, cohort, initiator }) => ({
      ...(!isYear(year, true) && { year: t('network.form.wrong-year') }),
      ...(!isYear(cohort, false) && { cohort: t('network.form.wrong-year') }),
      ...(initiator === '' && { initiator: t('network.form.choose') }),
    }),
    data: ({ year, on, cohort, initiator }, dated) => ({
      ...dated,
      year: yearOf(year) ?? 0,
      on: on === '' ? null : on,
      cohort: yearOf(cohort),
      initiator: oneOf(initiators, initiator),
    }),
  })
  return (
    <Dialog about="grown" step={step} onClose={props.onClose}>
      <YearField label={t('network.form.year')} {...step.field('year')} />
      <DayField label={t('act.optional', { label: t('network.form.day') })} {...step.field('on')} />
      <YearField
        label={t('act.optional', { label: t('network.form.cohort') })}
        description={t('network.form.cohort.hint')}
        {...step.field('cohort')}
      />
      <RadioField
        label={t('network.column.initiator')}
        options={initiators.map((value) => ({ value, label: t(`network-initiator.${value}`) }))}
        {...step.field('initiator')}
      />
    </Dialog>
  )
}

function FundingForm(props: FactFormProps) {
  const t = useText()
  const step = useFactForm('funding', props, {
    initial: { year: props.card.today.slice(0, 4), source: '', amount: '', from: props.card.today },
    check: ({ year, source, amount }) => ({
      ...(!isYear(year, true) && { year: t('network.form.wrong-year') }),
      ...(source === '' && { source: t('network.form.choose') }),
      ...(!isRupiah(amount) && { amount: t('network.form.wrong-amount') }),
    }),
    data: ({ year, source, amount }, dated) => ({
      ...dated,
      year: yearOf(year) ?? 0,
      source: oneOf(fundingSources, source),
      amount: rupiahOf(amount),
    }),
  })
  return (
    <Dialog about="funding" step={step} onClose={props.onClose}>
      <YearField label={t('network.form.money-year')} {...step.field('year')} />
      <RadioField
        label={t('network.form.source')}
        options={fundingSources.map((value) => ({ value, label: t(`network-source.${value}`) }))}
        {...step.field('source')}
      />
      <LineField
        label={t('act.optional', { label: t('network.form.amount') })}
        inputMode="numeric"
        maxLength={20}
        htmlSize={20}
        {...step.field('amount')}
      />
    </Dialog>
  )
}

function PremisesForm(props: FactFormProps) {
  const t = useText()
  const held = heldOf(props.card, 'premises')
  const step = useFactForm('premises', props, {
    initial: { premises: held?.premises ?? '', words: held?.words ?? '', from: props.card.today },
    check: ({ premises }) => (premises === '' ? { premises: t('network.form.choose') } : {}),
    data: ({ premises, words }, dated) => ({ ...dated, premises: oneOf(premisesKinds, premises), words: words.trim() }),
  })
  return (
    <Dialog about="premises" step={step} onClose={props.onClose}>
      <RadioField
        label={t('network-about.premises')}
        options={premisesKinds.map((value) => ({ value, label: t(`network-premises.${value}`) }))}
        {...step.field('premises')}
      />
      <LineField
        label={t('act.optional', { label: t('network.form.words') })}
        maxLength={200}
        {...step.field('words')}
      />
    </Dialog>
  )
}

type Counts = Record<(typeof deviceKinds)[number], string>

function DevicesForm(props: FactFormProps) {
  const t = useText()
  const held = heldOf(props.card, 'devices')
  const counts: Counts = { computer: '', laptop: '', tablet: '', phone: '', printer: '', modem: '' }
  for (const kind of deviceKinds) counts[kind] = held ? String(held[kind]) : ''
  const step = useFactForm('devices', props, {
    initial: { ...counts, from: props.card.today },
    check: (values) =>
      Object.fromEntries(
        deviceKinds
          .filter((kind) => Number.isNaN(countOf(values[kind])))
          .map((kind) => [kind, t('network.form.wrong-count')]),
      ),
    data: ({ computer, laptop, tablet, phone, printer, modem }, dated) => ({
      ...dated,
      computer: countOf(computer),
      laptop: countOf(laptop),
      tablet: countOf(tablet),
      phone: countOf(phone),
      printer: countOf(printer),
      modem: countOf(modem),
    }),
  })
  return (
    <Dialog about="devices" step={step} onClose={props.onClose}>
      <div className="network__counts">
        {deviceKinds.map((kind) => (
          <LineField
            key={kind}
            label={t(`network-device.${kind}`)}
            inputMode="numeric"
            maxLength={3}
            htmlSize={5}
            {...step.field(kind)}
          />
        ))}
      </div>
    </Dialog>
  )
}

function ConnectionForm(props: FactFormProps) {
  const t = useText()
  const step = useFactForm('connection', props, {
    initial: { connection: props.card.connection ?? '', from: props.card.today },
    check: ({ connection }) => (connection === '' ? { connection: t('network.form.choose') } : {}),
    data: ({ connection }, dated) => ({ ...dated, connection: oneOf(connections, connection) }),
  })
  return (
    <Dialog about="connection" step={step} onClose={props.onClose}>
      <RadioField
        label={t('network-about.connection')}
        options={connections.map((value) => ({ value, label: t(`network-connection.${value}`) }))}
        {...step.field('connection')}
      />
    </Dialog>
  )
}

function SiteForm(props: FactFormProps) {
  const t = useText()
  const held = heldOf(props.card, 'site')
  const step = useFactForm('site', props, {
    initial: {
      lat: held ? String(held.spot.lat) : '',
      long: held ? String(held.spot.long) : '',
      from: props.card.today,
    },
    check: ({ lat, long }) => ({
      ...(!isWithin(lat, -12, 8) && { lat: t('network.form.wrong-site') }),
      ...(!isWithin(long, 94, 142) && { long: t('network.form.wrong-site') }),
    }),
    data: ({ lat, long }, dated) => ({ ...dated, spot: { lat: degreesOf(lat), long: degreesOf(long) } }),
  })
  return (
    <Dialog about="site" step={step} onClose={props.onClose}>
      <LineField
        label={t('network.form.lat')}
        description={t('network.form.site.hint')}
        maxLength={16}
        htmlSize={16}
        {...step.field('lat')}
      />
      <LineField label={t('network.form.long')} maxLength={16} htmlSize={16} {...step.field('long')} />
    </Dialog>
  )
}

/** A code of a list that a form let somebody choose; the form sends nothing before one is chosen. */
function oneOf<Name extends string>(names: readonly [Name, ...Name[]], value: string): Name {
  return names.find((name) => name === value) ?? names[0]
}

function YearField(props: Omit<Parameters<typeof LineField>[0], 'inputMode' | 'maxLength' | 'htmlSize'>) {
  return <LineField inputMode="numeric" maxLength={4} htmlSize={6} {...props} />
}

interface DialogProps<Values extends { readonly from: string }> {
  readonly about: FactAbout
  readonly step: ActForm<Values>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What all of them have: the day from which it holds stands last. */
function Dialog<Values extends { readonly from: string }>({ about, step, onClose, children }: DialogProps<Values>) {
  const t = useText()
  return (
    <ActDialog
      title={t(`network-say.${about}`)}
      hint={t('network.form.history')}
      sendText={t('network.form.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      {children}
      <DayField label={t('network.form.from')} {...step.field('from')} />
    </ActDialog>
  )
}
