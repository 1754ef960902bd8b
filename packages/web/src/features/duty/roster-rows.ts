import type { DutyTurn, Roster } from '@openslrt/core/contract/duty-queries.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'

/** One line of a roster: somebody's turn, or a time in which nobody is on duty. */
export type RosterRow =
  | { readonly kind: 'turn'; readonly turn: DutyTurn; readonly now: boolean }
  | { readonly kind: 'gap'; readonly gap: Span }

/** Turns and gaps in the order of their days; a gap within a turn stands after it. */
export function rosterRows({ turns, gaps, now }: Pick<Roster, 'turns' | 'gaps' | 'now'>): readonly RosterRow[] {
  const rows: readonly (readonly [number, RosterRow])[] = [
    ...turns.map((turn): [number, RosterRow] => [turn.from, { kind: 'turn', turn, now: turn.from <= now }]),
    ...gaps.map((gap): [number, RosterRow] => [gap.from, { kind: 'gap', gap }]),
  ]
  return rows.toSorted(([one], [other]) => one - other).map(([, row]) => row)
}
