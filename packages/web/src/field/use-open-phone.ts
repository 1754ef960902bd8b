import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Command, Entry } from '../platform/outbox/entry.ts'
import { laidOver } from '../platform/replica/laid-over.ts'
import { lookUpOf } from '../platform/replica/look-up.ts'
import type { Phone } from '../platform/replica/open-phone.ts'
import { pendingOf, visitsOf } from '../platform/replica/pending.ts'
import type { PhoneState } from '../platform/replica/phone-db.ts'
import type { Keys } from '../platform/vault/vault.ts'
import { listsLieOn } from './fresh-lists.ts'
import type { OwnPhone } from './open-own-phone.ts'
import type { OpenPhone } from './phone-context.ts'
import { useFiles } from './use-files.ts'
import { useSyncing } from './use-syncing.ts'

type Lists = Readonly<Record<string, readonly ListItem[]>>
const noEntries: readonly Entry[] = []

/** All that screens need of an open phone, drawn anew whenever its rows or what waits change. */
export function useOpenPhone(keys: Keys, own: OwnPhone, lock: () => void, onWiped: (left: number) => void): OpenPhone {
  const { phone, district } = own
  const { lists, whole, readLists } = useLists(phone)
  const { busy, said, sync } = useSyncing(phone, district, { onSynced: readLists, onWiped })
  const state = useSyncExternalStore(phone.replica.watch, phone.replica.state)
  const [entries, setEntries] = useState(noEntries)
  useEffect(() => phone.watch(setEntries), [phone])
  const keep = useCallback(
    async (command: Command): Promise<boolean> => {
      const kept = await phone.keep(command)
      if (kept) sync()
      return kept
    },
    [phone, sync],
  )
  const files = useFiles(keys, phone, district, said)
  const shown = useMemo(() => shownOf(phone, state, entries), [phone, state, entries])
  return useMemo(
    () => ({ keys, phone, ...shown, lists, whole, files, busy, said, sync, keep, lock }),
    [keys, phone, shown, lists, whole, files, busy, said, sync, keep, lock],
  )
}

/** What is seen at one state of the phone. The rows are changed in place: a new object tells screens that they are others. */
function shownOf(phone: Phone, state: PhoneState, entries: readonly Entry[]) {
  const pending = pendingOf(entries, phone.journal.all(), state)
  const view = { ...laidOver(phone.replica.view(), pending) }
  return { state, view, entries, pending, visits: visitsOf(view, pending), lookUp: lookUpOf(view) }
}

function useLists(phone: Phone) {
  const [read, setRead] = useState<{ readonly lists: Lists; readonly whole: boolean }>({ lists: {}, whole: false })
  const readLists = useCallback(
    () =>
      void Promise.all([phone.lists(), listsLieOn(phone)]).then(([lists, whole]) =>
        setRead({ lists: lists ?? {}, whole }),
      ),
    [phone],
  )
  useEffect(() => readLists(), [readLists])
  return { ...read, readLists }
}
