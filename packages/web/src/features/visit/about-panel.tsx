import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { levelOf } from '@openslrt/core/place/code.ts'
import { Link, useLocation } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { Brought } from './plan-visit.ts'
import { visitTone } from './status-look.ts'
import './visit.css'

/** The visits of a case, on its card. */
export function Panel({ card }: { card: CaseCard }) {
  const { line, client } = card
  return (
    <VisitsAbout
      district={line.district}
      about={{ case: line.id, family: null, person: null }}
      values={{
        place: levelOf(line.place) === 'village' ? { code: line.place, label: line.placeName } : null,
        name: client?.name ?? '',
        address: client?.address ?? '',
      }}
    />
  )
}

/** The visits of a family, on its card. */
export function FamilyPanel({ card: { line } }: { card: FamilyCard }) {
  return (
    <VisitsAbout
      district={line.district}
      about={{ case: null, family: line.id, person: null }}
      values={{ place: { code: line.place, label: line.placeName }, name: line.head, address: line.address }}
    />
  )
}

/** The visits of a case, a family or a person, and the way to plan one. */
export function VisitsAbout({ district, about, values }: { district: string } & Brought) {
  const t = useText()
  const lang = useLanguage()
  const day = useDay()
  const [, go] = useLocation()
  const named = Object.fromEntries(Object.entries(about).filter(([, id]) => id !== null))
  const asked = useAsk(visitRoutes.about, { query: { district, ...named } }, { refetchInterval: 60_000 })
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={t('visit.failed')} rows={2} />
  return (
    <div className="visit">
      {data.visits.length === 0 && <p className="visit__aside">{t('visit.panel.none')}</p>}
      <ul className="visit__list">
        {data.visits.map((visit) => (
          <li key={visit.id}>
            <Link href={`/kunjungan/${visit.district}/${visit.id}`}>
              {day(visit.plannedFor)} · {visit.triggerNames[lang]}
            </Link>
            <StatusTag small tone={visitTone[visit.status]} label={t(`visit-status.${visit.status}`)} />
            {visit.late && <StatusTag small tone="attention" label={t('visit.late')} />}
            <span className="visit__aside">{visit.assigneeName ?? visit.officeName}</span>
          </li>
        ))}
      </ul>
      {data.mayPlan && (
        <div className="not-on-paper">
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            onClick={() => go('/rencana', { state: { about, values } satisfies Brought })}
          >
            {t('visit.act.plan')}
          </Button>
        </div>
      )}
    </div>
  )
}
