import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { psksPostingId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Errors, useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { type ChosenPlace, PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { toCase, toVillage } from './post-target.ts'

interface PostProps {
  readonly card: PsksCard
  readonly onClose: () => void
}

interface Values {
  readonly target: string
  readonly number: string
  readonly village: ChosenPlace | null
  readonly task: string
  readonly from: string
  readonly until: string
}

const targets = ['village', 'case'] as const

/** What a PSKS is asked to look after: a village, or a case by its number. */
export function PostForm({ card, onClose }: PostProps) {
  const t = useText()
  const { post } = useActing()
  const { form, act, send } = usePost(card, onClose)
  const { values, errors, field, change } = form
  return (
    <ActDialog
      title={t('psks-act.post')}
      hint={t('psks.post.hint')}
      sendText={t('psks-act.post')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        label={t('psks.post.target')}
        options={targets.map((value) => ({ value, label: t(`psks-posting.${value}`) }))}
        {...field('target')}
      />
      {values.target === 'case' ? (
        <LineField label={t('psks.post.number')} maxLength={20} autoComplete="off" {...field('number')} />
      ) : (
        <PlacePicker
          label={t('psks-posting.village')}
          level="village"
          under={post?.place ?? card.district}
          error={errors.village}
          value={values.village}
          onChange={(village) => change({ village })}
        />
      )}
      <LineField label={t('psks.post.task')} maxLength={200} {...field('task')} />
      <DayField label={t('psks.post.from')} {...field('from')} />
      <DayField label={t('act.optional', { label: t('psks.post.until') })} {...field('until')} />
    </ActDialog>
  )
}

function usePost({ district, id, version, today }: PsksCard, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const [posting] = useState(newId)
  const [unknown, setUnknown] = useState('')
  const [initial] = useState<Values>({ target: 'village', number: '', village: null, task: '', from: today, until: '' })
  const form = useForm(
    `psks ${id} post`,
    initial,
    (values): Errors<Values> => ({
      ...(values.task.trim().length < 3 && { task: t('psks.form.missing') }),
      ...(values.from === '' && { from: t('psks.form.missing') }),
      ...(values.target === 'village' && !values.village && { village: t('psks.form.missing') }),
      ...(values.target === 'case' &&
        (values.number.trim() === '' || values.number === unknown) && { number: t('psks.post.number.none') }),
    }),
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { target, number, village, task, from, until } = form.values
    const kase = target === 'case' ? await caseOf(number.trim()) : null
    if (target === 'case' && kase === null) return setUnknown(number)
    const named = kase === null ? toVillage(village?.code ?? '') : toCase(kase)
    const data = { ...named, posting: psksPostingId.parse(posting), task: task.trim(), from, until: until || null }
    const acted = await act.send('psks.post', { district, subject: id, base: version, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}

async function caseOf(number: string) {
  const found = await ask(caseRoutes.queue, { query: { queue: 'all', number } })
  return (found.ok ? found.value.items[0]?.id : undefined) ?? null
}
