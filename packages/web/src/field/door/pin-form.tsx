import { Button } from '@navikt/ds-react/Button'
import { sayTime } from '@openslrt/core/i18n/when.ts'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { clearRows } from '../../platform/replica/clear-rows.ts'
import { faultOf } from '../../platform/vault/pin.ts'
import type { Keys, Shut, Someone } from '../../platform/vault/vault.ts'
import { ownVault } from './own-vault.ts'
import { PinField } from './pin-field.tsx'

const Emptied = lazy(async () => ({ default: (await import('../life/emptied.tsx')).Emptied }))

interface PinFormProps {
  readonly who: Someone
  readonly onOpen: (keys: Keys) => void
  readonly onForgot: () => void
}

/** Opens one person's drawer; the wait and the end are told before they come. */
export function PinForm({ who, onOpen, onForgot }: PinFormProps) {
  const t = useText()
  const why = useWhyShut()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** Once the drawer is gone: how much of what was typed still lies on the phone. */
  const [left, setLeft] = useState<number | null>(null)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (faultOf(pin) === 'short') return setProblem(t('field.pin.short'))
    setBusy(true)
    const opened = await (await ownVault()).unlock(who.staff, pin)
    setBusy(false)
    setPin('')
    if (opened.ok) return onOpen(opened.value)
    const shut = opened.error
    if (shut.code === 'nobody') return setLeft(0)
    if (shut.code === 'emptied') return setLeft(await clearRows(shut.owner))
    setProblem(why(shut))
  }
  return (
    <form className="door__form" onSubmit={(event) => void open(event)} noValidate>
      <h1 className="field__title">{t('field.pin.title', { name: who.name })}</h1>
      {left !== null ? (
        <Suspense fallback={null}>
          <Emptied left={left} onSignIn={onForgot} />
        </Suspense>
      ) : (
        <>
          <PinField label={t('field.pin.label')} value={pin} onChange={setPin} error={problem ?? undefined} />
          <Button type="submit" loading={busy}>
            {t('field.pin.open')}
          </Button>
          <button type="button" className="field__link" onClick={onForgot}>
            {t('field.door.forgot')}
          </button>
        </>
      )}
    </form>
  )
}

type Closed = Extract<Shut, { readonly code: 'wrong' | 'wait' }>

function useWhyShut(): (shut: Closed) => string {
  const t = useText()
  const lang = useLanguage()
  // The clock on the phone's own wall: nobody is signed in whose office has another zone.
  const time = (at: number): string =>
    sayTime(at - new Date(at).getTimezoneOffset() * 60_000 - 420 * 60_000, 'Asia/Jakarta', lang)
  return (shut) => {
    if (shut.code === 'wrong') return t('field.pin.wrong', { left: shut.left })
    return t('field.pin.wait', { time: time(shut.nextAt) })
  }
}
