import { useEffect, useMemo, useState } from 'react'
import { useText } from '../platform/i18n/use-text.ts'
import type { Keys } from '../platform/vault/vault.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { ownVault } from './door/own-vault.ts'
import { Frame } from './frame.tsx'
import { NoStore } from './life/no-store.tsx'
import { type OwnPhone, openOwnPhone } from './open-own-phone.ts'
import { PhoneContext } from './phone-context.ts'
import { FieldRoutes } from './routes.tsx'
import { useIdleLock } from './use-idle-lock.ts'
import { useOpenPhone } from './use-open-phone.ts'

interface OpenFieldProps {
  readonly keys: Keys
  readonly lock: () => void
  readonly onWiped: (left: number) => void
}

/** Opens the person's work and keeps it open until the phone is locked. */
export function OpenField({ keys, lock, onWiped }: OpenFieldProps) {
  const t = useText()
  const [own, setOwn] = useState<OwnPhone | 'no-post' | null>(null)
  const [shut, setShut] = useState<unknown>(null)
  useIdle(keys.me.staff, lock)
  useEffect(() => {
    let gone = false
    let close = (): void => {}
    void openOwnPhone(keys).then((opened) => {
      if (opened !== 'no-post') close = opened.phone.close
      if (gone) close()
      else setOwn(opened)
    }, setShut)
    return () => {
      gone = true
      close()
    }
  }, [keys])
  if (shut !== null) return <NoStore why={shut} />
  if (own === null)
    return (
      <main className="field__main">
        <Loading label={t('shell.loading')} rows={5} />
      </main>
    )
  if (own === 'no-post')
    return (
      <main className="field__main">
        <EmptyState level={1} title={t('field.no-post.title')} text={t('field.no-post.text')} />
      </main>
    )
  return <Inside keys={keys} own={own} lock={lock} onWiped={onWiped} />
}

function Inside({ keys, own, lock, onWiped }: OpenFieldProps & { readonly own: OwnPhone }) {
  const open = useOpenPhone(keys, own, lock, onWiped)
  return (
    <PhoneContext value={open}>
      <Frame>
        <FieldRoutes />
      </Frame>
    </PhoneContext>
  )
}

function useIdle(staff: string, lock: () => void): void {
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    void ownVault()
      .then((vault) => vault.people())
      .then((people) => setMinutes(people.find((one) => one.staff === staff)?.idleMinutes ?? null))
  }, [staff])
  useIdleLock(
    useMemo(() => minutes ?? 5, [minutes]),
    lock,
  )
}
