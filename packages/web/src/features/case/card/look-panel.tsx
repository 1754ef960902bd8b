import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'

const newest = 4

/** For heads of offices: who opened this case last, and the way to all of it. */
export function LookPanel({ card }: { card: CaseCard }) {
  const { can } = useActing()
  return card.sees === 'all' && can('access.review') ? <Looks card={card} /> : null
}

function Looks({ card }: { card: CaseCard }) {
  const t = useText()
  const when = useWhen()
  const { district, id } = card.line
  const { data } = useAsk(accessRoutes.trail, { query: { district, id } })
  if (!data) return null
  return (
    <Panel title={t('access.panel')}>
      {data.total === 0 && <p>{t('access.case.none')}</p>}
      <FieldRows>
        {data.items.slice(0, newest).map((look) => (
          // Behind a reply link nobody of ours looked, but somebody of that office.
          <FieldRow key={look.id} label={look.staffName || look.officeName} hint={look.staffName && look.officeName}>
            {t(`look.${look.look}`)} · <time dateTime={when.iso(look.at)}>{when.moment(look.at)}</time>
          </FieldRow>
        ))}
      </FieldRows>
      <Link className="not-on-paper" href={`/akses/${district}/${id}`}>
        {t('access.case.open')}
      </Link>
    </Panel>
  )
}
