import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { otherChoice } from '@openslrt/core/contract/public-forms.ts'
import type { ReportWhatProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { idAt, idOf, saidOf, Words } from '../fields.tsx'
import { ReportFrame } from '../report-frame.tsx'

/** Step 1: what happened. */
export function ReportWhat({ form, problems, common, groups, t }: ReportWhatProps & { t: Say }) {
  return (
    <ReportFrame step="what" form={form} problems={problems} t={t} above={<p>{t('public.report.lead')}</p>}>
      <Category form={form} problems={problems} common={common} groups={groups} t={t} />
      <TextField
        name="summary"
        id={idOf('summary')}
        label={t('public.report.summary')}
        description={t('public.report.summary.why')}
        defaultValue={form.summary}
        error={saidOf(problems, 'summary', t)}
        autoComplete="off"
      />
      <Words
        name="story"
        label={t('public.report.story')}
        why={t('public.report.story.why')}
        typed={form.story}
        rows={6}
        error={saidOf(problems, 'story', t)}
      />
    </ReportFrame>
  )
}

/** The common ones at hand, all others in a list: so it works without script as well. */
function Category({ form, problems, common, groups, t }: Omit<ReportWhatProps, 'shell'> & { t: Say }) {
  return (
    <div className="category">
      <RadioGroup
        name="category"
        legend={t('public.report.category')}
        description={t('public.report.category.why')}
        defaultValue={form.category}
        error={saidOf(problems, 'category', t)}
      >
        {[...common, { value: otherChoice, label: t('public.report.category.other') }].map(({ value, label }, at) => (
          <Radio
            key={value}
            value={value}
            id={idAt('category', at)}
            className={value === otherChoice ? 'category__other' : ''}
          >
            {label}
          </Radio>
        ))}
      </RadioGroup>
      <Select
        className="category__list"
        name="otherCategory"
        id={idOf('otherCategory')}
        label={t('public.report.category.list')}
        defaultValue={form.otherCategory}
        error={saidOf(problems, 'otherCategory', t)}
      >
        <option value="">{t('public.report.category.none')}</option>
        {groups.map(({ label, items }) => (
          <optgroup key={label} label={label}>
            {items.map((item) => (
              <option key={item.value} value={item.value}>
                {item.label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  )
}
