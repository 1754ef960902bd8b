import '../../platform/files/photo-texts.ts'
import './photos.css'
import { Button } from '@navikt/ds-react/Button'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useId, useState } from 'react'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import type { KindToTake } from './form-files.ts'
import { keepPhoto, type NotKept } from './keep-picture.ts'
import { Preview } from './preview.tsx'

interface OnePhotoProps {
  readonly form: string
  readonly kind: KindToTake
  /** What it shows, in words. */
  readonly name: string
  readonly kept: KeptFile | undefined
}

/** FIELD-12 One photo: kept on the phone as soon as it is taken, shown, taken again or removed. */
export function OnePhoto({ form, kind, name, kept }: OnePhotoProps) {
  const t = useText()
  const lang = useLanguage()
  const { files } = usePhone()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<NotKept | null>(null)
  const take = async (file: Blob): Promise<void> => {
    if (!files) return
    setBusy(true)
    const said = await keepPhoto(files.queue, form, kind, file, kept)
    setBusy(false)
    setProblem(said.ok ? null : said.error)
  }
  return (
    <>
      {kept && (
        <div className="photos__one">
          <Preview file={kept} name={name} />
          <div className="photos__about">
            <strong>{name}</strong>
            <span className="field__note">{t('photo.kept', { size: saySize(kept.size, lang) })}</span>
          </div>
        </div>
      )}
      <div className="photos__acts">
        <Shutter
          label={kept ? `${t('photo.retake')}: ${name}` : t('photo.take', { kind: name })}
          text={kept ? t('photo.retake') : t('photo.take', { kind: name })}
          onTake={(file) => void take(file)}
        />
        {kept && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${t('photo.remove')}: ${name}`}
            onClick={() => void files?.queue.remove(kept.id)}
          >
            {t('photo.remove')}
          </Button>
        )}
      </div>
      {busy && <output className="field__note">{t('photo.working')}</output>}
      {problem && (
        <p role="alert" className="photos__problem">
          {t(problem === 'unreadable' ? 'photo.unreadable' : 'photo.full')}
        </p>
      )}
    </>
  )
}

interface ShutterProps {
  /** What it is called: a screen reader hears more than a reader of the screen has to. */
  readonly label: string
  readonly text: string
  readonly onTake: (file: Blob) => void
}

/** Opens the camera; where there is none, the pictures. */
function Shutter({ label, text, onTake }: ShutterProps) {
  const id = useId()
  return (
    <>
      <input
        id={id}
        className="photos__input"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same picture may be taken again after it was removed.
          if (file) onTake(file)
          currentTarget.value = ''
        }}
      />
      <label htmlFor={id} className="photos__shutter">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path
            fill="currentColor"
            d="M9 4 7.5 6H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-3.5L15 4H9Zm3 5a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z"
          />
        </svg>
        {text}
      </label>
    </>
  )
}
