import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { FileLine } from '@openslrt/core/contract/list-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'

export interface FilePlan {
  readonly head: readonly string[]
  readonly missing: readonly string[]
  readonly lines: readonly FileLine[]
}

/** What a file would change, and what of it can't be taken with the reason at its line. */
export function FilePlanLines({ plan: { head, missing, lines }, name }: { plan: FilePlan; name: string }) {
  const t = useText()
  if (missing.length > 0)
    return <InlineMessage status="error">{t('lists.file.missing', { columns: missing.join(', ') })}</InlineMessage>
  const wrong = lines.filter(({ refusal }) => refusal !== null)
  const changed = lines.filter(({ asks }) => asks.length > 0)
  const counts = {
    changes: changed.flatMap(({ asks }) => asks).length,
    same: lines.length - wrong.length - changed.length,
    wrong: wrong.length,
  }
  const saveReasons = (): void => {
    const rows = wrong.map(({ cells, refusal }) => [...head.map((_, nth) => cells[nth] ?? ''), refusal ?? ''])
    saveAs(`${name}-${t('lists.file.reason')}.csv`, csvOf([[...head, t('lists.file.reason')], ...rows]))
  }
  return (
    <section className="lists__part" aria-live="polite">
      <p>{counts.changes + counts.wrong === 0 ? t('lists.file.nothing') : t('lists.file.sum', counts)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it */}
      <ul className="lists__lines" tabIndex={0}>
        {[...wrong, ...changed].map((line) => (
          <li key={line.line}>
            <strong>{t('lists.file.line', { line: line.line })}</strong>{' '}
            {line.refusal ?? <Asks line={line} head={head} />}
          </li>
        ))}
      </ul>
      {wrong.length > 0 && (
        <div>
          <Button type="button" size="small" variant="secondary" onClick={saveReasons}>
            {t('lists.file.reasons')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Asks({ line, head }: { line: FileLine; head: readonly string[] }) {
  const t = useText()
  const sayDay = useDay()
  const named = line.cells[head.indexOf('nama')] ?? ''
  const texts = line.asks.map(({ kind, data }) => {
    const key = `lists.file.asks.${kind}`
    const { day } = data
    const name = typeof day === 'string' ? [sayDay(day), named].filter(Boolean).join(', ') : named
    return isMessageKey(key) ? t(key, { name }) : ''
  })
  return <>{texts.join('; ')}</>
}
