import type { DexieOptions } from 'dexie'
import { type Command, type Entry, waitingEntry } from '../outbox/entry.ts'
import { makeSeal } from '../outbox/seal.ts'
import { sealedShelf } from '../outbox/sealed-shelf.ts'
import type { Shelf } from '../outbox/shelf.ts'
import { type Journal, openJournal } from './journal.ts'
import { keepingShelf } from './keeping-shelf.ts'
import {
  type Choices,
  type KeptChoices,
  type KeptLists,
  type KeptProgrammes,
  openPhoneDb,
  phoneDbName,
} from './phone-db.ts'
import { openReplica, type Replica } from './replica-store.ts'
import { type Synced, syncOnce } from './sync.ts'
import type { Bearer, Line, SyncPorts } from './sync-ports.ts'

/** One person's work on one phone, open while they are there. */
export interface Phone {
  readonly replica: Replica
  readonly journal: Journal
  readonly shelf: Shelf
  /** SYNC-24 Keeps what was done; it goes with the next sync. False where the phone could not keep it. */
  keep(command: Command): Promise<boolean>
  /** A person has seen why it was refused. */
  seen(id: string): Promise<void>
  sync(): Promise<Synced>
  watch(hear: (entries: readonly Entry[]) => void): () => void
  /** The lists that forms choose from, as they lie here; asked for anew after a sync when they are a day old. */
  lists(): Promise<KeptLists['lists'] | null>
  keepLists(lists: KeptLists['lists']): Promise<void>
  listsAge(): Promise<number>
  /** What values of families are chosen from, and when it was asked for; kept as the lists are. */
  choices(): Promise<KeptChoices | null>
  keepChoices(choices: Choices): Promise<void>
  /** What people of these places can have; kept as the lists are. */
  programmes(): Promise<KeptProgrammes | null>
  keepProgrammes(kept: Pick<KeptProgrammes, 'stamp' | 'carried'>): Promise<void>
  close(): void
}

export interface PhoneKeys {
  /** Of the vault: opens the rows. */
  readonly dataKey: string
  /** Of the person, given by the server: opens what waits. */
  readonly outboxKey: string
}

export interface PhoneWorld {
  readonly bearer: Bearer
  readonly line: Line
  readonly now: () => number
  readonly alone: (name: string) => SyncPorts['alone']
  /** A test's own store; a browser has one. */
  readonly engine?: DexieOptions
}

/** Opens a phone for a person. No React in it: a test runs dozens of them with this code. */
export async function openPhone({ dataKey, outboxKey }: PhoneKeys, world: PhoneWorld): Promise<Phone> {
  const own = await makeSeal(outboxKey)
  const name = phoneDbName(own.owner)
  const db = await openPhoneDb(name, world.engine)
  const replica = await openReplica(db, await makeSeal(dataKey))
  const journal = await openJournal(db, own)
  const shelf = await sealedShelf(own, Promise.resolve(db))
  const ports: SyncPorts = {
    ...world,
    replica,
    journal,
    shelf: keepingShelf(shelf, journal, () => replica.state().epoch ?? ''),
    alone: world.alone(name),
  }
  return {
    replica,
    journal,
    shelf,
    keep: (command) =>
      shelf.put(waitingEntry(command)).then(
        () => true,
        () => false,
      ),
    seen: (id) => shelf.remove(id).catch(() => undefined),
    sync: () => syncOnce(ports),
    watch: (hear) => shelf.watch(hear),
    lists: async () => {
      const kept = await db.lists.get('lists')
      return kept?.id === 'lists' ? kept.lists : null
    },
    keepLists: async (lists) => void (await db.lists.put({ id: 'lists', at: world.now(), lists })),
    listsAge: async () => world.now() - ((await db.lists.get('lists'))?.at ?? 0),
    choices: async () => {
      const kept = await db.lists.get('choices')
      return kept?.id === 'choices' ? kept : null
    },
    keepChoices: async (choices) => void (await db.lists.put({ id: 'choices', at: world.now(), choices })),
    programmes: async () => {
      const kept = await db.lists.get('programmes')
      return kept?.id === 'programmes' ? kept : null
    },
    keepProgrammes: async (kept) => void (await db.lists.put({ id: 'programmes', at: world.now(), ...kept })),
    close: () => db.db.close(),
  }
}
