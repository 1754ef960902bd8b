import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { ReactNode } from 'react'
import type { Asked } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList, type AskedPage } from '../../platform/lists/asked-list.tsx'
import type { Choosing } from '../../ui/data-rows.tsx'
import { CaseRows } from './case-rows.tsx'

interface CaseListProps {
  readonly caption: string
  readonly asked: Asked<AskedPage<CaseLine>>
  readonly hrefOf: (page: number) => string
  readonly empty: ReactNode
  readonly choosing?: Choosing<CaseLine> | undefined
}

/** A page of cases, wherever they were asked for. */
export function CaseList({ caption, choosing, ...rest }: CaseListProps) {
  const t = useText()
  return (
    <AskedList failedTitle={t('case.list.failed')} {...rest}>
      {(items) => <CaseRows caption={caption} rows={items} choosing={choosing} />}
    </AskedList>
  )
}
