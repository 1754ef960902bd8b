import { maskNumber } from '../person/mask.ts'
import { variables } from '../registry/variables.ts'
import { kindLaw, ownFields } from './kinds.ts'
import type { Asked, ProposalRow } from './proposal.ts'
import { askedOf } from './proposal.ts'

const known: ReadonlySet<string> = new Set<string>([...variables.map(({ name }) => name), ...ownFields])

/** PROPOSAL-3 The first value that may not be asked for: one that nobody knows, or a desil, which the nation alone sets. */
export const unfitField = (asked: readonly Asked[]): string | null => {
  const names = asked.map(({ name }) => name)
  const unfit = names.find((name, nth) => !known.has(name) || names.indexOf(name) !== nth)
  return unfit ?? asked.find(isMasked)?.name ?? null
}

/** PROPOSAL-2 What a proposal of its kind still lacks before somebody may stand behind it. */
export function missingOf(
  row: Pick<ProposalRow, 'kind' | 'nik' | 'kk' | 'programme' | 'asked' | 'photos' | 'spot'>,
): readonly string[] {
  const law = kindLaw(row.kind)
  const said = askedOf(row).filter(({ after, before }) => (after ?? '') !== '' || before !== null)
  const numbers = law.needs.filter((number) => row[number] === null)
  const values = law.asks.filter((name) => !said.some((one) => one.name === name && (one.after ?? '') !== ''))
  const any = law.some && said.length === 0 ? ['asked'] : []
  const programme = law.programme && row.programme === null ? ['programme'] : []
  return [...numbers, ...values, ...any, ...programme, ...(law.evidence ? unshown(row) : [])]
}

const unshown = ({ photos, spot }: Pick<ProposalRow, 'photos' | 'spot'>): readonly string[] => [
  ...(photos === null ? ['foto'] : []),
  ...(spot === null ? ['lokasi'] : []),
]

/** Values that are numbers of people: shown masked, and whole only where the look is kept. */
export const numberFields: ReadonlySet<string> = new Set([
  'nomor_induk_kependudukan',
  'nomor_kartu_keluarga',
  'nik_ganda',
])

/** PROPOSAL-27 What is asked for, with numbers that come back as they were shown put back as they are. */
export const unmasked = (before: readonly Asked[], asked: readonly Asked[]): readonly Asked[] =>
  asked.map((one) => {
    const stood = numberFields.has(one.name) ? before.find(({ name }) => name === one.name) : undefined
    return stood ? { ...one, before: kept(stood.before, one.before), after: kept(stood.after, one.after) } : one
  })

const kept = (stood: string | null, said: string | null): string | null =>
  said !== null && stood !== null && said === maskNumber(stood) ? stood : said

/** A number that was taken off a screen where it is masked: kept so, nobody would ever read it again. */
const isMasked = ({ name, before, after }: Asked): boolean =>
  numberFields.has(name) && [before, after].some((value) => value?.includes('*') ?? false)
