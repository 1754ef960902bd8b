import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { keyDays, keyReaches, serviceKeyRoutes } from '@openslrt/core/contract/service-key.ts'
import { postId, staffId } from '@openslrt/core/kernel/id.ts'
import { type FormEvent, useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { GiveActs } from './give-acts.tsx'
import { useRoleName } from './use-role-name.ts'

interface GiveKeyProps {
  readonly person: StaffLine
  readonly onGiven: () => void
  readonly onClose: () => void
}

/** Makes a key for one of a program's posts, and shows it this once. */
export function GiveKey({ person, onGiven, onClose }: GiveKeyProps) {
  const t = useText()
  const roleName = useRoleName()
  const form = useNewKey(person, onGiven)
  if (form.made !== null) return <NewKey secret={form.made} onClose={onClose} />
  const { values, change } = form
  return (
    <form className="give-post" noValidate onSubmit={form.submit}>
      <TextField
        label={t('key.label')}
        value={values.label}
        error={form.tried && !form.named && t('key.label.missing')}
        onChange={(event) => change({ label: event.target.value })}
        maxLength={60}
      />
      <Select label={t('key.post')} value={values.post} onChange={(event) => change({ post: event.target.value })}>
        {person.posts.map(({ id, role, district, officeName }) => (
          <option key={id} value={id}>
            {t('staff.post', { role: roleName(role, district), office: officeName })}
          </option>
        ))}
      </Select>
      <Select
        label={t('key.reach')}
        value={values.reach}
        onChange={(event) => change({ reach: keyReaches.find((reach) => reach === event.target.value) ?? 'read' })}
      >
        {keyReaches.map((reach) => (
          <option key={reach} value={reach}>
            {t(`key.reach.${reach}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('key.days')}
        value={values.days}
        onChange={(event) => change({ days: keyDays.find((days) => String(days) === event.target.value) ?? 30 })}
      >
        {keyDays.map((days) => (
          <option key={days} value={days}>
            {t('key.days.count', { count: days })}
          </option>
        ))}
      </Select>
      <GiveActs sending={form} sendText={t('key.give')} onClose={onClose} />
    </form>
  )
}

function NewKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText()
  return (
    <section className="link-box">
      <strong>{t('key.once')}</strong>
      <p>{t('key.once.text')}</p>
      <code className="link-box__address">{secret}</code>
      <div className="staff-part__acts">
        <CopyButton size="small" variant="action" copyText={secret} text={t('key.copy')} activeText={t('key.copied')} />
        <Button size="small" variant="tertiary" data-color="neutral" onClick={onClose}>
          {t('factor.codes.done')}
        </Button>
      </div>
    </section>
  )
}

interface KeyValues {
  readonly label: string
  readonly post: string
  readonly reach: (typeof keyReaches)[number]
  readonly days: (typeof keyDays)[number]
}

function useNewKey(person: StaffLine, given: () => void) {
  const [values, setValues] = useState<KeyValues>({
    label: '',
    post: person.posts[0]?.id ?? '',
    reach: 'all',
    days: 90,
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const named = values.label.trim().length >= 2
  const give = async (): Promise<void> => {
    setTried(true)
    if (!named || busy) return
    setBusy(true)
    const { post, ...rest } = values
    const body = { ...rest, staff: staffId.parse(person.id), post: postId.parse(post) }
    const answer = await ask(serviceKeyRoutes.give, { body })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setMade(answer.value.key)
    given()
  }
  return {
    values,
    tried,
    named,
    busy,
    made,
    problem,
    change: (some: Partial<KeyValues>): void => setValues({ ...values, ...some }),
    submit: (event: FormEvent): void => {
      event.preventDefault()
      void give()
    },
  }
}
