import type { importRoutes } from '@openslrt/core/contract/import.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { z } from 'zod'
import type { Problem } from '../../../platform/api/problem.ts'

type Part = z.infer<typeof importRoutes.inviteMany.reply>
type Link = Part['items'][number]
export type NextLinks = (after: Part['next']) => Promise<Result<Part, Problem>>

/** IMPORT-13 All links, part by part. What was made before the line broke is kept: it can't be shown a second time. */
export async function allLinks(next: NextLinks): Promise<{ links: readonly Link[]; fault: Problem | null }> {
  const links: Link[] = []
  let after: Part['next'] = null
  do {
    // oxlint-disable-next-line no-await-in-loop -- each begins where the one before ended
    const said: Result<Part, Problem> = await next(after)
    if (!said.ok) return { links, fault: said.error }
    links.push(...said.value.items)
    after = said.value.next
  } while (after !== null)
  return { links, fault: null }
}

/** The links as a table: whole addresses, as people open them, and until when they work. */
export function linkTable(
  heads: readonly string[],
  links: readonly Link[],
  origin: string,
  sayMoment: (at: number) => string,
): readonly (readonly string[])[] {
  const rows = links.map(({ name, office, role, path, expiresAt }) => [
    name,
    office,
    role,
    `${origin}${path}`,
    sayMoment(expiresAt),
  ])
  return [heads, ...rows]
}
