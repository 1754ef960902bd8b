import { z } from 'zod'
import { keysOf } from '../kernel/keys.ts'

interface KindLaw {
  /** Values that it asks for by name; without them it says nothing. */
  readonly asks: readonly string[]
  /** Whether it asks for one value at least, whichever. */
  readonly some: boolean
  /** Numbers of the person without which nobody finds them in the registry. */
  readonly needs: readonly ('nik' | 'kk')[]
  readonly programme: boolean
  /** Whether it shows a house: a photo, and where it stands. */
  readonly evidence?: true
  /** Whether fourteen days run against it. */
  readonly clock: boolean
}

/** PROPOSAL-2 The kinds of proposals, and what each has to say before it can be backed. */
const laws = {
  new: { asks: [], some: true, needs: ['nik', 'kk'], programme: false, clock: false },
  correction: { asks: [], some: true, needs: ['nik'], programme: false, clock: false },
  eligibility: { asks: ['kelayakan'], some: false, needs: ['nik'], programme: false, clock: false },
  move: { asks: ['kode_kelurahan_desa'], some: false, needs: ['nik'], programme: false, clock: false },
  death: { asks: ['tanggal_meninggal'], some: false, needs: ['nik'], programme: false, clock: false },
  double: { asks: ['nik_ganda'], some: false, needs: ['nik'], programme: false, clock: false },
  // Whoever was not found may have no number that is right.
  'not-found': { asks: [], some: false, needs: [], programme: false, clock: false },
  programme: { asks: [], some: false, needs: ['nik', 'kk'], programme: true, clock: false },
  // The national channel takes no objection without both.
  objection: { asks: ['kelayakan'], some: false, needs: ['nik'], programme: false, evidence: true, clock: true },
  withdrawal: { asks: [], some: false, needs: ['nik'], programme: true, clock: false },
} as const satisfies Record<string, KindLaw>

export type ProposalKind = keyof typeof laws
export const proposalKinds = keysOf(laws)
export const proposalKind = z.enum(proposalKinds)
export const kindLaw = (kind: ProposalKind): KindLaw => laws[kind]

/** Values that a proposal may ask for beside those of the registry: they say what happened, not how somebody lives. */
export const ownFields = ['kelayakan', 'tanggal_meninggal', 'tanggal_pindah', 'nik_ganda'] as const
