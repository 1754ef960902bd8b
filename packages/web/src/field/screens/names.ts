import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import type { Shown } from '../../platform/replica/view.ts'

type Values = ReplicaRow['person']['said']

export const textIn = (said: Values, name: string): string => {
  const value = said[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const membersOf = (view: Shown, family: string): readonly ReplicaRow['person'][] =>
  [...view.person.values()]
    .filter((one) => one.family === family && one.mergedInto === null)
    .toSorted((a, b) => (textIn(a.said, 'tanggal_lahir') < textIn(b.said, 'tanggal_lahir') ? -1 : 1))

/** A family is called by its head, else by its eldest. */
export function headOf(members: readonly ReplicaRow['person'][]): string {
  const head = members.find(({ said }) => textIn(said, 'status_hubungan_keluarga') === '1') ?? members[0]
  return head ? textIn(head.said, 'nama') : ''
}
