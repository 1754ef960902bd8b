import { useEffect, useState } from 'react'
import type { Phone } from '../platform/replica/open-phone.ts'
import type { Synced } from '../platform/replica/sync.ts'
import type { Keys } from '../platform/vault/vault.ts'
import type { OpenFiles } from './photos/follow-files.ts'

/** Photos and signatures of an open phone, fetched after its first screen; null until then. They go after every sync. */
export function useFiles(keys: Keys, phone: Phone, district: string, said: Synced | null): OpenFiles | null {
  const [open, setOpen] = useState<OpenFiles | null>(null)
  useEffect(() => {
    let stop = (): void => {}
    let gone = false
    void import('./photos/follow-files.ts')
      .then(({ followFiles }) => followFiles(keys, phone, district, setOpen))
      .then((end) => {
        if (gone) end()
        else stop = end
      })
      .catch(() => undefined)
    return () => {
      gone = true
      stop()
    }
  }, [keys, phone, district])
  const send = open?.send
  useEffect(() => {
    if (said?.ok) send?.()
  }, [said, send])
  return open
}
