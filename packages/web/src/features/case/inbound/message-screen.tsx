import { Button } from '@navikt/ds-react/Button'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { inboundRoutes, type MessageWhole } from '@openslrt/core/contract/inbound.ts'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { mayPass } from '../../../platform/api/problem.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { cardHref } from '../case-rows.tsx'
import { joined } from './joined.ts'
import { type Asked, MessageActs } from './message-acts.tsx'
import { senderOf } from './sender-of.ts'
import './inbound.css'
import './texts.ts'

// The message itself shows first; its reading takes the lists and the forms along.
const ReadPart = lazy(async () => ({ default: (await import('./read-part.tsx')).ReadPart }))
const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.tsx')).AsideDialog }))
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One message: what it says, read like a pasted text, and what becomes of it. */
export function Screen({ params }: ScreenProps) {
  const t = useText()
  const { data, problem, refetch } = useAsk(inboundRoutes.open, { query: { id: params['id'] ?? '' } }, { staleTime: 0 })
  if (problem && !data && mayPass(problem.code))
    return (
      <ErrorState
        level={1}
        title={t('inbound.failed')}
        text={problem.message}
        action={<Button onClick={refetch}>{t('failed.action')}</Button>}
      />
    )
  if (problem && !data)
    return (
      <EmptyState
        level={1}
        title={t('inbound.gone.title')}
        text={t('inbound.gone.text')}
        action={
          <Button as={Link} href="/pesan">
            {t('inbound.back')}
          </Button>
        }
      />
    )
  return data ? <Opened key={data.line.id} message={data} /> : <Loading label={t('shell.loading')} rows={8} />
}

/** Chooses which messages are read together; the others of the same sender may hold what was missing. */
function Opened({ message }: { message: MessageWhole }) {
  // What it was when it was opened: once its last report is registered its receipts still stand here.
  const [live] = useState(message.line.state === 'waiting')
  const [more] = useState(message.more)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const read = useMemo(() => joined(message, more, chosen), [message, more, chosen])
  // Kept here: the head moves into the reading when that comes, and would take an open dialog with it.
  const [asked, setAsked] = useState<Asked | null>(null)
  const head = <Head message={message} live={live} more={more} chosen={chosen} onChoose={setChosen} onAsk={setAsked} />
  return (
    <>
      {live ? (
        <Suspense fallback={head}>
          <ReadPart key={read.ids.join(' ')} read={read} head={head} />
        </Suspense>
      ) : (
        head
      )}
      <AskedDialog line={message.line} asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

interface AskedDialogProps {
  readonly line: MessageWhole['line']
  readonly asked: Asked | null
  readonly onClose: () => void
}

function AskedDialog({ line, asked, onClose }: AskedDialogProps) {
  const [, go] = useLocation()
  const done = (): void => go('/pesan')
  return (
    <Suspense fallback={null}>
      {asked === 'aside' && <AsideDialog id={line.id} onClose={onClose} onDone={done} />}
      {asked === 'move' && <MoveDialog line={line} onClose={onClose} onDone={done} />}
    </Suspense>
  )
}

interface HeadProps {
  readonly message: MessageWhole
  readonly live: boolean
  readonly more: MessageWhole['more']
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  readonly onAsk: (act: Asked) => void
}

function Head({ message: { line, text, phone }, live, more, chosen, onChoose, onAsk }: HeadProps) {
  const t = useText()
  const when = useWhen()
  const who = senderOf({ senderName: line.senderName, from: phone })
  return (
    <>
      <PageHead title={t('inbound.message', { who })} back={<Link href="/pesan">{t('inbound.back')}</Link>} />
      <div className="inbound__whole">
        <p className="inbound__about">
          <span>{t(`inbound.way.${line.way}`)}</span>
          <time dateTime={when.iso(line.sentAt)}>{when.exact(line.sentAt)}</time>
          <span>{t(`inbound.sorted.${line.sorted}`)}</span>
        </p>
        <p className="inbound__words">{text === '' ? t('inbound.no-text', { kind: line.kind }) : text}</p>
        {live && line.cases.length === 0 && more.length > 0 && (
          <CheckboxGroup
            size="small"
            legend={t('inbound.more')}
            description={t('inbound.more.text')}
            value={[...chosen]}
            onChange={(ids: string[]) => onChoose(ids)}
          >
            {more.map((other) => (
              <Checkbox key={other.id} value={other.id}>
                <span className="inbound__more">
                  {when.moment(other.sentAt)}: {other.text}
                </span>
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
        {line.state === 'registered' && <InlineMessage status="success">{t('inbound.done')}</InlineMessage>}
        {line.cases.length > 0 && (
          <p className="inbound__about">
            {line.cases.map((made) => (
              <Link key={made.id} className="numbers" href={cardHref(made)}>
                {made.number}
              </Link>
            ))}
          </p>
        )}
        <MessageActs line={line} onAsk={onAsk} />
      </div>
    </>
  )
}
