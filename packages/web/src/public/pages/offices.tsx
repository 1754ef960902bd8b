import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { type OfficesProps, type PlaceChoice, publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { Facts } from '../facts.tsx'
import { idOf } from '../fields.tsx'
import { NothingFound } from '../nothing-found.tsx'
import { Phone } from '../phone.tsx'

/** Which office serves a village, with where and when to find it. The name of a village is nobody's secret: a plain GET. */
export function Offices({ search, found, t }: OfficesProps & { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.offices.title')}</h1>
      <p className="public__lead">{t('public.offices.lead')}</p>
      <form className="form" method="get" action={publicPaths.offices}>
        <div className="search">
          <TextField
            name="cari"
            id={idOf('search')}
            label={t('public.report.search')}
            description={t('public.offices.search.why')}
            defaultValue={search}
            autoComplete="off"
          />
          <Button type="submit">{t('public.report.search.send')}</Button>
        </div>
      </form>
      {found?.places.length === 0 && <NothingFound search={search} t={t} />}
      {found && found.places.length > 0 && (
        <section>
          <h2 className="public__subtitle">{t('public.offices.results')}</h2>
          {found.more && <p className="hint">{t('public.report.places.many')}</p>}
          <ul className="places">
            {found.places.map((place) => (
              <li key={place.code} className="panel">
                <Place place={place} t={t} />
              </li>
            ))}
          </ul>
          <a href={publicPaths.report}>{t('public.offices.report')}</a>
        </section>
      )}
    </>
  )
}

function Place({ place, t }: { place: PlaceChoice; t: Say }) {
  const { name, within, office } = place
  const unknown = t('public.offices.unknown')
  return (
    <>
      <p className="places__name">
        <strong>{name}</strong> {within}
      </p>
      <h3 className="panel__title">{office?.name ?? t('public.report.receives.none')}</h3>
      {office?.above && <p className="hint">{t('public.offices.above')}</p>}
      {office ? (
        <Facts
          facts={[
            [t('public.offices.address'), office.address || unknown],
            [t('public.offices.phone'), office.phone ? <Phone key="phone" number={office.phone} /> : unknown],
            [t('public.offices.now'), office.open],
            [t('public.offices.hours'), t('public.offices.hours.text', { hours: office.hours })],
          ]}
        />
      ) : (
        <p className="hint">{t('public.report.no-office.do')}</p>
      )}
    </>
  )
}
