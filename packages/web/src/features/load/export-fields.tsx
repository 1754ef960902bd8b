import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { exportForms, exportSubjects, mostSheetExport } from '@openslrt/core/load/export.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { completeChoices, desilChoices, type ExportChoice } from './export-values.ts'

interface ExportFieldsProps {
  readonly form: Form<ExportChoice>
  readonly district: LedgerCode
}

/** LOAD-16 What, of whom, how, and why; numbers in the open for those alone who may reveal them. */
export function ExportFields({ form, district }: ExportFieldsProps) {
  const t = useText()
  const { can } = useActing()
  return (
    <>
      <What form={form} />
      <PlacePicker
        label={t('export-data.place')}
        description={t('export-data.place.hint')}
        under={district}
        value={form.values.place}
        onChange={(place) => form.change({ place })}
      />
      <Whom form={form} district={district} />
      {can('person.reveal') && (
        <RadioField
          label={t('export-data.numbers')}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`export-data.numbers.${value}`) }))}
          {...form.field('numbers')}
        />
      )}
      <LineField
        label={t('export-data.reason')}
        description={t('export-data.reason.hint')}
        maxLength={200}
        {...form.field('reason')}
      />
    </>
  )
}

interface PartProps {
  readonly form: Form<ExportChoice>
}

function What({ form }: PartProps) {
  const [t, lang] = [useText(), useLanguage()]
  const most = sayNumber(mostSheetExport, lang)
  return (
    <>
      <RadioField
        label={t('export-data.subject')}
        options={exportSubjects.map((value) => ({ value, label: t(`export-data.subject.${value}`) }))}
        {...form.field('subject')}
      />
      <RadioField
        label={t('export-data.form')}
        options={exportForms.map((value) => ({ value, label: t(`export-data.form.${value}`, { most }) }))}
        {...form.field('form')}
      />
    </>
  )
}

/** Of whom: all, where nothing is chosen. */
function Whom({ form, district }: ExportFieldsProps) {
  const t = useText()
  const { data } = useAsk(needRoutes.programmes, { query: { district } })
  const { desils, programme, complete } = form.values
  return (
    <>
      <CheckboxGroup
        legend={t('export-data.desil')}
        description={t('export-data.desil.hint')}
        value={[...desils]}
        onChange={(chosen: string[]) => form.change({ desils: desilChoices.filter((one) => chosen.includes(one)) })}
      >
        <div className="load__desils">
          {desilChoices.map((one) => (
            <Checkbox key={one} value={one}>
              {one === 'none' ? t('export-data.desil.none') : t('export-data.desil.one', { n: one })}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <Select
        label={t('export-data.programme')}
        value={programme}
        onChange={(event) => form.change({ programme: event.target.value })}
      >
        <option value="">{t('export-data.programme.any')}</option>
        {(data?.items ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('export-data.complete')}
        value={complete}
        onChange={(event) => form.change({ complete: event.target.value })}
      >
        <option value="">{t('export-data.complete.any')}</option>
        {completeChoices.map((one) => (
          <option key={one} value={one}>
            {t(`export-data.complete.${one}`)}
          </option>
        ))}
      </Select>
    </>
  )
}
