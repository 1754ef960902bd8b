import { publicPaths, type SurgesProps } from '@openslrt/core/contract/public-pages.ts'
import type { PublicSurgeLine } from '@openslrt/core/contract/public-surge.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { DoorCard } from '../door-card.tsx'

/** SURGE-13 Lists of affected people that are told to everybody, each with the way to its numbers. */
export function Surges({ lists, shell, t }: SurgesProps & { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.surges.title')}</h1>
      <p className="public__lead">{t('public.surges.lead')}</p>
      {lists.length === 0 && <p>{t('public.surges.none')}</p>}
      <div className="doors">
        {lists.map((list) => (
          <DoorCard key={list.id} strong href={surgePath(list)} title={list.name} text={textOf(list, shell.lang, t)} />
        ))}
      </div>
    </>
  )
}

const surgePath = ({ district, id }: PublicSurgeLine): string => `${publicPaths.surges}/${district}/${id}`

const textOf = ({ placeName, day, open }: PublicSurgeLine, lang: Lang, t: Say): string =>
  [
    t('public.surges.line', { place: placeName, day: sayDay(day, lang) }),
    t(open ? 'public.surge.open' : 'public.surge.closed'),
  ].join(' · ')

/** A day of the calendar, the same in every zone. */
export const sayDay = (day: string, lang: Lang): string => sayDate(Date.parse(`${day}T12:00:00Z`), 'Etc/UTC', lang)
