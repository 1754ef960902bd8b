import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { referenceRoutes, type StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { GiveActs } from './give-acts.tsx'

type HeldPost = StaffLine['posts'][number]
type Leave = NonNullable<HeldPost['leave']>

/** When somebody is away from this post, and who does it meanwhile. */
export function PostLeave({ person, post }: { person: StaffLine; post: HeldPost }) {
  const t = useText()
  const [giving, setGiving] = useState(false)
  if (post.leave) return <OnLeave post={post} leave={post.leave} />
  if (giving) return <GiveLeave person={person} post={post} onClose={() => setGiving(false)} />
  return (
    <div>
      <Button size="small" variant="tertiary" onClick={() => setGiving(true)}>
        {t('staff.leave.give')}
      </Button>
    </div>
  )
}

function OnLeave({ post, leave }: { post: HeldPost; leave: Leave }) {
  const t = useText()
  const when = useWhen()
  const act = useAct()
  const days = { from: when.date(leave.from), until: when.date(leave.until - 1) }
  const end = (): void =>
    void act.send('leave.end', { district: post.district, subject: leave.id, base: leave.version, data: {} })
  return (
    <div className="post-dated">
      <p>
        {leave.standInName
          ? t('staff.leave.with', { ...days, name: leave.standInName })
          : t('staff.leave.without', days)}
      </p>
      <ActProblem problem={act.problem} />
      <div>
        <Button size="small" variant="secondary" loading={act.busy} onClick={end}>
          {t('staff.leave.end')}
        </Button>
      </div>
    </div>
  )
}

const blank = { from: '', until: '', standIn: '' }

interface GiveLeaveProps {
  readonly person: StaffLine
  readonly post: HeldPost
  readonly onClose: () => void
}

function useLeaveForm({ post, onClose }: GiveLeaveProps) {
  const t = useText()
  const act = useAct()
  const [ids] = useState(() => ({ subject: newId(), standInPost: newId() }))
  const form = useForm(`leave ${post.id}`, blank, ({ from, until }) => ({
    ...(from === '' && { from: t('staff.leave.day.missing') }),
    ...((until === '' || until < from) && { until: t('staff.leave.until.wrong') }),
  }))
  const give = async (): Promise<void> => {
    if (!form.passes()) return
    const { from, until, standIn } = form.values
    const about = { post: post.id, from, until, standIn: standIn || null, standInPost: ids.standInPost }
    const acted = await act.send('leave.give', {
      district: post.district,
      subject: ids.subject,
      base: null,
      data: about,
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void give()
  }
  return { act, form, submit }
}

function GiveLeave(props: GiveLeaveProps) {
  const { person, post, onClose } = props
  const t = useText()
  const { act, form, submit } = useLeaveForm(props)
  const { data } = useAsk(referenceRoutes.staff, { query: { office: post.office } })
  const others = (data?.items ?? []).filter(
    ({ id, posts }) => id !== person.id && posts.some(({ office }) => office === post.office),
  )
  return (
    <form className="give-post" noValidate onSubmit={submit}>
      <div className="post-dated__days">
        <DayField {...form.field('from')} label={t('staff.leave.from')} />
        <DayField {...form.field('until')} label={t('staff.leave.until')} />
      </div>
      <Select
        label={t('staff.leave.stand-in')}
        description={t('staff.leave.stand-in.hint')}
        value={form.values.standIn}
        onChange={(event) => form.change({ standIn: event.target.value })}
      >
        <option value="">{t('staff.leave.nobody')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <GiveActs sending={act} sendText={t('staff.leave.given')} onClose={onClose} />
    </form>
  )
}
