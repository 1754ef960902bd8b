import '../../platform/files/photo-texts.ts'
import './photos.css'
import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { useState } from 'react'
import { LineField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { takenIn } from './form-files.ts'
import { keepBlob } from './keep-picture.ts'
import { Preview } from './preview.tsx'
import { SignaturePad } from './signature-pad.tsx'

interface SignatureProps {
  readonly form: string
  readonly signer: Field<string>
  readonly unsigned: Field<string>
  /** `yes` where nobody can sign. */
  readonly unable: Field<string>
  /** Hears whether something is drawn that was not kept yet. */
  readonly onLoose: (loose: boolean) => void
}

/** FIELD-13 A signature with the name of who signs, or why nobody could: that needs no finger and no pen. */
export function SignaturePart({ form, signer, unsigned, unable, onLoose }: SignatureProps) {
  const t = useText()
  const { files } = usePhone()
  const kept = takenIn(files, form).find(({ kind }) => kind === 'signature')
  const isUnable = unable.value === 'yes'
  const change = (checked: boolean): void => {
    unable.onChange(checked ? 'yes' : '')
    onLoose(false)
    if (checked && kept) void files?.queue.remove(kept.id)
  }
  return (
    <fieldset className="photos" disabled={files === null}>
      <legend className="photos__title">{t('sign.section')}</legend>
      {!isUnable && (
        <>
          <p className="field__note">{t('sign.hint')}</p>
          {kept ? (
            <Preview file={kept} name={t('sign.section')} />
          ) : (
            <Drawing form={form} problem={signer.error} onLoose={onLoose} />
          )}
          {kept && (
            <div className="photos__acts">
              <output className="field__note">{t('sign.kept')}</output>
              <Button type="button" variant="tertiary" onClick={() => void files?.queue.remove(kept.id)}>
                {t('sign.clear')}
              </Button>
            </div>
          )}
          {kept && <LineField {...signer} label={t('sign.name')} maxLength={200} />}
        </>
      )}
      <Checkbox checked={isUnable} onChange={({ currentTarget }) => change(currentTarget.checked)}>
        {t('sign.unable')}
      </Checkbox>
      {isUnable && <LineField {...unsigned} label={t('sign.why')} maxLength={300} />}
    </fieldset>
  )
}

interface DrawingProps {
  readonly form: string
  readonly problem: string | undefined
  readonly onLoose: (loose: boolean) => void
}

/** Strokes, until whoever signed says that this is it. */
function Drawing({ form, problem, onLoose }: DrawingProps) {
  const t = useText()
  const { files } = usePhone()
  const [drawn, setDrawn] = useState<HTMLCanvasElement | null>(null)
  const [again, setAgain] = useState(0)
  const [full, setFull] = useState(false)
  const keep = async (canvas: HTMLCanvasElement): Promise<void> => {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!blob || !files) return
    const said = await keepBlob(files.queue, { form, kind: 'signature', type: 'image/png' }, blob, undefined)
    setFull(!said.ok)
    onLoose(!said.ok)
  }
  return (
    <>
      <SignaturePad
        key={again}
        label={t('sign.box')}
        onDrawn={(canvas) => {
          setDrawn(canvas)
          onLoose(true)
        }}
      />
      {problem && <p className="photos__problem">{problem}</p>}
      {full && (
        <p role="alert" className="photos__problem">
          {t('photo.full')}
        </p>
      )}
      {drawn && (
        <div className="photos__acts">
          <Button type="button" variant="secondary" onClick={() => void keep(drawn)}>
            {t('sign.keep')}
          </Button>
          <Button
            type="button"
            variant="tertiary"
            onClick={() => {
              setDrawn(null)
              onLoose(false)
              setAgain(again + 1)
            }}
          >
            {t('sign.clear')}
          </Button>
        </div>
      )}
    </>
  )
}
