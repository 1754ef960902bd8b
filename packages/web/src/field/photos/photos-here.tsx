import '../../platform/files/photo-texts.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { sayNumber } from '../say-number.ts'

/** SYNC-45 Pictures of this visit that are still on this phone. */
export function PhotosHere({ subject }: { readonly subject: string }) {
  const t = useText()
  const { files } = usePhone()
  const here = files?.files.filter((file) => file.subject === subject && file.state === 'waiting').length ?? 0
  return here === 0 ? null : <p className="field__note">{t('files.visit', { count: sayNumber(here) })}</p>
}
