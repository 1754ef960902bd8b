import { caseKind } from '@openslrt/core/case/case.ts'
import type { CategoryChoice } from '@openslrt/core/intake/category.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { nation } from '@openslrt/core/place/code.ts'
import { z } from 'zod'
import type { Reference } from '../reference/index.ts'

const categoryData = z.object({ sector: z.string(), kinds: z.array(caseKind).nullable().default(null) })

/** The categories by which a message is read before its district is known: those of the nation. */
export function choicesOf(reference: Reference, now: number): readonly CategoryChoice[] {
  const day = dayIn(reference.zoneOf(nation), now)
  const sectors = new Map(reference.list('sector', nation, day).map(({ code, names }) => [code, names.id]))
  return reference.list('category', nation, day).flatMap(({ code, names, data }) => {
    const read = categoryData.safeParse(data)
    if (!read.success) return []
    const { sector, kinds } = read.data
    return [{ code, name: names.id, sectorName: sectors.get(sector) ?? '', kinds }]
  })
}
