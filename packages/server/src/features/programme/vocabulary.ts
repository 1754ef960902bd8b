import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { ppksTypeData, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import type { Fact, Vocabulary } from '@openslrt/core/programme/fact.ts'
import { factsOfIndicators, factsOfProgrammes } from '@openslrt/core/programme/place-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { vocabulary, vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { indicatorList } from '@openslrt/core/registry/indicators.ts'
import type { CaseParts } from '../case/index.ts'

/** Where, when and over which programmes rules are read. */
export interface Reading {
  readonly place: PlaceCode
  readonly day: Day
  readonly catalogue: readonly ProgrammeRow[]
}

/** PROG-17 The facts of a place alone: what its district asks besides, and what people have of its programmes. */
export const placeFactsOf = (
  { reference }: Pick<CaseParts, 'reference'>,
  { place, day, catalogue }: Reading,
): readonly Fact[] => [
  ...factsOfIndicators(reference.list(indicatorList, ledgerOf(place), day)),
  ...factsOfProgrammes(catalogue),
]

/** All that rules may ask there. */
export const vocabularyAt = (parts: Pick<CaseParts, 'reference'>, reading: Reading): Vocabulary =>
  vocabularyWith(placeFactsOf(parts, reading))

/** PROG-19 The same for a reader, who is not told who is a PPKS of a type that their role does not name. */
export function vocabularyFor(parts: Pick<CaseParts, 'reference'>, reader: StaffActor, reading: Reading): Vocabulary {
  const types = parts.reference.list(ppksTypeList, ledgerOf(reading.place), reading.day)
  const unseen = types.flatMap(({ code, data }) => {
    const read = ppksTypeData.safeParse(data)
    return read.success && read.data.restricted && !reader.restricted.has(read.data.restricted) ? [code] : []
  })
  const known = vocabularyAt(parts, reading)
  const welfare = vocabulary.get('jenis_ppks')
  return welfare && unseen.length > 0 ? new Map(known).set(welfare.name, { ...welfare, unseen }) : known
}
