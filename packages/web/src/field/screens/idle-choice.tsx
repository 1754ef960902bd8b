import { Select } from '@navikt/ds-react/Select'
import { useEffect, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { idleChoices } from '../../platform/vault/pin.ts'
import { ownVault } from '../door/own-vault.ts'
import { usePhone } from '../phone-context.ts'

/** After how long without a touch the phone locks itself; it holds from the next time that it is opened. */
export function IdleChoice() {
  const t = useText()
  const { staff } = usePhone().keys.me
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    void ownVault()
      .then((vault) => vault.people())
      .then((people) => setMinutes(people.find((one) => one.staff === staff)?.idleMinutes ?? null))
  }, [staff])
  if (minutes === null) return null
  const choose = (chosen: number): void => {
    setMinutes(chosen)
    void ownVault().then((vault) => vault.setIdle(staff, chosen))
  }
  return (
    <Select label={t('field.lock.after')} value={minutes} onChange={(event) => choose(Number(event.target.value))}>
      {idleChoices.map((one) => (
        <option key={one} value={one}>
          {t('field.lock.minutes', { count: one })}
        </option>
      ))}
    </Select>
  )
}
