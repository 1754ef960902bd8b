import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { fitness, fit as fitOf, paperKind, paperKinds } from '@openslrt/core/visit/visit.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { useZone } from '../../platform/session/use-session.ts'
import type { ActFormProps } from './act-form.ts'
import { targetOf } from './act-form.ts'
import { momentOf, seenAt, whenFaults } from './visit-values.ts'

interface Found {
  readonly result: string
  readonly fit: string
  readonly met: string
  readonly words: string
  readonly papers: readonly string[]
  readonly agencies: string
  readonly followUp: string
}
const empty: Found = { result: '', fit: '', met: '', words: '', papers: [], agencies: '', followUp: '' }

/** What was found: what the printed report will say. */
export function DoneForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const zone = useZone()
  const [now] = useState(() => seenAt(zone, Date.now()))
  const options = { kind: 'visit.done', key: `${visit.id}:done`, target: targetOf(visit), onDone: onClose } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { ...empty, ...now },
    check: (values) => ({
      ...(values.result === '' ? { result: t('visit.form.result.missing') } : {}),
      ...(values.fit === '' ? { fit: t('visit.form.fit.missing') } : {}),
      ...(values.words.trim() === '' ? { words: t('visit.form.words.missing') } : {}),
      ...whenFaults(values, t),
    }),
    data: ({ result, fit, met, words, papers, agencies, followUp, ...when }) => ({
      result,
      fit: fitOf.parse(fit),
      met: met.trim(),
      words: words.trim(),
      papers: papers.flatMap((paper) => paperKind.safeParse(paper).data ?? []),
      agencies: agencies.trim(),
      followUp: followUp.trim(),
      // A desk knows of no position; the phone of whoever goes sends its own.
      spot: null,
      capturedAt: momentOf(zone, when),
    }),
  })
  const papers = field('papers')
  const optional = (label: string): string => t('act.optional', { label })
  return (
    <ActDialog
      title={t('visit.act.done')}
      sendText={t('visit.act.done')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      <div className="visit__pair">
        <DayField {...field('day')} label={t('visit.form.day')} />
        <LineField
          {...field('time')}
          label={t('visit.form.when')}
          description={t('visit.form.when.hint')}
          htmlSize={8}
          maxLength={5}
        />
      </div>
      <LineField {...field('met')} label={optional(t('visit.met'))} maxLength={200} />
      <ListField {...field('result')} district={visit.district} list="visit-result" label={t('visit.form.result')} />
      <NoteField {...field('words')} label={t('visit.words')} rows={4} />
      <CheckboxGroup legend={optional(t('visit.papers'))} value={[...papers.value]} onChange={papers.onChange}>
        {paperKinds.map((paper) => (
          <Checkbox key={paper} value={paper}>
            {t(`visit-paper.${paper}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <RadioField
        {...field('fit')}
        label={t('visit.fit')}
        options={fitness.map((value) => ({ value, label: t(`visit-fit.${value}`) }))}
      />
      <LineField {...field('agencies')} label={optional(t('visit.agencies'))} maxLength={300} />
      <NoteField {...field('followUp')} label={optional(t('visit.follow-up'))} />
    </ActDialog>
  )
}
