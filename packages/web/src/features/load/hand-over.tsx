import { Button } from '@navikt/ds-react/Button'
import type { LoadCard } from '@openslrt/core/contract/load.ts'
import { handOverParts } from '@openslrt/core/load/load.ts'
import { loadActs } from '@openslrt/core/load/moves.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'

/** The hand-over record (BAST) of an extract: filled in, and printed with what was loaded. */
export function HandOverPanel({ load }: { load: LoadCard }) {
  const t = useText()
  const [filling, setFilling] = useState(false)
  return (
    <Panel title={t('load.bast')}>
      <FieldRows>
        <FieldRow
          label={t('load.bast.data')}
        >{`${load.source}, ${dayText(load.snapshot)} (${load.fileName})`}</FieldRow>
        {handOverParts.map((part) => (
          <FieldRow key={part} label={t(`load.bast.${part}`)}>
            {load.handOver[part] || '–'}
          </FieldRow>
        ))}
      </FieldRows>
      <div className="load__signs only-on-paper">
        <p>{t('load.bast.giver')}</p>
        <p>{t('load.bast.receiver')}</p>
      </div>
      <div className="load__acts not-on-paper">
        {loadActs(load.status).includes('record') && (
          <Button size="small" variant="secondary" onClick={() => setFilling(true)}>
            {t('load.bast.fill')}
          </Button>
        )}
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
          {t('load.bast.print')}
        </Button>
      </div>
      {filling && <HandOverForm load={load} onClose={() => setFilling(false)} />}
    </Panel>
  )
}

function HandOverForm({ load, onClose }: { load: LoadCard; onClose: () => void }) {
  const t = useText()
  const target = { district: load.district, subject: load.id, base: null }
  const { act, form, field, send } = useActForm<'load.record', LoadCard['handOver']>(
    { kind: 'load.record', key: `load-bast ${load.id}`, target, onDone: onClose },
    { initial: load.handOver, check: () => ({}), data: (handOver) => ({ handOver }) },
  )
  return (
    <ActDialog
      wide
      title={t('load.bast.fill')}
      sendText={t('load.bast.save')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      {handOverParts.map((part) => (
        <LineField key={part} label={t(`load.bast.${part}`)} maxLength={500} {...field(part)} />
      ))}
    </ActDialog>
  )
}
