import type { RestrictedKind } from '../access/permission.ts'
import type { CaseKind } from '../case/case.ts'
import type { Sector } from './sectors.ts'
import type { StandardName } from './standards.ts'

/** A category's row, written short. The last column hints at a restricted kind, which the officer may change. */
export type CategoryLine = readonly [
  code: string,
  sector: Sector,
  id: string,
  en: string,
  use: Use,
  standard: StandardName,
  restricted?: RestrictedKind,
]

/** What may be brought under a category: anything, a wish to be served, or only a complaint about how it went. */
export type Use = keyof typeof uses
export const uses = {
  all: ['service', 'complaint', 'question', 'suggestion'],
  serve: ['service', 'question'],
  complain: ['complaint', 'suggestion', 'question'],
} as const satisfies Record<string, readonly CaseKind[]>
