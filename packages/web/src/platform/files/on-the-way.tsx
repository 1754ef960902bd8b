import './photo-texts.ts'
import { useText } from '../i18n/use-text.ts'
import { useWhen } from '../i18n/use-when.ts'

/** FIELD-14 A picture that is named and still on a phone: since when. */
export function OnTheWay({ since }: { readonly since: number }) {
  const t = useText()
  const when = useWhen()
  return t('photo.way', { time: when.moment(since) })
}
