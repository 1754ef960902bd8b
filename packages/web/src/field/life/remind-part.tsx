import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { useEffect, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { syncManagerOf } from './wake.ts'

/** SYNC-56 A locked phone can send nothing: whoever wishes is told by the browser that there is a signal and something waits. */
export function RemindPart() {
  const t = useText()
  const [leave, setLeave] = useState<NotificationPermission | null>(null)
  useEffect(() => {
    if (!('Notification' in window)) return
    void navigator.serviceWorker
      ?.getRegistration('/lapangan')
      .then((known) => syncManagerOf(known) && setLeave(Notification.permission))
      .catch(() => undefined)
  }, [])
  // Where the browser can't, or was told no, there is nothing to choose here.
  if (leave === null || leave === 'denied') return null
  return (
    <section>
      <h2 className="field__heading">{t('life.remind.title')}</h2>
      <p>{t(leave === 'granted' ? 'life.remind.on' : 'life.remind.text')}</p>
      {leave === 'default' && (
        <Button size="small" variant="secondary" onClick={() => void Notification.requestPermission().then(setLeave)}>
          {t('life.remind.wish')}
        </Button>
      )}
    </section>
  )
}
