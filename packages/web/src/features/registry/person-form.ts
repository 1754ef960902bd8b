import { personDoubts } from '@openslrt/core/registry/doubts.ts'
import { numberFault, numberTyped, saidByNik } from '@openslrt/core/registry/identity.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import type { Typed } from '@openslrt/core/registry/typed.ts'
import { faultsIn, givenIn } from '@openslrt/core/registry/typed.ts'
import { type Variable, variableOf } from '@openslrt/core/registry/variables.ts'

/** What somebody new is asked at first: as much as tells them apart. */
export const firstAsked: readonly Variable[] = [
  'nama',
  'nomor_induk_kependudukan',
  'jenis_kelamin',
  'tanggal_lahir',
].flatMap((name) => variableOf('person', name) ?? [])

export const nothingTyped: Typed = Object.fromEntries(firstAsked.map(({ name }) => [name, '']))

/** What a whole NIK says of birth and sex, where nobody has said it yet. */
export function suggestedBy(typed: Typed, today: string): Typed {
  const nik = numberTyped(typed['nomor_induk_kependudukan'] ?? '')
  const said = numberFault(nik) === null ? saidByNik(nik, today) : null
  if (!said) return {}
  return {
    ...(!typed['tanggal_lahir'] && { tanggal_lahir: said.birthDate }),
    ...(!typed['jenis_kelamin'] && { jenis_kelamin: said.sex === 'L' ? '1' : '2' }),
  }
}

/** Somebody new as values, and what is wrong and what is odd about them. */
export const newPerson = (typed: Typed): Values => givenIn(firstAsked, nothingTyped, typed)
export const newFaults = (typed: Typed) => ({
  ...faultsIn(firstAsked, nothingTyped, typed),
  ...(!typed['nama']?.trim() && { nama: 'family.new.name.missing' as const }),
})
export const newDoubts = (typed: Typed, today: string) => personDoubts(newPerson(typed), today, null)
