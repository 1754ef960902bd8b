import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import type { RuledList } from '@openslrt/core/lists/list-law.ts'
import { mayEnd } from '@openslrt/core/lists/list-law.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import { countsIn, itemOn, lastNamed } from '@openslrt/core/lists/on-day.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { UseRow } from './queries.ts'

interface At {
  readonly list: RuledList
  readonly place: string
  readonly today: string
}

/** Every item that was ever said in a place: those that hold today, those to come, those that ended. */
export function itemLines(
  said: ReadonlyMap<string, readonly Said[]>,
  uses: readonly UseRow[] | null,
  { list, place, today }: At,
): readonly ItemLine[] {
  const counted = uses && new Map(uses.map((row) => [row.code, row]))
  return [...said].flatMap(([code, all]) => {
    const here = all.filter((one) => countsIn(one.place, place))
    const now = itemOn(here, place, today)
    const words = now ?? lastNamed(here, place, today) ?? here.find(({ says }) => says === 'holds')
    if (!words) return []
    const { open = 0, all: ever = 0 } = counted?.get(code) ?? {}
    return [
      {
        code,
        names: words.names,
        data: words.data,
        holds: now !== null,
        place: now && ledgerCode.parse(now.place),
        mayEnd: mayEnd(list, code),
        said: here.flatMap((one) => lineOf(one, place)),
        uses: counted && { open, all: ever },
      },
    ]
  })
}

const lineOf = ({ place, from, says, names, data }: Said, own: string): ItemLine['said'] =>
  says === 'taken-back' ? [] : [{ place: ledgerCode.parse(place), own: place === own, from, says, names, data }]
