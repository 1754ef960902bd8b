import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { psksId, psksPostingId } from '@openslrt/core/kernel/id.ts'
import type { LedgerCode, PlaceCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Errors, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { PostTarget } from './post-target.ts'

interface AssignProps {
  readonly district: LedgerCode
  /** Where it is: those who serve this place may be asked. */
  readonly place: PlaceCode
  readonly target: PostTarget
  readonly today: string
  readonly onClose: () => void
}

/** From the card of a case, a visit or a village: which PSKS is asked to look after it, and with what. */
export function AssignForm({ district, place, target, today, onClose }: AssignProps) {
  const [t, lang] = [useText(), useLanguage()]
  const { data } = useAsk(psksRoutes.at, { query: { place } })
  const { form, act, send } = useAssign({ district, place, target, today, onClose })
  const groups = Map.groupBy(data?.serving ?? [], ({ kindNames }) => kindNames[lang])
  return (
    <ActDialog
      title={t('psks.assign')}
      hint={t('psks.assign.hint')}
      sendText={t('psks.assign')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ChooseBox
        label={t('psks.assign.who')}
        groups={[...groups].map(([name, rows]) => ({
          name,
          options: rows.map((row) => ({ value: row.id, label: row.name, hint: row.placeName })),
        }))}
        placeholder={t('act.choose')}
        emptyText={t('psks.assign.nobody')}
        {...form.field('psks')}
      />
      <LineField label={t('psks.post.task')} maxLength={200} {...form.field('task')} />
      <DayField label={t('psks.post.from')} {...form.field('from')} />
      <DayField label={t('act.optional', { label: t('psks.post.until') })} {...form.field('until')} />
    </ActDialog>
  )
}

interface Values {
  readonly psks: string
  readonly task: string
  readonly from: string
  readonly until: string
}

function useAssign({ district, target, today, onClose }: AssignProps) {
  const t = useText()
  const act = useAct()
  const [posting] = useState(newId)
  const [initial] = useState<Values>({ psks: '', task: '', from: today, until: '' })
  const key = `psks assign ${target.case ?? target.visit ?? target.village}`
  const form = useForm(
    key,
    initial,
    (values): Errors<Values> => ({
      ...(values.psks === '' && { psks: t('psks.form.missing') }),
      ...(values.task.trim().length < 3 && { task: t('psks.form.missing') }),
      ...(values.from === '' && { from: t('psks.form.missing') }),
      ...(values.until !== '' && values.until < values.from && { until: t('psks.post.until.before') }),
    }),
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { psks, task, from, until } = form.values
    const data = { ...target, posting: psksPostingId.parse(posting), task: task.trim(), from, until: until || null }
    const acted = await act.send('psks.post', { district, subject: psksId.parse(psks), base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
