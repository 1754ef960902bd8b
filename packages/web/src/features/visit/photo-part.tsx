import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { visitPaths } from '@openslrt/core/contract/visit-queries.ts'
import { addressOf } from '../../platform/api/address.ts'
import { OnTheWay } from '../../platform/files/on-the-way.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'

/** The pictures of a visit, by what they show. They open one by one: each look is written down. */
export function PhotoPart({ visit }: { visit: VisitPage }) {
  const t = useText()
  const when = useWhen()
  const { district, id, photos } = visit
  return (
    <Panel title={t('visit.photos')}>
      {photos.length === 0 && <p className="visit__aside">{t('visit.photos.none')}</p>}
      <ul className="visit__photos">
        {photos.map((photo) => (
          <li key={photo.id}>
            {photo.arrived ? (
              <a
                href={addressOf(visitPaths.photo, { district, visit: id, photo: photo.id })}
                target="_blank"
                rel="noreferrer"
              >
                {t('visit.photo.show', { kind: t(`visit-photo.${photo.kind}`) })}
              </a>
            ) : (
              <span>{t(`visit-photo.${photo.kind}`)}</span>
            )}
            <span className="visit__aside">
              {photo.arrived ? when.moment(photo.capturedAt) : <OnTheWay since={photo.addedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
