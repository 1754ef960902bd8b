import { Button } from '@navikt/ds-react/Button'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { mostPhotos } from '@openslrt/core/contract/proposal.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { type Act, useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { upload } from '../../platform/api/upload.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FileDrop, type RefusedFile } from '../../ui/file-drop.tsx'
import { type SpotValues, spotFaults, spotOf, spotValues } from './evidence-values.ts'
import { type FormProps, targetOf } from './form-props.ts'

const limitBytes = 5_000_000

/** Photos of the house, and where it stands: as the device tells it, or typed off a map. New photos take the place of earlier ones; without any these stay. */
export function EvidenceForm({ card, onClose }: FormProps) {
  const t = useText()
  const act = useAct()
  const [files, setFiles] = useState<readonly File[]>([])
  const form = useForm(`${card.id}:evidence`, spotValues(card.spot), (values) => spotFaults(values, t))
  const [missing, setMissing] = useState(false)
  const send = async (): Promise<void> => {
    const spot = spotOf(form.values)
    setMissing(files.length === 0 && spot === null)
    if (!form.passes() || (files.length === 0 && spot === null)) return
    const photos = await sendAll(act, card.district, files)
    if (photos === null) return
    const acted = await act.send('proposal.evidence', {
      ...targetOf(card),
      data: { photos: files.length === 0 ? null : photos, spot },
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t('proposal-act.evidence')}
      hint={t('proposal.evidence.hint')}
      sendText={t('proposal.form.save')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Photos files={files} onChange={setFiles} had={card.photos} />
      <SpotFields form={form} />
      {missing && <ErrorMessage showIcon>{t('proposal.evidence.missing')}</ErrorMessage>}
    </ActDialog>
  )
}

/** Sends photos one after the other, and gives the names by which they are found; null where one was refused. */
async function sendAll(
  act: Act,
  district: Parameters<typeof upload>[0],
  files: readonly File[],
): Promise<string[] | null> {
  act.setBusy(true)
  const sent: string[] = []
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- a phone's line carries one at a time
    const uploaded = await upload(district, file)
    if (!uploaded.ok) {
      act.setBusy(false)
      act.tell(uploaded.error)
      return null
    }
    sent.push(uploaded.value.sha256)
  }
  act.setBusy(false)
  return sent
}

interface PhotosProps {
  readonly files: readonly File[]
  readonly had: number
  readonly onChange: (files: readonly File[]) => void
}

function Photos({ files, had, onChange }: PhotosProps) {
  const t = useText()
  const lang = useLanguage()
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const size = saySize(limitBytes, lang)
  return (
    <FileDrop
      label={t('proposal.evidence.photos')}
      description={had > 0 ? t('proposal.evidence.again', { count: had, size }) : size}
      accept=".jpg,.jpeg,.png"
      limitBytes={limitBytes}
      most={mostPhotos}
      files={files}
      refused={refused}
      onChange={(chosen, wrong) => {
        onChange(chosen)
        setRefused(wrong)
      }}
      sayFileSize={(bytes) => saySize(bytes, lang)}
      sayRefusal={({ why }) => (why === 'size' ? t('file.too-large', { limit: size }) : t('file.wrong-kind'))}
    />
  )
}

/** The device is asked only when somebody wants it, and says what it cannot. */
function SpotFields({ form }: { readonly form: Form<SpotValues> }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const locate = (): void => {
    if (!('geolocation' in navigator)) return setSaid(t('proposal.evidence.no-device'))
    setSaid(t('proposal.evidence.asking'))
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        form.change({ lat: latitude.toFixed(6), long: longitude.toFixed(6), accuracy: String(Math.round(accuracy)) })
        setSaid(t('proposal.evidence.found', { metres: Math.round(accuracy) }))
      },
      () => setSaid(t('proposal.evidence.no-device')),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    )
  }
  // What somebody types is no longer what the device knew.
  const typed = (name: 'lat' | 'long') => ({
    ...form.field(name),
    onChange: (value: string) => form.change({ [name]: value, accuracy: '' }),
  })
  return (
    <>
      <div className="proposal__spot">
        <LineField {...typed('lat')} label={t('proposal.evidence.lat')} maxLength={20} />
        <LineField {...typed('long')} label={t('proposal.evidence.long')} maxLength={20} />
      </div>
      <div>
        <Button type="button" size="small" variant="secondary" onClick={locate}>
          {t('proposal.evidence.locate')}
        </Button>
      </div>
      <output className="proposal__aside">{said}</output>
    </>
  )
}
