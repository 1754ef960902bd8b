import { Checkbox } from '@navikt/ds-react/Checkbox'
import { inboundRoutes, type MessageLine } from '@openslrt/core/contract/inbound.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { type ChosenPlace, PlacePicker } from '../../../platform/places/place-picker.tsx'
import { useMessageAct } from './use-message-act.ts'

interface MoveDialogProps {
  readonly line: Pick<MessageLine, 'id' | 'unsorted'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Gives a message to the office of another village, or to whoever sorts what nobody knows. */
export function MoveDialog({ line, onClose, onDone }: MoveDialogProps) {
  const t = useText()
  const act = useMessageAct(onDone)
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [unknown, setUnknown] = useState(false)
  const [tried, setTried] = useState(false)
  const village = villageCode.safeParse(place?.code)
  const send = (): void => {
    setTried(true)
    if (unknown) void act.run(inboundRoutes.move, { id: line.id, village: null })
    else if (village.success) void act.run(inboundRoutes.move, { id: line.id, village: village.data })
  }
  return (
    <ActDialog
      title={t('inbound.move')}
      hint={t('inbound.move.hint')}
      sendText={t('inbound.move')}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      {!unknown && (
        <PlacePicker
          label={t('inbound.move.village')}
          level="village"
          value={place}
          onChange={setPlace}
          error={tried && !village.success && t('inbound.move.missing')}
        />
      )}
      {!line.unsorted && (
        <Checkbox checked={unknown} onChange={(event) => setUnknown(event.target.checked)}>
          {t('inbound.move.unknown')}
        </Checkbox>
      )}
    </ActDialog>
  )
}
