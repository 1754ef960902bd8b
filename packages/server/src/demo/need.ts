import type { RestrictedKind } from '@openslrt/core/access/permission.ts'
import type { CaseKind } from '@openslrt/core/case/case.ts'
import type { AskedOffice } from './world.ts'

/** What people come with: how often, as what, and in which words. */
export interface Need {
  readonly category: string
  /** How often among 1,000 cases of an ordinary month; twice a year's school intake weighs more in June. */
  readonly weight: number
  readonly june?: number
  /** How much more often in a rush after a refresh of the register. */
  readonly rush?: number
  readonly kinds: readonly CaseKind[]
  /** The share that the desk settles at once. */
  readonly desk?: number
  /** Where it is referred to, when it is. */
  readonly to?: AskedOffice
  readonly restricted?: RestrictedKind
  readonly red?: number
  /** What is written down: summary and story. */
  readonly said: readonly (readonly [summary: string, story: string])[]
  /** What came of it: outcome and the words to the citizen. */
  readonly done: readonly [outcome: string, words: string]
}
