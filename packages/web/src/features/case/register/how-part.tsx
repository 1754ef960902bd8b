import { Select } from '@navikt/ds-react/Select'
import { contactWays } from '@openslrt/core/case/case.ts'
import { lazy, Suspense } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { RegisterFormState } from './register-state.ts'
import { contactOf, isHidden } from './register-values.ts'

// Few need it, and the page has much to load.
const CareField = lazy(async () => ({ default: (await import('../care-field.tsx')).CareField }))

const FormField = lazy(async () => ({ default: (await import('../blank/form-field.tsx')).FormField }))

/** How it came in, and how the answer may reach the citizen. */
export function HowPart({ form }: { form: RegisterFormState }) {
  const t = useText()
  const lists = useLists(useActing().post?.district ?? null)
  const channel = form.field('channel')
  const contact = form.field('contactVia')
  const choose = (chosen: string) => {
    const way = contactWays.find((one) => one === chosen)
    if (way) contact.onChange(way)
  }
  return (
    <div className="register__fields register__pair">
      <Select
        id={channel.id}
        label={t('case.field.channel')}
        value={channel.value}
        onChange={(event) => channel.onChange(event.target.value)}
      >
        {lists.items('channel').map((item) => (
          <option key={item.code} value={item.code}>
            {lists.nameOf(item)}
          </option>
        ))}
      </Select>
      {!isHidden(form.values) && (
        <Select
          id={contact.id}
          label={t('case.register.contact')}
          value={contactOf(form.values)}
          onChange={(event) => choose(event.target.value)}
        >
          {contactWays.map((way) => (
            <option key={way} value={way}>
              {t(`contact.${way}`)}
            </option>
          ))}
        </Select>
      )}
      {!isHidden(form.values) && (
        <Suspense fallback={null}>
          <CareField {...form.field('contactCare')} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <FormField {...form.field('form')} />
      </Suspense>
    </div>
  )
}
