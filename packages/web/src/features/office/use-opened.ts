import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { addressWith, type Changes, pageOf } from '../../ui/list-address.ts'
import type { Done } from './done-note.tsx'
import { openedOf } from './office-address.ts'

/** A list over which one of its items, or the form for a new one, stands open: both are in the address. */
export function useOpened(path: string) {
  const search = useSearch()
  const [, go] = useLocation()
  const [done, setDone] = useState<Done | null>(null)
  const page = pageOf(search)
  const href = (changes: Changes): string => addressWith(path, search, changes)
  return {
    opened: openedOf(search),
    /** What was done when it was last closed. */
    done,
    hrefOf: (id: string): string => href({ buka: id, halaman: page }),
    /** The hours of one of them. */
    hoursHref: (id: string): string => href({ buka: id, jam: 'ya', halaman: page }),
    pageHref: (to: number): string => href({ halaman: to }),
    /** Changes filters, without a step to go back to. */
    change: (changes: Changes): void => go(href(changes), { replace: true }),
    close: (came: Done | null): void => {
      if (came) setDone(came)
      go(href({ buka: undefined, jam: undefined, halaman: page }))
    },
  }
}
