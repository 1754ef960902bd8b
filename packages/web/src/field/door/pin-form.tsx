import { Button } from '@navikt/ds-react/Button'
import { sayTime } from '@openslrt/core/i18n/when.ts'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { faultOf } from '../../platform/vault/pin.ts'
import type { Keys, Shut, Someone } from '../../platform/vault/vault.ts'
import { clearRows, ownVault } from './own-vault.ts'
import { PinField } from './pin-field.tsx'

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
  const [gone, setGone] = useState(false)
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (faultOf(pin) === 'short') return setProblem(t('field.pin.short'))
    setBusy(true)
    const opened = await (await ownVault()).unlock(who.staff, pin)
    setBusy(false)
    setPin('')
    if (opened.ok) return onOpen(opened.value)
    if (opened.error.code === 'emptied') await clearRows(opened.error.owner)
    setGone(opened.error.code === 'emptied' || opened.error.code === 'nobody')
    setProblem(why(opened.error))
  }
  return (
    <form className="door__form" onSubmit={(event) => void open(event)} noValidate>
      <h1 className="field__title">{t('field.pin.title', { name: who.name })}</h1>
      {gone ? (
        <p role="alert">{problem}</p>
      ) : (
        <>
          <PinField label={t('field.pin.label')} value={pin} onChange={setPin} error={problem ?? undefined} />
          <Button type="submit" loading={busy}>
            {t('field.pin.open')}
          </Button>
        </>
      )}
      <button type="button" className="field__link" onClick={onForgot}>
        {t('field.door.forgot')}
      </button>
    </form>
  )
}

function useWhyShut(): (shut: Shut) => string {
  const t = useText()
  const lang = useLanguage()
  // The clock on the phone's own wall: nobody is signed in whose office has another zone.
  const time = (at: number): string =>
    sayTime(at - new Date(at).getTimezoneOffset() * 60_000 - 420 * 60_000, 'Asia/Jakarta', lang)
  return (shut) => {
    if (shut.code === 'wrong') return t('field.pin.wrong', { left: shut.left })
    return shut.code === 'wait' ? t('field.pin.wait', { time: time(shut.nextAt) }) : t('field.pin.emptied')
  }
}
