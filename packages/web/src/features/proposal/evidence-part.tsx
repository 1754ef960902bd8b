import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalFilePath } from '@openslrt/core/contract/proposal-queries.ts'
import { addressOf } from '../../platform/api/address.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { saySpot } from './evidence-values.ts'

/** Photos and place that show what is proposed. Photos open one by one: each look is written down. */
export function EvidencePart({ card: { district, id, photos, spot } }: { card: ProposalCard }) {
  const t = useText()
  if (photos === 0 && spot === null) return null
  return (
    <Panel title={t('proposal.evidence')}>
      <FieldRows>
        {photos > 0 && (
          <FieldRow label={t('proposal.evidence.photos')}>
            <span className="proposal__acts">
              {Array.from({ length: photos }, (_, nth) => (
                <a
                  key={nth}
                  href={addressOf(proposalFilePath, { district, of: 'photo', id, nth: String(nth) })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('proposal.evidence.photo', { nth: nth + 1 })}
                </a>
              ))}
            </span>
          </FieldRow>
        )}
        {spot && <FieldRow label={t('proposal.evidence.spot')}>{saySpot(spot, t)}</FieldRow>}
      </FieldRows>
    </Panel>
  )
}
