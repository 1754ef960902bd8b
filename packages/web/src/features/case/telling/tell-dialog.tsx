import type { TellingLine } from '@openslrt/core/contract/notice-tellings.ts'
import { tellResults, tellWays } from '@openslrt/core/notice/by-hand.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useActForm } from '../../../platform/act/use-act-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import './texts.ts'

interface TellDialogProps {
  readonly line: TellingLine
  readonly onClose: () => void
  readonly onDone: () => void
}

/** What came of telling a citizen, and how it was tried. */
export function TellDialog({ line, onClose, onDone }: TellDialogProps) {
  const t = useText()
  const target = { district: line.district, subject: line.case, base: null }
  const move = useActForm(
    { kind: 'notice.tell', key: `${line.id}:notice.tell`, target, onDone },
    {
      initial: { result: '', how: line.writes ? 'whatsapp' : 'in-person', note: '' },
      check: ({ result }) => (result === '' ? { result: t('telling.result.missing') } : {}),
      data: ({ result, how, note }) => ({
        delivery: line.id,
        result: tellResults.find((one) => one === result) ?? 'not-found',
        how: tellWays.find((one) => one === how) ?? 'in-person',
        note: note.trim(),
      }),
    },
  )
  return (
    <ActDialog
      title={t('telling.record.of', { number: line.number })}
      hint={line.words}
      sendText={t('telling.record')}
      act={move.act}
      onSend={move.send}
      onClose={onClose}
    >
      <RadioField
        label={t('telling.result')}
        options={tellResults.map((value) => ({ value, label: t(`tell-result.${value}`) }))}
        {...move.field('result')}
      />
      <RadioField
        label={t('telling.how')}
        options={tellWays.map((value) => ({ value, label: t(`telling.how.${value}`) }))}
        size="small"
        {...move.field('how')}
      />
      <NoteField label={t('act.optional', { label: t('telling.note') })} rows={2} {...move.field('note')} />
    </ActDialog>
  )
}
