import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Fieldset } from '@navikt/ds-react/Fieldset'
import { Select } from '@navikt/ds-react/Select'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { caseKinds } from '@openslrt/core/case/case.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { zoneNames } from '@openslrt/core/i18n/when.ts'
import { zones } from '@openslrt/core/kernel/instant.ts'
import type { EditableList } from '@openslrt/core/lists/list-law.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { cellLimitList, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import { psksKindList } from '@openslrt/core/psks/kinds.ts'
import { indicatorKinds, indicatorList } from '@openslrt/core/registry/indicators.ts'
import { holders } from '@openslrt/core/registry/registry.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { BasisField } from './basis-field.tsx'
import { type ItemValues, kindsOf } from './item-form.ts'
import { useRuledPlace } from './use-ruled-place.ts'
import { WelfareFields } from './welfare-fields.tsx'

interface ItemFieldsProps {
  readonly list: EditableList
  readonly form: Form<ItemValues>
}

/** What an item of this list says beside its names. */
export function ItemFields({ list, form }: ItemFieldsProps) {
  switch (list) {
    case 'category':
      return <CategoryFields form={form} />
    case 'outcome':
      return <KindsField form={form} />
    case 'window':
    case 'retention':
    case 'letter-purpose':
      return <AmountFields list={list} form={form} />
    case 'zone':
      return <ZoneFields form={form} />
    case indicatorList:
      return <IndicatorFields form={form} />
    case ppksTypeList:
    case psksKindList:
    case cellLimitList:
      return <WelfareFields list={list} form={form} />
    default:
      return null
  }
}

type Part = Pick<ItemFieldsProps, 'form'>

function CategoryFields({ form }: Part) {
  const t = useText()
  const lists = useLists(useRuledPlace().district)
  const [sector, restricted] = [form.field('sector'), form.field('restricted')]
  return (
    <>
      <Select
        id={sector.id}
        label={t('lists.form.sector')}
        value={sector.value}
        error={sector.error}
        onChange={(event) => sector.onChange(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {lists.items('sector').map((item) => (
          <option key={item.code} value={item.code}>
            {lists.nameOf(item)}
          </option>
        ))}
      </Select>
      <KindsField form={form} />
      <LineField
        {...form.field('total')}
        label={t('lists.form.total')}
        inputMode="numeric"
        maxLength={3}
        htmlSize={6}
      />
      <HopFields form={form} />
      <StepFields form={form} />
      <BasisField {...form.field('basis')} />
      <Select
        id={restricted.id}
        label={t('lists.form.restricted')}
        value={restricted.value}
        onChange={(event) => restricted.onChange(event.target.value)}
      >
        <option value="">{t('lists.form.restricted.none')}</option>
        {restrictedKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`restricted.${kind}`)}
          </option>
        ))}
      </Select>
    </>
  )
}

/** How long a case may stay at an office of each level. */
function HopFields({ form }: Part) {
  const t = useText()
  return (
    <Fieldset id={form.field('hop-village').id} legend={t('lists.form.hops')} error={form.errors['hop-village']}>
      <div className="lists__hops">
        {officeLevels.map((level) => (
          <LineField
            key={level}
            {...form.field(`hop-${level}`)}
            error={undefined}
            label={t(`level.${level}`)}
            size="small"
            inputMode="numeric"
            maxLength={3}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** How an office's time is parted over the steps of its work, and what happens when it is over. */
function StepFields({ form }: Part) {
  const t = useText()
  const [take, rises] = [form.field('take'), form.field('rises')]
  return (
    <>
      <Fieldset
        id={take.id}
        legend={t('lists.form.shares')}
        description={t('lists.form.shares.hint')}
        error={form.errors.take}
      >
        <div className="lists__hops">
          {(['take', 'decide'] as const).map((step) => (
            <LineField
              key={step}
              {...form.field(step)}
              error={undefined}
              label={t(`lists.form.${step}`)}
              size="small"
              inputMode="numeric"
              maxLength={2}
            />
          ))}
        </div>
      </Fieldset>
      <Checkbox
        id={rises.id}
        checked={rises.value === 'yes'}
        onChange={(event) => rises.onChange(event.target.checked ? 'yes' : 'no')}
      >
        {t('lists.form.rises')}
      </Checkbox>
    </>
  )
}

function KindsField({ form }: Part) {
  const t = useText()
  const { id, error, onChange } = form.field('kinds')
  return (
    <CheckboxGroup
      id={id}
      legend={t('lists.form.kinds')}
      error={error}
      value={[...kindsOf(form.values)]}
      onChange={(kinds: readonly string[]) => onChange(kinds.join(' '))}
    >
      {caseKinds.map((kind) => (
        <Checkbox key={kind} value={kind}>
          {t(`kind.${kind}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

const amountWords: Readonly<Partial<Record<EditableList, MessageKey>>> = {
  retention: 'lists.form.years',
  'letter-purpose': 'lists.form.desil',
}

function AmountFields({ list, form }: ItemFieldsProps) {
  const t = useText()
  const label = t(amountWords[list] ?? 'lists.form.days')
  return (
    <>
      <LineField {...form.field('amount')} label={label} inputMode="numeric" maxLength={3} htmlSize={6} />
      <BasisField {...form.field('basis')} />
    </>
  )
}

function ZoneFields({ form }: Part) {
  const t = useText()
  const { id, value, error, onChange } = form.field('zone')
  return (
    <>
      <Select
        id={id}
        label={t('lists.form.zone')}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('act.choose')}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneNames[zone]}
          </option>
        ))}
      </Select>
      <BasisField {...form.field('basis')} />
    </>
  )
}

/** Of whom a place's own question is asked, how it is answered, and why it is asked. */
function IndicatorFields({ form }: Part) {
  const t = useText()
  return (
    <>
      <RadioField
        {...form.field('of')}
        label={t('lists.form.of')}
        options={holders.map((of) => ({ value: of, label: t(`lists.form.of.${of}`) }))}
      />
      <RadioField
        {...form.field('kind')}
        label={t('lists.form.kind')}
        options={indicatorKinds.map((kind) => ({ value: kind, label: t(`lists.form.kind.${kind}`) }))}
      />
      <LineField {...form.field('why')} label={t('lists.form.why')} maxLength={300} />
    </>
  )
}
