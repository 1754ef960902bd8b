import type { LoadFileReply } from '@openslrt/core/contract/load.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { indicatorData, indicatorList, localName } from '@openslrt/core/registry/indicators.ts'
import type { LoadParts } from './parts.ts'

/** LOAD-23 What a district asks on a day beside the official variables. */
export const localsOf = (
  reference: Pick<LoadParts['reference'], 'list'>,
  district: string,
  day: Day,
): LoadFileReply['local'] =>
  reference.list(indicatorList, district, day).flatMap(({ code, names, data }) => {
    const read = indicatorData.safeParse(data)
    return read.success ? [{ name: localName(code), of: read.data.of, kind: read.data.kind, names }] : []
  })

/** The same for a load that is worked on: as it was when the load was opened, so that its trial holds. */
export const localsOfLoad = (
  reference: Pick<LoadParts['reference'], 'list' | 'policyFor'>,
  { district, openedAt }: { readonly district: string; readonly openedAt: number },
): LoadFileReply['local'] => localsOf(reference, district, reference.policyFor(district, openedAt, openedAt).day)
