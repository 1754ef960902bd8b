import { Button } from '@navikt/ds-react/Button'
import { Fieldset } from '@navikt/ds-react/Fieldset'
import { Select } from '@navikt/ds-react/Select'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { cellLimitList, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import { psksFieldKinds } from '@openslrt/core/psks/kinds.ts'
import { psksWho } from '@openslrt/core/psks/psks.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { BasisField } from './basis-field.tsx'
import type { ItemValues } from './item-form.ts'
import { fieldsIn, freshCode, type WelfareField, type WelfareList } from './welfare-items.ts'

interface WelfareFieldsProps {
  readonly list: WelfareList
  readonly form: Form<ItemValues>
}

/** What a type of PPKS, a kind of PSKS or a limit of figures says beside its names. */
export function WelfareFields({ list, form }: WelfareFieldsProps) {
  const t = useText()
  if (list === cellLimitList)
    return (
      <>
        <LineField
          {...form.field('amount')}
          label={t('lists.form.least')}
          description={t('lists.form.least.hint')}
          inputMode="numeric"
          maxLength={2}
          htmlSize={6}
        />
        <BasisField {...form.field('basis')} />
      </>
    )
  return (
    <>
      <LineField
        {...form.field('number')}
        label={t('lists.form.ministry-number')}
        inputMode="numeric"
        maxLength={2}
        htmlSize={6}
      />
      {list === ppksTypeList ? <RestrictedField form={form} /> : <KindParts form={form} />}
    </>
  )
}

type Part = Pick<WelfareFieldsProps, 'form'>

function RestrictedField({ form }: Part) {
  const t = useText()
  const { id, value, onChange } = form.field('restricted')
  return (
    <Select id={id} label={t('lists.form.restricted')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('lists.form.restricted.none')}</option>
      {restrictedKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`restricted.${kind}`)}
        </option>
      ))}
    </Select>
  )
}

function KindParts({ form }: Part) {
  const t = useText()
  const fields = fieldsIn(form.values)
  const put = (all: readonly WelfareField[]): void => form.change({ fields: JSON.stringify(all) })
  return (
    <>
      <RadioField
        {...form.field('who')}
        label={t('lists.form.who')}
        options={psksWho.map((who) => ({ value: who, label: t(`lists.form.who.${who}`) }))}
      />
      <Fieldset
        id={form.field('fields').id}
        legend={t('lists.form.fields')}
        description={t('lists.form.fields.hint')}
        error={form.errors.fields}
      >
        {fields.map((field, nth) => (
          <OneField
            // oxlint-disable-next-line no-array-index-key -- a field that is being named has no code of its own yet
            key={nth}
            nth={nth}
            field={field}
            onPut={(next) => put(fields.map((one, at) => (at === nth ? next : one)))}
            onDrop={() => put(fields.filter((_, at) => at !== nth))}
          />
        ))}
        <div>
          <Button
            type="button"
            size="small"
            variant="secondary"
            data-color="neutral"
            onClick={() =>
              put([...fields, { code: freshCode(fields.map(({ code }) => code)), kind: 'text', id: '', en: '' }])
            }
          >
            {t('lists.form.fields.add')}
          </Button>
        </div>
      </Fieldset>
    </>
  )
}

interface OneFieldProps {
  readonly nth: number
  readonly field: WelfareField
  readonly onPut: (field: WelfareField) => void
  readonly onDrop: () => void
}

function OneField({ nth, field, onPut, onDrop }: OneFieldProps) {
  const t = useText()
  const line = (name: 'id' | 'en') => ({
    id: `field-${nth}-${name}`,
    value: field[name],
    error: undefined,
    onChange: (said: string) => onPut({ ...field, [name]: said }),
  })
  return (
    <fieldset className="lists__field">
      <legend>{t('lists.form.fields.nth', { n: nth + 1 })}</legend>
      <LineField {...line('id')} label={t('lists.form.name.id')} maxLength={80} />
      <LineField {...line('en')} label={t('lists.form.name.en')} maxLength={80} />
      <Select
        label={t('lists.form.kind')}
        value={field.kind}
        onChange={(event) => onPut({ ...field, kind: event.target.value })}
      >
        {psksFieldKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`lists.form.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <div>
        <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onDrop}>
          {t('lists.form.fields.drop')}
        </Button>
      </div>
    </fieldset>
  )
}
