import { Button } from '@navikt/ds-react/Button'
import { lazy, type ReactNode, Suspense } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import type { Entry } from '../../platform/outbox/entry.ts'
import { wordsOf } from '../../platform/outbox/words-of.ts'
import { countOf } from '../../platform/replica/view.ts'
import { usePhone } from '../phone-context.ts'
import { sayNumber } from '../say-number.ts'
import { Facts } from './facts.tsx'
import { PendingMark } from './rows.tsx'
import { isOfMeeting, titleOf } from './waiting.ts'

const IdleChoice = lazy(async () => ({ default: (await import('./idle-choice.tsx')).IdleChoice }))
const FilesPart = lazy(async () => ({ default: (await import('../photos/files-part.tsx')).FilesPart }))
const RemindPart = lazy(async () => ({ default: (await import('../life/remind-part.tsx')).RemindPart }))
const ClashPanel = lazy(async () => ({ default: (await import('../ask/clash-panel.tsx')).ClashPanel }))
const MendLink = lazy(async () => ({ default: (await import('../minutes/mend-link.tsx')).MendLink }))
const DecidedRows = lazy(async () => ({ default: (await import('../ask/clash-panel.tsx')).DecidedRows }))

/** What waits, what was refused and why, and the count on both sides. */
export function SyncScreen() {
  const t = useText()
  const when = useWhen()
  const { phone, state, entries, busy, sync } = usePhone()
  const { checked } = state
  // Then the next act is to look at it, not to send.
  const hasRefused = entries.some(({ state: now }) => now === 'refused')
  const waiting = entries.filter(({ state: now }) => now === 'waiting').length
  return (
    <>
      <h1 className="field__title">{t('field.sync.title')}</h1>
      <p className="field__act">
        <Button loading={busy} onClick={sync} variant={hasRefused ? 'secondary' : 'primary'}>
          {t('field.sync.now')}
        </Button>
      </p>
      <SyncProblem />
      <Facts
        facts={[
          [t('field.sync.waiting'), sayNumber(waiting)],
          [t('field.sync.held'), sayNumber(countOf(phone.replica.census()))],
          [t('field.sync.there'), checked ? sayNumber(checked.there) : t('field.sync.never')],
          [t('field.sync.at'), checked ? when.moment(checked.at) : t('field.sync.never')],
          [t('field.sync.kept'), sayNumber(phone.journal.all().length)],
        ]}
      />
      {checked && checked.unlike.length > 0 && (
        <p role="alert">
          {t('field.sync.unlike', { tables: checked.unlike.map((table) => t(`field.sync.table.${table}`)).join(', ') })}
        </p>
      )}
      <Entries />
      <Suspense fallback={null}>
        <FilesPart />
      </Suspense>
      <Suspense fallback={null}>
        <DecidedRows key={entries.length} />
        <IdleChoice />
        <RemindPart />
      </Suspense>
    </>
  )
}

function SyncProblem() {
  const t = useText()
  const { said } = usePhone()
  if (!said || said.ok) return null
  const { code } = said.error
  const known = problems.find((one) => one === code) ?? (code === 'device-of-another' ? 'of-another' : 'other')
  return (
    <div role="alert" className="field__problem">
      <p>{t(`field.sync.problem.${known}`)}</p>
      {(known === 'unauthenticated' || known === 'of-another') && (
        <Button as={Link} href="/masuk" variant="secondary">
          {t('field.sync.sign-in')}
        </Button>
      )}
    </div>
  )
}

const problems = ['unauthenticated', 'of-another', 'not-permitted', 'not-kept', 'offline'] as const

function Entries() {
  const t = useText()
  const when = useWhen()
  const { entries } = usePhone()
  return (
    <ul className="field__people">
      {entries.map((entry) => (
        <li key={entry.command.id}>
          <strong>{titleOf(entry.command, t)}</strong>
          <span>{when.moment(Date.parse(entry.command.doneAt))}</span>
          <PendingMark state={entry.state === 'refused' ? 'refused' : 'waiting'} />
          {entry.state === 'refused' && <Refused entry={entry} />}
        </li>
      ))}
    </ul>
  )
}

type RefusedEntry = Extract<Entry, { state: 'refused' }>

/** Why it was refused, and what can be done: a choice between two values, the way back into a form, or a look at what was typed. */
function Refused({ entry }: { readonly entry: RefusedEntry }) {
  const { kind, subject } = entry.command
  const isClash = kind === 'registry.record' && ['registry-clash', 'stale'].includes(entry.why.code)
  const seen = <Seen entry={entry} act={isOfMeeting(kind) && <MendLink id={subject} />} />
  return <Suspense fallback={null}>{isClash ? <ClashPanel entry={entry} otherwise={seen} /> : seen}</Suspense>
}

interface SeenProps {
  readonly entry: RefusedEntry
  /** What else can be done, before it is put away. */
  readonly act: ReactNode
}

function Seen({ entry, act }: SeenProps) {
  const t = useText()
  const { phone } = usePhone()
  return (
    <>
      <span>{entry.why.message}</span>
      <blockquote className="field__words">{wordsOf(entry.command.data).join('\n')}</blockquote>
      {act}
      <Button size="small" variant="secondary" onClick={() => void phone.seen(entry.command.id)}>
        {t('field.sync.seen')}
      </Button>
    </>
  )
}
