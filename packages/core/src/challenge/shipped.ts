import type { Line, ShippedItem } from '../lists/item.ts'
import { itemsOf } from '../lists/item.ts'

/** The list of what hinders offices: dated data of the nation, because districts are compared by it. */
export const challengeList = 'challenge-kind'
/** What fits no other kind; it is always offered. */
export const otherChallenge = 'other'

const kinds: readonly Line[] = [
  ['regulation', 'Peraturan atau SK belum ada', 'No regulation or decree yet'],
  ['budget', 'Anggaran', 'Budget'],
  ['people', 'Petugas kurang atau kosong', 'Too few people, or none'],
  ['premises', 'Tempat layanan', 'Premises'],
  ['devices', 'Perangkat dan jaringan', 'Devices and connection'],
  ['data', 'Data dan DTSEN', 'Data and the registry'],
  ['cooperation', 'Kerja sama OPD', 'Cooperation of agencies'],
  ['procedure', 'Prosedur atau SOP', 'Procedure'],
  [otherChallenge, 'Lainnya', 'Something else'],
]

/** CHALLENGE-2 The kinds that a new installation holds. */
export const shippedChallengeKinds: readonly ShippedItem[] = itemsOf(challengeList, kinds)
