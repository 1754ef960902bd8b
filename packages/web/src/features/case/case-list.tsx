import { Button } from '@navikt/ds-react/Button'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { CaseRows } from './case-rows.tsx'

interface CasePage {
  readonly items: readonly CaseLine[]
  readonly total: number
  readonly page: number
  readonly size: number
}

interface CaseListProps {
  readonly caption: string
  readonly asked: Asked<CasePage>
  readonly hrefOf: (page: number) => string
  readonly empty: ReactNode
}

/** A page of cases with all its states: coming, failed, none, and which part of how many. */
export function CaseList({ caption, asked, hrefOf, empty }: CaseListProps) {
  const t = useText()
  const { data, problem } = asked
  if (problem && !data)
    return (
      <ErrorState
        title={t('case.list.failed')}
        text={problem.message}
        reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
        action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
      />
    )
  if (!data) return <Loading label={t('shell.loading')} rows={8} />
  if (data.total === 0) return empty
  return (
    <div className="case-list" aria-busy={asked.isPlaceholderData}>
      <CaseRows caption={caption} rows={data.items} />
      <ListPager page={data} hrefOf={hrefOf} />
    </div>
  )
}

function ListPager({ page, hrefOf }: { page: CasePage; hrefOf: (page: number) => string }) {
  const t = useText()
  const from = (page.page - 1) * page.size
  return (
    <Pager
      label={t('list.pages')}
      text={t('list.range', {
        from: Math.min(from + 1, page.total),
        to: Math.min(from + page.items.length, page.total),
        total: page.total,
      })}
      page={Math.max(1, Math.min(page.page, Math.ceil(page.total / page.size)))}
      pageCount={Math.ceil(page.total / page.size)}
      hrefOf={hrefOf}
    />
  )
}
