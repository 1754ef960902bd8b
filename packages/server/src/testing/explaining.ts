import type { Pool } from 'pg'
import { z } from 'zod'

/** What a plan says of each step; steps lie in each other. */
interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string | undefined
  readonly 'Index Name'?: string | undefined
  readonly Plans?: readonly Step[] | undefined
}
const step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Name': z.string().optional(),
    Plans: z.array(step).optional(),
  }),
)
const plans = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: step })]) }))

/** Connections that have every question explained before it is asked, and what was read from its first row to its last. */
export function explaining(pool: Pool): {
  pool: Pool
  readWhole: () => readonly string[]
  indexes: () => readonly string[]
} {
  const seen: Step[] = []
  const query = async (text: string, values?: unknown[]) => {
    if (/^\s*(select|with)\b/i.test(text)) {
      const { rows } = await pool.query(`explain (format json) ${text}`, values)
      seen.push(...plans.parse(rows).map((row) => row['QUERY PLAN'][0].Plan))
    }
    return pool.query(text, values)
  }
  const steps = (): readonly Step[] => seen.flatMap(below)
  return {
    pool: new Proxy(pool, { get: (it, name) => (name === 'query' ? query : Reflect.get(it, name)) }),
    readWhole: () => steps().flatMap((it) => (it['Node Type'] === 'Seq Scan' ? (it['Relation Name'] ?? []) : [])),
    indexes: () => [...new Set(steps().flatMap((it) => it['Index Name'] ?? []))],
  }
}

const below = (one: Step): readonly Step[] => [one, ...(one.Plans ?? []).flatMap(below)]
