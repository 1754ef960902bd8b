import type { CaseKind } from '@openslrt/core/case/case.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useMemo } from 'react'
import { fitsKind, type Lists, useLists } from '../../platform/reference/use-lists.ts'
import type { ChoiceGroup } from '../../ui/choose-options.ts'

/** Categories under their bidang, as far as they can be of this kind (a complaint is never a service); null for any kind. */
export function useCategoryGroups(district: LedgerCode | null, kind: CaseKind | null): readonly ChoiceGroup[] {
  const lists = useLists(district)
  return useMemo(() => groupsOf(lists, kind), [lists, kind])
}

function groupsOf(lists: Lists, kind: CaseKind | null): readonly ChoiceGroup[] {
  const fitting = lists.items('category').filter((item) => kind === null || fitsKind(item, kind))
  return lists.items('sector').flatMap((sector) => {
    const options = fitting
      .filter(({ data }) => data['sector'] === sector.code)
      .map((item) => ({ value: item.code, label: lists.nameOf(item) }))
    return options.length > 0 ? [{ name: lists.nameOf(sector), options }] : []
  })
}
