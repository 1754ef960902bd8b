import type { PersonCard } from '@openslrt/core/contract/registry-queries.ts'
import { type Fault, faultsIn, type Typed } from '@openslrt/core/registry/typed.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import type { Moved } from './moved.ts'

export const relation = 'status_hubungan_keluarga'
/** The code of the head of a family: whoever founds one is it, unless somebody says otherwise. */
export const head = '1'
export const relations = [variableOf('person', relation)].flatMap((variable) => variable ?? [])
/** What is asked of a family that begins with whoever moves. */
export const homeAsked = ['nomor_kartu_keluarga', 'alamat'].flatMap((name) => variableOf('family', name) ?? [])
export const noMove: Typed = {
  who: '',
  to: 'there',
  family: '',
  nomor_kartu_keluarga: '',
  alamat: '',
  [relation]: '',
  source: '',
}

type MovingFault =
  | Fault
  | 'person.move.who.missing'
  | 'family.pick.missing'
  | 'person.move.relation.missing'
  | 'family.move.source'

/** What is still missing before somebody can be moved. */
export function movingFaults(typed: Typed): Readonly<Record<string, MovingFault>> {
  const isNew = typed['to'] === 'new'
  return {
    ...(typed['who'] === '' && { who: 'person.move.who.missing' as const }),
    ...(!isNew && typed['family'] === '' && { family: 'family.pick.missing' as const }),
    ...(!isNew && typed[relation] === '' && { [relation]: 'person.move.relation.missing' as const }),
    ...(isNew && faultsIn(homeAsked, noMove, typed)),
    ...((typed['source'] ?? '').trim().length < 3 && { source: 'family.move.source' as const }),
  }
}

/** Where somebody was, for the way back; null of whoever was nowhere, or nobody knew as what. */
export function wayBack({ id, name, family, said }: PersonCard): Moved | null {
  const as = said[relation]
  return family !== null && typeof as === 'string'
    ? { what: 'person', person: id, name, from: family, relation: as }
    : null
}
