import { Button } from '@navikt/ds-react/Button'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { type FormEvent, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { makeSeal } from '../../platform/outbox/seal.ts'
import { clearRows } from '../../platform/replica/clear-rows.ts'
import { faultOf } from '../../platform/vault/pin.ts'
import type { Keys } from '../../platform/vault/vault.ts'
import { ownVault } from './own-vault.ts'
import { PinField } from './pin-field.tsx'

/** SYNC-35 A PIN for somebody who has just signed in. Rows under keys that a forgotten one took are cleared. */
export function SetPin({ me, onOpen }: { readonly me: Me; readonly onOpen: (keys: Keys) => void }) {
  const t = useText()
  const [pin, setPin] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const fault = faultOf(pin)
  const differs = pin !== repeat
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (fault || differs || busy) return
    setBusy(true)
    await clearRows((await makeSeal(me.outboxKey)).owner)
    onOpen(await (await ownVault()).setPin(me, pin))
  }
  return (
    <form className="door__form" onSubmit={(event) => void save(event)} noValidate>
      <h1 className="field__title">{t('field.pin.new.title')}</h1>
      <p>{t('field.pin.new.text')}</p>
      <PinField
        label={t('field.pin.label')}
        value={pin}
        onChange={setPin}
        error={tried && fault ? t(`field.pin.${fault}`) : undefined}
      />
      <PinField
        label={t('field.pin.repeat')}
        value={repeat}
        onChange={setRepeat}
        error={tried && !fault && differs ? t('field.pin.differs') : undefined}
      />
      <Button type="submit" loading={busy}>
        {t('field.pin.save')}
      </Button>
    </form>
  )
}
