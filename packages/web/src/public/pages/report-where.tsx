import { Alert } from '@navikt/ds-react/Alert'
import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { TextField } from '@navikt/ds-react/TextField'
import type { PlaceChoice, ReportWhereProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { idAt, idOf, saidOf } from '../fields.tsx'
import { NothingFound } from '../nothing-found.tsx'
import { ReportFrame } from '../report-frame.tsx'

/** Step 2: where. The search is a button of the same form, so that the Enter key searches and nothing typed is lost. */
export function ReportWhere({ form, problems, found, unserved, t }: ReportWhereProps & { t: Say }) {
  return (
    <ReportFrame
      step="where"
      form={form}
      problems={problems}
      t={t}
      above={unserved !== null && <Unserved place={unserved} t={t} />}
    >
      <div className="search">
        <TextField
          name="search"
          id={idOf('search')}
          label={t('public.report.search')}
          description={t('public.report.search.where')}
          defaultValue={form.search}
          error={saidOf(problems, 'search', t)}
          autoComplete="off"
        />
        <Button type="submit" name="go" value="search" variant="secondary">
          {t('public.report.search.send')}
        </Button>
      </div>
      {found?.more && <p className="hint">{t('public.report.places.many')}</p>}
      {found && found.places.length > 0 && (
        <RadioGroup
          name="village"
          legend={t('public.report.places')}
          defaultValue={form.village}
          error={saidOf(problems, 'village', t)}
        >
          {found.places.map((place, at) => (
            <Radio key={place.code} value={place.code} id={idAt('village', at)} description={about(place, t)}>
              {place.name}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {found?.places.length === 0 && <NothingFound search={form.search} t={t} />}
      <TextField
        name="address"
        id={idOf('address')}
        label={t('public.report.address')}
        description={t('public.report.address.why')}
        defaultValue={form.address}
        error={saidOf(problems, 'address', t)}
        autoComplete="street-address"
      />
    </ReportFrame>
  )
}

/** Where a village lies, and below it which office will take the report. */
function about({ within, office }: PlaceChoice, t: Say): string {
  const key = office?.above ? 'public.report.receives.above' : 'public.report.receives'
  return `${within}\n${office ? t(key, { office: office.name }) : t('public.report.receives.none')}`
}

/** Said plainly: nothing can be sent to a place where nobody would read it. */
function Unserved({ place, t }: { place: string; t: Say }) {
  return (
    <Alert variant="warning" className="said">
      <p>
        <strong>{t('public.report.no-office', { place })}</strong>
      </p>
      <p>{t('public.report.no-office.do')}</p>
    </Alert>
  )
}
