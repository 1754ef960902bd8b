import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type BatchLine, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { monthWords } from './proposal-rows.tsx'
import { ProposalPages } from './proposal-tabs.tsx'
import './proposal.css'

/** What was taken out together, newest first. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const asked = useAsk(proposalRoutes.batches, { query: { page: pageOf(search) } }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title={t('proposal.batches')}
        action={
          (can('proposal.make') || can('proposal.verify')) && (
            <Button as={Link} href="/jawaban" variant="secondary">
              {t('proposal.answers')}
            </Button>
          )
        }
      />
      <ProposalPages current="/kiriman" />
      <AskedList
        asked={asked}
        failedTitle={t('proposal.failed')}
        hrefOf={(page) => addressWith('/kiriman', search, { halaman: page })}
        empty={<EmptyState title={t('proposal.batches.empty.title')} text={t('proposal.batches.empty.text')} />}
      >
        {(items) => <BatchRows rows={items} />}
      </AskedList>
    </>
  )
}

function BatchRows({ rows }: { rows: readonly BatchLine[] }) {
  const t = useText()
  const when = useWhen()
  const columns: readonly Column<BatchLine>[] = [
    { key: 'at', header: t('proposal.batch.made'), place: 'lead', cell: ({ madeAt }) => when.exact(madeAt) },
    {
      key: 'month',
      header: t('proposal.month'),
      place: 'title',
      cell: ({ month }) => monthWords(month, when),
      detail: ({ placeName, makerName }) => `${placeName} · ${makerName}`,
    },
    {
      key: 'size',
      header: t('proposal.batch.answered'),
      place: 'text',
      cell: ({ answered, size }) => t('proposal.of', { done: answered, count: size }),
    },
  ]
  return (
    <DataRows
      caption={t('proposal.batches')}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ district, id }) => `/kiriman/${district}/${id}`}
      columns={columns}
    />
  )
}
