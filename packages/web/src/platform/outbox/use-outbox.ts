import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { createContext, useCallback, useContext } from 'react'
import { actingOffice } from '../session/session-store.ts'
import type { Command, Entry } from './entry.ts'
import type { Outbox } from './outbox.ts'
import type { Sendable, SendableKind, Sending } from './sendable.ts'
import { newId } from './uuid.ts'

export interface OpenOutbox {
  /** Everything of this person that has not left the device, oldest first. */
  readonly entries: readonly Entry[]
  /** False where entries live only as long as the page. */
  readonly durable: boolean
  /** Tries what waits now. */
  readonly retry: () => void
  readonly open: () => Promise<Outbox>
}

export const OutboxContext = createContext<OpenOutbox | null>(null)

function useOpenOutbox(): OpenOutbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('the outbox is used outside OutboxProvider')
  return outbox
}

/** Keeps a command on the device, sends it, and tells what became of it. */
export type SendEntry = <Kind extends SendableKind>(kind: Kind, what: Sending<Kind>) => Promise<Entry>

export interface UseOutbox extends Omit<OpenOutbox, 'open'> {
  readonly send: SendEntry
  /** A person has seen why it was refused: it leaves the device. */
  readonly seen: (id: string) => Promise<void>
}

/** The outbox of whoever is signed in. Screens that send one thing use `useSend`. */
export function useOutbox(): UseOutbox {
  const { open, ...shown } = useOpenOutbox()
  const send = useCallback<SendEntry>(async (kind, what) => (await open()).send(commandOf(kind, what)), [open])
  const seen = useCallback(async (id: string) => (await open()).seen(id), [open])
  return { ...shown, send, seen }
}

function commandOf<Kind extends SendableKind>(kind: Kind, { data, office, ...about }: Sending<Kind>): Command {
  const { district, subject, base } = about
  const typed: Sendable[Kind] = data
  const from = office ?? actingOffice()
  const doneAt = wireOf(Date.now())
  return { kind, id: newId(), v: contractVersion, district, subject, office: from, doneAt, base, data: typed }
}
