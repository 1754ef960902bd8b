import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { type ProgrammesProps, type PublicProgramme, publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Said } from '@openslrt/core/i18n/say-programme.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { idOf } from '../fields.tsx'
import { NothingFound } from '../nothing-found.tsx'

/** What is given, to whom, and what to bring: by village, or what is known everywhere. */
export function Programmes({ search, found, place, items, t }: ProgrammesProps & { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.programmes.title')}</h1>
      <p className="public__lead">{t('public.programmes.lead')}</p>
      <form className="form" method="get" action={publicPaths.programmes}>
        <div className="search">
          <TextField
            name="cari"
            id={idOf('search')}
            label={t('public.report.search')}
            description={t('public.programmes.search.why')}
            defaultValue={search}
            autoComplete="off"
          />
          <Button type="submit">{t('public.report.search.send')}</Button>
        </div>
      </form>
      {found?.places.length === 0 && <NothingFound search={search} t={t} />}
      {found && found.places.length > 0 && (
        <section>
          <h2 className="public__subtitle">{t('public.programmes.choose')}</h2>
          <ul>
            {found.places.map(({ code, name, within }) => (
              <li key={code}>
                <a href={`${publicPaths.programmes}?desa=${code}`}>
                  {name}, {within}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="public__subtitle">
        {place ? t('public.programmes.of', { place: place.name }) : t('public.programmes.nation')}
      </h2>
      <ul className="places">
        {items.map((item) => (
          <li key={item.id} className="panel">
            <Programme item={item} t={t} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Programme({ item, t }: { item: PublicProgramme; t: Say }) {
  return (
    <>
      <h3 className="panel__title">{item.name}</h3>
      <p>{item.gives}</p>
      <p className="hint">{item.ownerName}</p>
      <details>
        <summary>{t('public.programmes.who')}</summary>
        <ul>
          <Rule said={item.rule} />
        </ul>
        {item.papers.length > 0 && <p>{t('public.programmes.bring', { papers: item.papers.join(', ') })}</p>}
        {item.decides && <p>{t('public.programmes.decides', { who: item.decides })}</p>}
      </details>
      {!item.certain && <p className="hint">{t('public.programmes.ask')}</p>}
    </>
  )
}

function Rule({ said: { text, parts } }: { said: Said }) {
  return (
    <li>
      {parts.length > 0 ? `${text}:` : text}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <Rule key={JSON.stringify(part)} said={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
