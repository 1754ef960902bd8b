import { psksKindData, psksKindList } from '@openslrt/core/psks/kinds.ts'
import type { NamedKind } from '@openslrt/core/psks/table.ts'
import type { Reference } from '../reference/index.ts'

/** The kinds of PSKS as the list holds them on a day, in the ministry's order. */
export const kindsOn = (reference: Reference, district: string, day: string): readonly NamedKind[] =>
  reference
    .list(psksKindList, district, day)
    .flatMap(({ code, names, data }) => {
      const kind = psksKindData.safeParse(data)
      return kind.success ? [{ code, names: { id: names.id, en: names.en }, ...kind.data }] : []
    })
    .toSorted((one, other) => one.number - other.number)
