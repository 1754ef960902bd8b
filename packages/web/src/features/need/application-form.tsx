import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import type { ApplicationLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import type { ApplicationStep } from '@openslrt/core/need/moves.ts'
import { applicationRule } from '@openslrt/core/need/moves.ts'
import { isFree, placesLeft } from '@openslrt/core/need/quota.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { PaperFields } from './paper-fields.tsx'

export type ApplicationAct = ApplicationStep

interface FormProps {
  readonly line: ApplicationLine
  readonly act: ApplicationAct
  readonly onClose: () => void
}

const harmful: ReadonlySet<ApplicationAct> = new Set(['refuse', 'withdraw', 'release'])

/** One step of an application, by the office that asks or the one that decides. */
export function ApplicationForm({ line, act: step, onClose }: FormProps) {
  const t = useText()
  const { act, form, send } = useStep(line, step, onClose)
  return (
    <ActDialog
      title={t(`application-act.${step}`)}
      hint={<Hint line={line} step={step} />}
      sendText={t(`application-act.${step}`)}
      act={act}
      form={form}
      harmful={harmful.has(step)}
      onSend={() => void send()}
      onClose={onClose}
    >
      {step === 'tick' && (
        <PaperFields papers={line.papers} value={form.values.ticked} onChange={(ticked) => form.change({ ticked })} />
      )}
      {step === 'refuse' && (
        <ListField district={line.district} list="reject" label={t('need.form.reason')} {...form.field('reason')} />
      )}
      {step !== 'tick' && <NoteField label={t('need.form.note')} {...form.field('note')} />}
    </ActDialog>
  )
}

function Hint({ line, step }: { readonly line: ApplicationLine; readonly step: ApplicationAct }) {
  const t = useText()
  if (step === 'grant') return <Places line={line} />
  return step === 'release' || step === 'withdraw' ? t(`application.hint.${step}`) : line.programmeName
}

/** Whether there is a place, or where in the line it will stand: told before it is granted. */
function Places({ line }: { readonly line: ApplicationLine }) {
  const t = useText()
  const { district, id } = line
  const { data } = useAsk(needRoutes.application, { query: { district, id } })
  if (!data) return line.programmeName
  const { quota, owed } = data
  if (!quota) return t('application.places.none')
  if (isFree(quota) && !owed) return t('application.places.free', { n: placesLeft(quota), all: quota.places })
  return (
    <LocalAlert status="warning" size="small" as="div">
      <LocalAlert.Content>
        {owed
          ? t('application.places.owed')
          : t('application.places.full', { all: quota.places - quota.shared, n: quota.waiting + 1 })}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

const empty: { reason: string; note: string; ticked: readonly string[] } = { reason: '', note: '', ticked: [] }

function useStep(line: ApplicationLine, step: ApplicationAct, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const { id, district, version } = line
  const missing = t('need.form.missing')
  const initial = { ...empty, ticked: line.ticked }
  const form = useForm(`application ${id} ${version} ${step}`, initial, ({ reason, note }) => ({
    ...(step === 'refuse' && reason === '' && { reason: missing }),
    ...(applicationRule(step).note && note.trim() === '' && { note: missing }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const acted = await post()
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  const post = () => {
    const target = { district, subject: id, base: version }
    const { reason, ticked } = form.values
    const note = form.values.note.trim()
    if (step === 'tick') return act.send('application.tick', { ...target, data: { ticked: [...ticked] } })
    if (step === 'refuse') return act.send('application.refuse', { ...target, data: { reason, note } })
    return act.send(`application.${step}`, { ...target, data: { note } })
  }
  return { act, form, send }
}
