import type { MinutesLine } from '@openslrt/core/contract/proposal-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { minutesTone } from './status-look.ts'

/** A list of minutes. */
export function MinutesRows({ rows }: { rows: readonly MinutesLine[] }) {
  const t = useText()
  const day = useDay()
  return (
    <DataRows
      caption={t('proposal.meetings')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `/musyawarah/${district}/${id}`}
      columns={columnsOf(t, day)}
    />
  )
}

const columnsOf = (t: Say, day: (day: string) => string): readonly Column<MinutesLine>[] => [
  { key: 'day', header: t('proposal.meet.day'), place: 'lead', cell: (row) => day(row.day) },
  {
    key: 'place',
    header: t('proposal.place'),
    place: 'title',
    cell: ({ kind, placeName }) => `${t(`minutes-kind.${kind}`)} ${placeName}`,
    detail: ({ venue }) => venue,
  },
  {
    key: 'count',
    header: t('proposal.title'),
    place: 'text',
    cell: ({ proposals }) => t('proposal.count', { count: proposals }),
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={minutesTone[status]} label={t(`minutes-status.${status}`)} />,
  },
]
