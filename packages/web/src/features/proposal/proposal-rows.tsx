import type { ProposalLine } from '@openslrt/core/contract/proposal-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { type Choosing, type Column, DataRows } from '../../ui/data-rows.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { proposalTone } from './status-look.ts'

interface ProposalRowsProps {
  readonly rows: readonly ProposalLine[]
  readonly choosing?: Choosing<ProposalLine> | undefined
}

/** A list of proposals. */
export function ProposalRows({ rows, choosing }: ProposalRowsProps) {
  const t = useText()
  const when = useWhen()
  return (
    <DataRows
      caption={t('proposal.title')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `/usulan/${district}/${id}`}
      edgeOf={({ late }) => (late ? 'urgent' : undefined)}
      columns={columnsOf(t, when)}
      choosing={choosing}
    />
  )
}

const columnsOf = (t: Say, when: When): readonly Column<ProposalLine>[] => [
  {
    key: 'kind',
    header: t('proposal.kind'),
    place: 'lead',
    cell: ({ kind }) => t(`proposal-kind.${kind}`),
    detail: ({ month }) => t('proposal.for-month', { month: monthWords(month, when) }),
  },
  {
    key: 'name',
    header: t('proposal.whom'),
    place: 'title',
    cell: ({ name }) => name,
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'due',
    header: t('proposal.due'),
    place: 'text',
    cell: ({ capturedAt }) => <time dateTime={when.iso(capturedAt)}>{when.date(capturedAt)}</time>,
    detail: ({ dueAt, late, flagged }) => {
      if (dueAt !== null) return late ? t('proposal.late') : when.due(dueAt)
      return flagged && t('proposal.flagged')
    },
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={proposalTone[status]} label={t(`proposal-status.${status}`)} />,
  },
]

/** A month as people say it: its first day without the day. */
export const monthWords = (month: string, when: Pick<When, 'date'>): string =>
  when.date(Date.parse(`${month}-01T12:00:00+07:00`)).replace(/^\d+ /, '')
