import { Button } from '@navikt/ds-react/Button'
import type { PpksCard } from '@openslrt/core/contract/ppks-queries.ts'
import { officeId, ppksServiceId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Field, useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { Choices } from './filters.tsx'

interface PlanProps {
  readonly card: PpksCard
  readonly choices: Choices
  readonly act: 'plan' | 'add-service'
  readonly onClose: () => void
}

interface Service {
  readonly id: string
  readonly what: string
  readonly office: string
  readonly provider: string
  readonly from: string
  readonly until: string
}
interface Values {
  readonly services: readonly Service[]
}

const lacks = ({ what, office, provider, from }: Service): boolean =>
  what.trim().length < 3 || (office === '' && provider.trim() === '') || from === ''

/** The services of a plan, or one more of them: what, by whom, from when until when. */
export function PlanForm({ card, choices, act: what, onClose }: PlanProps) {
  const t = useText()
  const { form, act, send, blank } = usePlan({ card, choices, act: what, onClose })
  const { services } = form.values
  const put = (nth: number, some: Partial<Service>): void =>
    form.change({ services: services.map((one, at) => (at === nth ? { ...one, ...some } : one)) })
  return (
    <ActDialog
      wide
      title={t(`ppks-act.${what}`)}
      hint={t('ppks.plan.hint')}
      sendText={t(`ppks-act.${what}`)}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {services.map((service, nth) => (
        <fieldset key={service.id} className="ppks__service-form">
          <legend>{t('ppks.plan.nth', { n: nth + 1 })}</legend>
          <ServiceFields
            service={service}
            choices={choices}
            error={form.errors.services && lacks(service) ? form.errors.services : undefined}
            onPut={(some) => put(nth, some)}
          />
          {services.length > 1 && (
            <Button
              type="button"
              size="small"
              variant="tertiary"
              data-color="neutral"
              onClick={() => form.change({ services: services.filter(({ id }) => id !== service.id) })}
            >
              {t('ppks.plan.drop')}
            </Button>
          )}
        </fieldset>
      ))}
      {what === 'plan' && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          data-color="neutral"
          onClick={() => form.change({ services: [...services, blank()] })}
        >
          {t('ppks.plan.more')}
        </Button>
      )}
    </ActDialog>
  )
}

interface ServiceProps {
  readonly service: Service
  readonly choices: Choices
  readonly error: string | undefined
  readonly onPut: (some: Partial<Service>) => void
}

function ServiceFields({ service, choices, error, onPut }: ServiceProps) {
  const t = useText()
  const field = <Name extends keyof Service>(name: Name, wrong: boolean): Field<string> => ({
    id: `${service.id}-${name}`,
    value: service[name],
    onChange: (value) => onPut({ [name]: value }),
    error: wrong ? error : undefined,
  })
  const nobody = service.office === '' && service.provider.trim() === ''
  const groups = [{ name: '', options: choices.offices.map(({ id, name }) => ({ value: id, label: name })) }]
  return (
    <>
      <LineField label={t('ppks.service.what')} maxLength={200} {...field('what', service.what.trim().length < 3)} />
      <ChooseBox
        label={t('ppks.service.office')}
        description={t('ppks.service.office.hint')}
        groups={groups}
        placeholder={t('act.choose')}
        emptyText={t('ppks.service.office.none')}
        {...field('office', nobody)}
      />
      {service.office === '' && (
        <LineField
          label={t('act.optional', { label: t('ppks.service.provider') })}
          maxLength={200}
          {...field('provider', false)}
        />
      )}
      <DayField label={t('ppks.service.from')} {...field('from', service.from === '')} />
      <DayField label={t('act.optional', { label: t('ppks.service.until') })} {...field('until', false)} />
    </>
  )
}

function usePlan({ card: { district, id, version, today }, act: what, onClose }: PlanProps) {
  const t = useText()
  const act = useAct()
  const blank = (): Service => ({ id: newId(), what: '', office: '', provider: '', from: today, until: '' })
  const [initial] = useState<Values>(() => ({ services: [blank()] }))
  const form = useForm(`ppks ${id} ${version} ${what}`, initial, ({ services }) =>
    services.some(lacks) ? { services: t('ppks.form.missing') } : {},
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const target = { district, subject: id, base: version }
    const services = form.values.services.map(wordsOf)
    const [first] = services
    const acted =
      what === 'plan' || !first
        ? await act.send('ppks.plan', { ...target, data: { services } })
        : await act.send('ppks.add-service', { ...target, data: first })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send, blank }
}

const wordsOf = ({ id, what, office, provider, from, until }: Service) => ({
  service: ppksServiceId.parse(id),
  what: what.trim(),
  office: office === '' ? null : officeId.parse(office),
  provider: office === '' ? provider.trim() : '',
  from,
  until: until || null,
})
