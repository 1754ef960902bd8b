import { signInName } from '@openslrt/core/contract/office.ts'
import { isStrongPassword } from '@openslrt/core/staff/password.ts'

/** What is typed to take up a one-time link. */
export interface Acceptance {
  readonly name: string
  readonly signInName: string
  readonly password: string
  readonly repeated: string
}

export type AcceptFault = 'name' | 'sign-in-name' | 'password' | 'repeated'

/** What is wrong with it, as far as this page can tell; whether the sign-in name is free only the server knows. */
export function faultsIn(typed: Acceptance): ReadonlySet<AcceptFault> {
  const faults = new Set<AcceptFault>()
  if (typed.name.trim().length < 2) faults.add('name')
  if (!signInName.safeParse(typed.signInName).success) faults.add('sign-in-name')
  if (!isStrongPassword(typed.password, typed.signInName)) faults.add('password')
  if (typed.repeated !== typed.password) faults.add('repeated')
  return faults
}
