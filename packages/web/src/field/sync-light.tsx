import { Link } from 'wouter'
import { useText } from '../platform/i18n/use-text.ts'
import { useWhen } from '../platform/i18n/use-when.ts'
import { useOnline } from '../platform/outbox/use-online.ts'
import { countOf } from '../platform/replica/view.ts'
import { type FieldLight, fieldLightOf } from './light.ts'
import { usePhone } from './phone-context.ts'
import type { OpenFiles } from './photos/follow-files.ts'
import { sayNumber } from './say-number.ts'

/** Always there, always honest; leads to the page that says more. */
export function SyncLight() {
  const { phone, state, entries, files, whole, busy } = usePhone()
  const online = useOnline()
  const held = countOf(phone.replica.census())
  const light = fieldLightOf({
    entries,
    checked: state.checked,
    held,
    files: countsOf(files),
    lists: whole,
    busy,
    online,
  })
  return (
    <Link href="/kirim" className={`field__light field__light--${light.kind}`}>
      <output>
        <LightText light={light} />
      </output>
    </Link>
  )
}

const countsOf = (open: OpenFiles | null) => {
  if (!open) return null
  const count = (state: 'waiting' | 'stopped'): number => open.files.filter((file) => file.state === state).length
  return { waiting: count('waiting'), stopped: count('stopped') }
}

function LightText({ light }: { readonly light: FieldLight }): string {
  const t = useText()
  const when = useWhen()
  if (light.kind === 'unlike')
    return t('field.light.unlike', { held: sayNumber(light.held), there: sayNumber(light.there) })
  const count = sayNumber(light.count)
  return light.kind === 'agreed'
    ? t('field.light.agreed', { count, time: when.moment(light.at) })
    : t(`field.light.${light.kind}`, { count })
}
