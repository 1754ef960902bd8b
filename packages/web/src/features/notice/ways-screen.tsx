import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { WayLine } from '@openslrt/core/contract/notice-ways.ts'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import './texts.ts'
import './notice.css'

const everyMs = 15_000

/** How messages go out: what works, what stands since when and why, and how much waits. */
export function Screen() {
  const t = useText()
  const asked = useAsk(noticeWayRoutes.ways, {}, { refetchInterval: everyMs })
  const { data, problem } = asked
  return (
    <>
      <PageHead title={t('ways.title')} />
      <p className="notice-lead">{t('ways.lead')}</p>
      {!data && !problem && <Loading label={t('shell.loading')} rows={4} />}
      {!data && problem && (
        <ErrorState
          title={t('ways.failed')}
          text={problem.message}
          action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
        />
      )}
      {data && (
        <ul className="ways">
          {data.items.map((line) => (
            <Way key={line.way} line={line} onTried={asked.refetch} />
          ))}
        </ul>
      )}
      {data && data.toTell > 0 && <p className="notice-lead">{t('ways.to-tell', { count: data.toTell })}</p>}
    </>
  )
}

function Way({ line, onTried }: { line: WayLine; onTried: () => void }) {
  const t = useText()
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null)
  const tryNow = async () => {
    const answer = await ask(noticeWayRoutes.tryNow, { body: { way: line.way } })
    setSaid(answer.ok ? { ok: true, text: t('ways.tried') } : { ok: false, text: answer.error.message })
    onTried()
  }
  const { held } = line
  const broken = line.failingSince !== null && !held
  const release = async (drop: boolean) => {
    const answer = await ask(noticeWayRoutes.release, { body: { way: line.way, drop } })
    setSaid(answer.ok ? { ok: true, text: t('ways.released') } : { ok: false, text: answer.error.message })
    onTried()
  }
  return (
    <li className="way">
      <div className="way__head">
        <h2>{t(`ways.name.${line.way}`)}</h2>
        <WayTag line={line} />
      </div>
      <WayFacts line={line} />
      {said && (
        <InlineMessage status={said.ok ? 'success' : 'error'} role={said.ok ? 'status' : 'alert'}>
          {said.text}
        </InlineMessage>
      )}
      {held && (
        <div className="way__acts">
          <Button size="small" variant="secondary" onClick={() => void release(false)}>
            {t('ways.release')}
          </Button>
          {line.waiting > 0 && (
            <Button size="small" variant="tertiary" onClick={() => void release(true)}>
              {t('ways.release.drop')}
            </Button>
          )}
        </div>
      )}
      {broken && (
        <div>
          <Button size="small" variant="secondary" onClick={() => void tryNow()}>
            {t('ways.try')}
          </Button>
        </div>
      )}
    </li>
  )
}

function WayTag({ line: { open, held, failingSince } }: { line: WayLine }) {
  const t = useText()
  if (held) return <StatusTag tone="attention" label={t('ways.held')} />
  if (failingSince !== null) return <StatusTag tone="urgent" label={t('ways.broken')} />
  return <StatusTag tone={open ? 'done' : 'stopped'} label={t(open ? 'ways.works' : 'ways.shut')} />
}

function WayFacts({ line }: { line: WayLine }) {
  const t = useText()
  const when = useWhen()
  const { waiting, oldest, workedAt, nextTry, refused, open } = line
  const facts = [
    sinceOf(line, t, when),
    nextTry !== null && t('ways.next', { when: when.moment(nextTry) }),
    (open || waiting > 0) && t(waiting > 0 ? 'ways.waiting' : 'ways.none-waiting', { count: waiting }),
    oldest !== null && t('ways.oldest', { when: when.moment(oldest) }),
    workedAt !== null && t('ways.worked', { when: when.moment(workedAt) }),
    refused > 0 && t('ways.refused', { count: refused }),
  ].filter((fact) => fact !== false)
  return facts.map((fact) => <p key={fact}>{fact}</p>)
}

/** Since when it stands, and why. */
function sinceOf({ failingSince, why, held }: WayLine, t: Say, { moment }: When): string | false {
  if (failingSince === null) return false
  const at = moment(failingSince)
  return held ? t('ways.held.since', { when: at }) : t('ways.broken.since', { when: at, why: why ?? '' })
}
