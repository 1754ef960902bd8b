import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import type { PostedPsks } from '@openslrt/core/contract/psks-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { AssignForm } from './assign-form.tsx'
import type { PostTarget } from './post-target.ts'
import { cardPath } from './psks-address.ts'

interface PostedProps {
  readonly items: readonly PostedPsks[] | undefined
  readonly none: string
  readonly district: string
  readonly place: string
  readonly target: PostTarget
}

/** PSKS-7 Who was asked to look after what this card is about, and the way to ask another. */
export function PostedPanel({ items, none, district, place, target }: PostedProps) {
  const [t, lang] = [useText(), useLanguage()]
  const { can } = useActing()
  const zone = useZone()
  // The day on which the form was opened; null while it is shut.
  const [asking, setAsking] = useState<string | null>(null)
  return (
    <>
      {items?.length === 0 && <p className="psks__quiet">{none}</p>}
      <ul className="psks__items">
        {(items ?? []).map((one) => (
          <li key={one.posting} className="psks__item">
            <div className="psks__head">
              <Link href={cardPath(one)}>{one.name}</Link>
              <StatusTag
                small
                tone={one.ended ? 'done' : 'active'}
                label={t(one.ended ? 'psks.posting.over' : 'psks.posting.runs')}
              />
            </div>
            <span>{one.task}</span>
            <span className="psks__quiet">{`${one.kindNames[lang]} · ${dayText(one.fromDay)}`}</span>
          </li>
        ))}
      </ul>
      {can('psks.manage') && (
        <div className="not-on-paper">
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            onClick={() => setAsking(dayIn(zone, Date.now()))}
          >
            {t('psks.assign')}
          </Button>
        </div>
      )}
      {asking !== null && (
        <AssignForm
          district={ledgerCode.parse(district)}
          place={placeCode.parse(place)}
          target={target}
          today={asking}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
