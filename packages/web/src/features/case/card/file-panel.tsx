import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { addressOf } from '../../../platform/api/address.ts'
import { OnTheWay } from '../../../platform/files/on-the-way.tsx'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { Panel } from '../../../ui/field-row.tsx'

/** Where a file of a case is opened: the server checks again who asks. */
export const fileHref = ({ line }: Pick<CaseCard, 'line'>, attachment: string): string =>
  addressOf('/api/files', { district: line.district, case: line.id, attachment })

/** All files of the case. */
export function FilePanel({ card }: { card: CaseCard }) {
  const t = useText()
  const lang = useLanguage()
  const when = useWhen()
  if (card.attachments.length === 0) return null
  return (
    <Panel title={t('case.files')}>
      <ul className="card-list">
        {card.attachments.map((file) => (
          <li key={file.id}>
            {file.arrived ? (
              <a href={fileHref(card, file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            ) : (
              file.name
            )}
            <span className="card-aside">
              {file.arrived ? (
                `${saySize(file.size, lang)} · ${when.moment(file.addedAt)}`
              ) : (
                <OnTheWay since={file.addedAt} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
