import type { CaseAction } from '@openslrt/core/case/moves.ts'

/** Moves that end something for the citizen. */
export const harmful: ReadonlySet<CaseAction> = new Set<CaseAction>(['reject', 'cancel', 'merge', 'erase'])
