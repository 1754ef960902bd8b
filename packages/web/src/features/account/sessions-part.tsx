import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { sessionRoutes } from '@openslrt/core/contract/session.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { OwnPart } from './own-part.tsx'
import { useDeviceName } from './use-device-name.ts'

type SessionLine = z.output<typeof sessionRoutes.list.reply>['items'][number]

/** Where one is signed in, each with a way to end it. */
export function SessionsPart() {
  const t = useText()
  const asked = useAsk(sessionRoutes.list)
  const { done, problem, end, endOthers } = useEnding(asked.refetch)
  return (
    <OwnPart title={t('sessions.title')} asked={asked}>
      {({ items }) => (
        <>
          <p>{t('sessions.about')}</p>
          {problem && (
            <InlineMessage status="error" role="alert">
              {problem.message}
            </InlineMessage>
          )}
          {done && (
            <output>
              <InlineMessage status="success">{t(done)}</InlineMessage>
            </output>
          )}
          <ul className="own-part__lines">
            {items.map((line) => (
              <Session key={line.id} line={line} onEnd={() => end(line.id)} />
            ))}
          </ul>
          {items.length > 1 && (
            <div>
              <Button size="small" variant="tertiary" data-color="danger" onClick={endOthers}>
                {t('sessions.end-others')}
              </Button>
            </div>
          )}
        </>
      )}
    </OwnPart>
  )
}

function Session({ line, onEnd }: { line: SessionLine; onEnd: () => void }) {
  const t = useText()
  const when = useWhen()
  const device = useDeviceName()(line)
  return (
    <li className="own-part__line">
      <span className="own-part__what">
        <strong>{device}</strong>
        <span>{t('sessions.since', { since: when.moment(line.since), used: when.moment(line.seenAt) })}</span>
        <span className="own-part__less">{t('sessions.from', { source: line.source })}</span>
      </span>
      {line.own ? (
        <StatusTag small tone="done" label={t('sessions.own')} />
      ) : (
        <Button
          size="small"
          variant="secondary"
          data-color="neutral"
          aria-label={t('sessions.end.of', { device })}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

function useEnding(changed: () => void) {
  const [done, setDone] = useState<'sessions.ended' | 'sessions.ended-others' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const tell = (refused: Problem | null, yes: NonNullable<typeof done>): void => {
    setProblem(refused)
    setDone(refused ? null : yes)
    changed()
  }
  return {
    done,
    problem,
    // What comes of both is seen on the screen.
    end: (id: string): void =>
      void ask(sessionRoutes.end, { body: { id } }).then((answer) =>
        tell(answer.ok ? null : answer.error, 'sessions.ended'),
      ),
    endOthers: (): void =>
      void ask(sessionRoutes.endOthers).then((answer) =>
        tell(answer.ok ? null : answer.error, 'sessions.ended-others'),
      ),
  }
}
