import { readdir } from 'node:fs/promises'
import type { RouteRow } from '@openslrt/core/contract/route.ts'

const contract = new URL('./', import.meta.resolve('@openslrt/core/contract/route.ts'))

/** Every row of every `...Routes` in the contract: a capability that adds rows is tested without being named here. */
export async function allRouteRows(): Promise<readonly RouteRow[]> {
  const files = (await readdir(contract)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const rows: RouteRow[] = []
  for (const file of files.toSorted()) rows.push(...rowsIn(await import(new URL(file, contract).href)))
  return rows
}

function rowsIn(module: unknown): readonly RouteRow[] {
  const exported = typeof module === 'object' && module !== null ? Object.entries(module) : []
  return exported
    .filter(([name]) => name.endsWith('Routes'))
    .flatMap(([, rows]) => Object.values(rows as Readonly<Record<string, RouteRow>>))
}
