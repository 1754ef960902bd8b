import '../ask/ask-texts.ts'
import '../match/work-texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { MinutesHere, MinutesLink } from '../minutes/minutes-part.tsx'
import { usePhone } from '../phone-context.ts'
import { sayNumber } from '../say-number.ts'
import { Row } from '../screens/rows.tsx'
import { findSpot, type NoSpot, type Spot } from '../spot.ts'
import { useMayAsk } from '../use-may-ask.ts'
import { byHamlet, type Home, homesIn, nearestFirst } from './homes.ts'
import { type Far, geoLink } from './near.ts'

/** FIELD-27 The families of one village: by hamlet, or the nearest first, each with the way to its door. */
export function VillageScreen({ code }: { readonly code: string }) {
  const t = useText()
  const { state, view } = usePhone()
  const mayAsk = useMayAsk()
  const [found, setFound] = useState<Result<Spot, NoSpot> | 'looking' | null>(null)
  const homes = useMemo(() => homesIn(view, code), [view, code])
  const look = (): void => {
    setFound('looking')
    void findSpot(navigator.geolocation).then(setFound)
  }
  return (
    <>
      <h1 className="field__title">{state.villages.find((one) => one.code === code)?.name ?? code}</h1>
      <p className="field__act">
        <Button variant="secondary" loading={found === 'looking'} onClick={look}>
          {t('work.near')}
        </Button>
      </p>
      <div className="field__links">
        <MinutesLink place={code} />
        <Link href="/usulan" className="field__link">
          {t('work.propose.title')}
        </Link>
        {mayAsk && (
          <Link href="/tanya/baru" className="field__link">
            {t('field.new.family')}
          </Link>
        )}
      </div>
      <MinutesHere place={code} />
      {found !== null && found !== 'looking' && !found.ok && <p role="alert">{t(`work.near.${found.error}`)}</p>}
      {found !== null && found !== 'looking' && found.ok ? (
        <Nearest homes={homes} spot={found.value} />
      ) : (
        byHamlet(homes).map((hamlet) => (
          <section key={hamlet.name}>
            {(hamlet.name !== '' || hamlet.homes.length < homes.length) && (
              <h2 className="field__heading">
                {hamlet.name || t('work.hamlet.none')} · {t('field.villages.count', { count: hamlet.homes.length })}
              </h2>
            )}
            <ul className="field__rows">
              {hamlet.homes.map((home) => (
                <HomeRow key={home.id} home={home} far={null} />
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  )
}

function Nearest({ homes, spot }: { readonly homes: readonly Home[]; readonly spot: Spot }) {
  const t = useText()
  return (
    <>
      <p className="field__note">{t('work.near.told', { metres: sayNumber(spot.accuracy) })}</p>
      <ul className="field__rows">
        {nearestFirst(homes, spot).map((home) => (
          <HomeRow key={home.id} home={home} far={home.far} />
        ))}
      </ul>
    </>
  )
}

function HomeRow({ home: { id, name, address, point }, far }: { readonly home: Home; readonly far: Far | null }) {
  const t = useText()
  const title = name || t('field.family.nameless')
  const link = point && (
    <a className="field__link field__map" href={geoLink(point)} aria-label={t('work.map.of', { name: title })}>
      {t('work.map')}
    </a>
  )
  return (
    <Row href={`/keluarga/${id}`} title={title} text={address} note={far ? sayFar(far) : undefined} beside={link} />
  )

  function sayFar(told: Far): string {
    if (told.kind === 'km') return t('work.far.km', { km: String(told.km).replace('.', ',') })
    if (told.kind === 'here') return t('work.far.here', { metres: sayNumber(told.metres) })
    return t('work.far.metres', { metres: sayNumber(told.metres), accuracy: sayNumber(told.accuracy) })
  }
}
