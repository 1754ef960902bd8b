import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { Modal } from '@navikt/ds-react/Modal'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { instantOf } from '@openslrt/core/kernel/instant.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFocusBack } from '../../ui/focus-back.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useText } from '../i18n/use-text.ts'
import { useWhen } from '../i18n/use-when.ts'
import type { Entry } from './entry.ts'
import './texts.ts'
import { useOutbox } from './use-outbox.ts'
import { whatKey } from './what.ts'
import { wordsOf } from './words-of.ts'

/** What has not arrived: what it is, when it was done, why it is still here, and what can be done about it. */
export function OutboxDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  useFocusBack()
  const { entries, durable, retry, seen } = useOutbox()
  const shown = entries.filter(({ state }) => state !== 'accepted')
  const waits = shown.some(({ state }) => state === 'waiting')
  return (
    <Modal open onClose={onClose} header={{ heading: t('outbox.title'), size: 'small' }} width="medium" portal>
      <Modal.Body>
        {shown.length === 0 && <EmptyState title={t('outbox.empty')} />}
        {!durable && waits && <p className="outbox__warning">{t('outbox.not-durable')}</p>}
        <ul className="outbox">
          {shown.map((entry) => (
            // The entry goes from the list by itself.
            <EntryItem key={entry.command.id} entry={entry} onSeen={() => void seen(entry.command.id)} />
          ))}
        </ul>
      </Modal.Body>
      <Modal.Footer>
        {waits && (
          <Button size="small" onClick={retry}>
            {t('outbox.retry')}
          </Button>
        )}
        <Button size="small" variant="secondary" data-color="neutral" onClick={onClose}>
          {t('outbox.close')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}

function EntryItem({ entry, onSeen }: { entry: Entry; onSeen: () => void }) {
  const t = useText()
  const { kind, doneAt, data } = entry.command
  const when = useWhen()
  const at = instantOf(doneAt)
  const key = whatKey(kind)
  const words = wordsOf(data)
  const refused = entry.state === 'refused'
  return (
    <li className="outbox__entry">
      <div className="outbox__head">
        <strong>{isMessageKey(key) ? t(key) : kind}</strong>
        <StatusTag
          small
          tone={refused ? 'attention' : 'waiting'}
          label={t(refused ? 'outbox.refused' : 'outbox.waiting')}
        />
        <time className="outbox__when" dateTime={doneAt} title={when.exact(at)}>
          {when.moment(at)}
        </time>
      </div>
      {entry.state !== 'accepted' && entry.why && <p className="outbox__why">{entry.why.message}</p>}
      {words.length > 0 && <blockquote className="outbox__words">{words.join('\n')}</blockquote>}
      {refused && (
        <div className="outbox__acts">
          {words.length > 0 && (
            <CopyButton
              size="small"
              copyText={words.join('\n')}
              text={t('outbox.copy')}
              activeText={t('outbox.copied')}
            />
          )}
          <Button size="small" variant="secondary" data-color="neutral" onClick={onSeen}>
            {t('outbox.seen')}
          </Button>
        </div>
      )}
    </li>
  )
}
