import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import { createContext, useContext } from 'react'
import type { Command, Entry } from '../platform/outbox/entry.ts'
import type { LookUp } from '../platform/replica/look-up.ts'
import type { Phone } from '../platform/replica/open-phone.ts'
import type { Pending, ShownVisit } from '../platform/replica/pending.ts'
import type { PhoneState } from '../platform/replica/phone-db.ts'
import type { Synced } from '../platform/replica/sync.ts'
import type { Shown } from '../platform/replica/view.ts'
import type { Keys } from '../platform/vault/vault.ts'
import type { OpenFiles } from './photos/follow-files.ts'

/** What every screen of an open phone has. */
export interface OpenPhone {
  readonly keys: Keys
  readonly phone: Phone
  readonly state: PhoneState
  readonly view: Shown
  readonly entries: readonly Entry[]
  readonly pending: readonly Pending[]
  readonly visits: readonly ShownVisit[]
  readonly lookUp: LookUp
  readonly lists: Readonly<Record<string, readonly ListItem[]>>
  /** Whether all lies here that forms choose from. */
  readonly whole: boolean
  /** Photos and signatures; null until they are open. */
  readonly files: OpenFiles | null
  readonly busy: boolean
  /** What came of the last sync of this page; null before the first. */
  readonly said: Synced | null
  readonly sync: () => void
  /** Keeps a command and begins to send; false where the phone could not keep it. */
  readonly keep: (command: Command) => Promise<boolean>
  readonly lock: () => void
}

export const PhoneContext = createContext<OpenPhone | null>(null)

export function usePhone(): OpenPhone {
  const open = useContext(PhoneContext)
  if (!open) throw new Error('a screen of the field is shown while the phone is locked')
  return open
}
