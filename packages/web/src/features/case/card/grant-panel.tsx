import { Button } from '@navikt/ds-react/Button'
import type { CaseCard, GrantLine } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../../ui/field-row.tsx'
import { leaveToRenew } from '../moves/renewal.ts'

/** Which other offices see the case, what of it, and until when. */
export function GrantPanel({ card, onShare }: { card: CaseCard; onShare: () => void }) {
  const t = useText()
  const { now } = useWhen()
  const ended = leaveToRenew(card, now)
  const shown = [...card.grants.filter(({ until }) => until > now), ...(ended ? [ended] : [])]
  const may = card.offers.some(({ action, refusal }) => action === 'share' && refusal === null)
  if (shown.length === 0) return null
  return (
    <Panel title={t('case.grants')}>
      <FieldRows>
        {shown.map((grant) => (
          <FieldRow key={grant.id} label={grant.officeName} hint={fieldsOf(grant, t)}>
            <Until at={grant.until} />
          </FieldRow>
        ))}
      </FieldRows>
      {ended && may && (
        <Button className="not-on-paper" size="small" variant="secondary" onClick={onShare}>
          {t('case.grants.again', { office: ended.officeName })}
        </Button>
      )}
    </Panel>
  )
}

const fieldsOf = ({ fields }: GrantLine, t: ReturnType<typeof useText>): string =>
  fields.length === 0 ? t('case.grants.nothing') : fields.map((field) => t(`grant-field.${field}`)).join(', ')

function Until({ at }: { at: number }) {
  const t = useText()
  const when = useWhen()
  return (
    <time dateTime={when.iso(at)} title={when.exact(at)}>
      {t(at > when.now ? 'case.grants.until' : 'case.grants.over', { date: when.date(at) })}
    </time>
  )
}
