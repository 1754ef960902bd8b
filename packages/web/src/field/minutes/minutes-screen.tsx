import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { MinutesForm } from './minutes-form.tsx'
import { firstMinutes } from './minutes-values.ts'

/** FIELD-30 Minutes of a meeting in one of this person's villages; a form that is half filled stands as it was left. */
export function MinutesScreen({ place }: { readonly place: string }) {
  const t = useText()
  const { villages } = usePhone().state
  const zone = useZone()
  const [first] = useState(() => firstMinutes(place, newId(), dayIn(zone, Date.now())))
  if (!villages.some(({ code }) => code === place))
    return <EmptyState level={1} title={t('field.villages.none.title')} text={t('field.villages.none.text')} />
  return <MinutesForm formKey={`minutes:${place}`} first={first} refused={[]} />
}
