import { Checkbox } from '@navikt/ds-react/Checkbox'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import { relations } from '@openslrt/core/case/case.ts'
import { LineField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../../platform/places/place-picker.tsx'
import { useActing } from '../../../platform/session/use-session.ts'
import type { RegisterFormState } from './register-state.ts'
import { isHidden } from './register-values.ts'

/** Who needs it, where they live, and who speaks for them. */
export function WhoPart({ form }: { form: RegisterFormState }) {
  const t = useText()
  const hidden = isHidden(form.values)
  return (
    <div className="register__fields">
      {!hidden && <ClientFields form={form} />}
      {hidden && <InlineMessage status="info">{t('case.register.hidden')}</InlineMessage>}
      <div className="register__pair">
        <VillageField form={form} />
        {!hidden && (
          <LineField
            label={t('act.optional', { label: t('case.field.address') })}
            description={t('case.register.address.hint')}
            maxLength={300}
            {...form.field('address')}
          />
        )}
      </div>
      <ReporterFields form={form} />
    </div>
  )
}

function ClientFields({ form }: { form: RegisterFormState }) {
  const t = useText()
  return (
    <>
      <LineField label={t('case.register.name')} maxLength={200} autoComplete="off" {...form.field('name')} />
      <div className="register__pair">
        <LineField
          label={t('act.optional', { label: t('case.field.nik') })}
          description={t('case.register.nik.hint')}
          inputMode="numeric"
          autoComplete="off"
          {...form.field('nik')}
        />
        <LineField
          label={t('act.optional', { label: t('case.field.kk') })}
          description={t('case.register.kk.hint')}
          inputMode="numeric"
          autoComplete="off"
          {...form.field('kk')}
        />
      </div>
    </>
  )
}

function PhoneField({ form }: { form: RegisterFormState }) {
  const t = useText()
  return (
    <LineField
      label={t('act.optional', { label: t('case.field.phone') })}
      description={t('case.register.phone.hint')}
      inputMode="tel"
      autoComplete="off"
      {...form.field('phone')}
    />
  )
}

function VillageField({ form }: { form: RegisterFormState }) {
  const t = useText()
  const { post } = useActing()
  const { id, value, onChange, error } = form.field('place')
  return (
    <PlacePicker
      id={id}
      label={t('case.register.place')}
      description={t('case.register.place.hint')}
      level="village"
      {...(post && { under: post.district })}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}

function ReporterFields({ form }: { form: RegisterFormState }) {
  const t = useText()
  const relation = form.field('relation')
  const { anonymous } = form.values
  const other = form.values.relation !== 'self'
  const choose = (chosen: string) => {
    const known = relations.find((one) => one === chosen)
    if (known) relation.onChange(known)
  }
  return (
    <>
      <div className="register__pair">
        {!isHidden(form.values) && <PhoneField form={form} />}
        <Select
          id={relation.id}
          label={t('case.register.relation')}
          description={t('case.register.relation.hint')}
          value={relation.value}
          onChange={(event) => choose(event.target.value)}
        >
          {relations.map((one) => (
            <option key={one} value={one}>
              {t(`relation.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {other && !anonymous && (
        <div className="register__pair">
          <LineField
            label={t('act.optional', { label: t('case.register.reporter-name') })}
            maxLength={200}
            autoComplete="off"
            {...form.field('reporterName')}
          />
          <LineField
            label={t('act.optional', { label: t('case.register.reporter-phone') })}
            inputMode="tel"
            autoComplete="off"
            {...form.field('reporterPhone')}
          />
        </div>
      )}
      <Checkbox
        checked={anonymous}
        onChange={(event) => form.change({ anonymous: event.target.checked })}
        description={t('case.register.anonymous.hint')}
      >
        {t('case.register.anonymous')}
      </Checkbox>
    </>
  )
}
