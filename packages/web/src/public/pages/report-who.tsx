import { Alert } from '@navikt/ds-react/Alert'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { contactWays, relations } from '@openslrt/core/case/case.ts'
import { publicPaths, type ReportWhoProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { idAt, idOf, saidOf } from '../fields.tsx'
import { ReportCheck } from '../report-check.tsx'
import { ReportFrame } from '../report-frame.tsx'

type Part = ReportWhoProps & { readonly t: Say }

/** Officers report at their own desk; `self` is the other answer to the question above. */
const others = relations.filter((relation) => relation !== 'self' && relation !== 'officer')
const ways = contactWays.filter((way) => way !== 'none')

/** Step 3: for whom, and how to reach the reporter. Styles show only what the answers above call for. */
export function ReportWho(props: Part) {
  const { form, problems, refusal, t } = props
  return (
    <ReportFrame
      step="who"
      form={form}
      problems={problems}
      t={t}
      above={refusal && <Refused text={refusal.text} receipt={refusal.receipt} t={t} />}
    >
      <RadioGroup
        name="forWhom"
        legend={t('public.report.for')}
        defaultValue={form.forWhom}
        error={saidOf(problems, 'forWhom', t)}
      >
        <Radio value="self" id={idOf('forWhom')}>
          {t('public.report.for.self')}
        </Radio>
        <Radio value="other" className="for-other">
          {t('public.report.for.other')}
        </Radio>
      </RadioGroup>
      <Person {...props} />
      <fieldset className="anonymous">
        <legend className="aksel-label">{t('public.report.anonymous')}</legend>
        <Checkbox
          name="anonymous"
          value="yes"
          defaultChecked={form.anonymous !== ''}
          description={t('public.report.anonymous.why')}
        >
          {t('public.report.anonymous.choice')}
        </Checkbox>
      </fieldset>
      <Own {...props} />
      <TextField
        className="nik"
        name="nik"
        id={idOf('nik')}
        label={t('public.report.nik')}
        description={t('public.report.nik.why')}
        defaultValue={form.nik}
        error={saidOf(problems, 'nik', t)}
        inputMode="numeric"
        autoComplete="off"
      />
      <ReportCheck {...props} />
    </ReportFrame>
  )
}

/** The person in need, when somebody else reports. */
function Person({ form, problems, t }: Part) {
  return (
    <fieldset className="person">
      <legend className="aksel-label">{t('public.report.person')}</legend>
      <p className="person__why">{t('public.report.person.why')}</p>
      <TextField
        name="person"
        id={idOf('person')}
        label={t('public.report.name.other')}
        description={t('public.report.name.other.why')}
        defaultValue={form.person}
        error={saidOf(problems, 'person', t)}
        autoComplete="off"
      />
      <Select
        name="relation"
        id={idOf('relation')}
        label={t('public.report.relation')}
        defaultValue={form.relation}
        error={saidOf(problems, 'relation', t)}
      >
        <option value="">{t('public.report.relation.none')}</option>
        {others.map((relation) => (
          <option key={relation} value={relation}>
            {t(`relation.${relation}`)}
          </option>
        ))}
      </Select>
    </fieldset>
  )
}

/** The reporter: name, number, and how they want to be reached. */
function Own({ form, problems, t }: Part) {
  return (
    <div className="own">
      <TextField
        name="name"
        id={idOf('name')}
        label={t('public.report.name')}
        description={t('public.report.name.why')}
        defaultValue={form.name}
        error={saidOf(problems, 'name', t)}
        autoComplete="name"
      />
      <TextField
        name="phone"
        id={idOf('phone')}
        label={t('public.report.phone')}
        description={t('public.report.phone.why')}
        defaultValue={form.phone}
        error={saidOf(problems, 'phone', t)}
        type="tel"
        autoComplete="tel"
      />
      <RadioGroup
        name="contactVia"
        legend={t('public.report.contact')}
        defaultValue={form.contactVia}
        error={saidOf(problems, 'contactVia', t)}
      >
        {ways.map((way, at) => (
          <Radio key={way} value={way} id={idAt('contactVia', at)}>
            {t(`contact.${way}`)}
          </Radio>
        ))}
        <Radio value="none">{t('public.report.contact.none')}</Radio>
      </RadioGroup>
    </div>
  )
}

function Refused({ text, receipt, t }: { text: string; receipt: boolean; t: Say }) {
  return (
    <Alert variant="warning" className="said" data-focus="">
      <p>{text}</p>
      {receipt && <a href={publicPaths.receipt}>{t('public.report.again')}</a>}
    </Alert>
  )
}
