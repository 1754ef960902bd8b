import type { QuotaLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Loading } from '../../ui/loading.tsx'

/** Who waits for a place, the first in front, as far as this office decides on them. */
export function WaitingList({ district, id }: Pick<QuotaLine, 'district' | 'id'>) {
  const t = useText()
  const { data } = useAsk(needRoutes.line, { query: { district, id } })
  if (!data) return <Loading label={t('shell.loading')} rows={3} />
  if (data.total === 0) return <p className="need__aside">{t('quota.line.elsewhere')}</p>
  return (
    <>
      <ol className="need__line">
        {data.items.map((line) => (
          <li key={line.id}>
            {line.name} · {line.placeName}
          </li>
        ))}
      </ol>
      {data.total > data.items.length && (
        <p className="need__aside">{t('quota.line.more', { n: data.total - data.items.length })}</p>
      )}
    </>
  )
}
