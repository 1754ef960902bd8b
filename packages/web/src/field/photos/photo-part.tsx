import '../../platform/files/photo-texts.ts'
import './photos.css'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { kindsToTake, takenIn } from './form-files.ts'
import { OnePhoto } from './one-photo.tsx'

/** FIELD-12 Photos of what was seen: one of each kind, kept on the phone as soon as it is taken. */
export function PhotoPart({ form }: { readonly form: string }) {
  const t = useText()
  const { files } = usePhone()
  const taken = takenIn(files, form)
  return (
    <fieldset className="photos" disabled={files === null}>
      <legend className="photos__title">{t('photo.section')}</legend>
      <p className="field__note">{t('photo.hint')}</p>
      <ul className="photos__kinds">
        {kindsToTake.map((kind) => (
          <li key={kind}>
            <OnePhoto
              form={form}
              kind={kind}
              name={t(`photo.kind.${kind}`)}
              kept={taken.find((file) => file.kind === kind)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
