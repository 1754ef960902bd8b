import { keysOf } from '../kernel/keys.ts'
import type { OfficeLevel } from '../office/office.ts'
import type { NetworkKind, NetworkState } from './kinds.ts'

interface NetworkRule {
  /** `null` is an office of which nobody has said yet where it stands. */
  readonly from: readonly (NetworkState | null)[]
  readonly to: NetworkState
  /** The level from which it is said of each kind of office. */
  readonly by: Readonly<Record<NetworkKind, OfficeLevel>>
  /** Whether it takes words why. */
  readonly says: boolean
}

const ofDistrict = { puskesos: 'district', secretariat: 'district' } as const
const judged = { puskesos: 'district', secretariat: 'province' } as const

/**
 * NETWORK-3 What may follow what. An office that has long been there begins where it stands today; that a secretariat stands on
 * its own feet is not for itself to say.
 */
export const networkMoves = {
  plan: { from: [null], to: 'planned', by: ofDistrict, says: false },
  grow: { from: [null, 'planned'], to: 'growing', by: ofDistrict, says: false },
  activate: { from: [null, 'growing'], to: 'active', by: ofDistrict, says: false },
  release: { from: ['active'], to: 'independent', by: judged, says: true },
  lapse: { from: ['growing', 'active', 'independent'], to: 'lapsed', by: ofDistrict, says: true },
  revive: { from: ['lapsed'], to: 'active', by: ofDistrict, says: true },
} as const satisfies Readonly<Record<string, NetworkRule>>

export type NetworkAct = keyof typeof networkMoves
export const networkActs = keysOf(networkMoves)
export const networkRule = (act: NetworkAct): NetworkRule => networkMoves[act]

/** Which of these states an office that is at work has. */
export const atWork: readonly NetworkState[] = ['growing', 'active', 'independent']
