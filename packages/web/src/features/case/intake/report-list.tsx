import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { ReactNode } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { ReportCard } from './report-card.tsx'
import type { LookedUp } from './use-looked-up.ts'
import type { Pasting } from './use-pasted.ts'
import { useSendClear } from './use-send-clear.ts'
import { useSentLater } from './use-sent-later.ts'

interface ReportListProps {
  readonly pasting: Pasting
  /** Heads the list of a text that was not pasted here. */
  readonly head?: ReactNode
  readonly found: ReadonlyMap<string, LookedUp>
  readonly tell: (key: string, found: LookedUp) => void
  readonly onCheck: (key: string) => void
  readonly onReceipt: (key: string) => void
}

/** Every report of the text with how it was understood; those that leave nothing to ask can go together. */
export function ReportList({ pasting, head, found, tell, onCheck, onReceipt }: ReportListProps) {
  const t = useText()
  const { form, reports } = pasting
  const { sent } = form.values
  const { clear, busy, sendAll } = useSendClear(pasting, found)
  useSentLater(pasting)
  const open = reports.filter(({ key }) => sent[key]?.state !== 'done' && sent[key]?.state !== 'kept').length
  // A message is as it was sent: there is nothing to change, and no other to paste.
  const fixed = pasting.messages !== undefined
  const again = !fixed && (
    <Button variant={open === 0 ? 'primary' : 'tertiary'} onClick={form.clear}>
      {t('intake.again')}
    </Button>
  )
  if (reports.length === 0) return <NoReports head={head} fixed={fixed} onBack={() => form.change({ read: false })} />
  return (
    <>
      {head ?? <PageHead title={t('intake.found', { count: reports.length })} />}
      <output className="intake__state">
        {open === 0 ? (
          <InlineMessage status="success">{t('intake.all-done')}</InlineMessage>
        ) : (
          <p>{t(open === reports.length ? 'intake.found.text' : 'intake.rest', { count: open })}</p>
        )}
      </output>
      <div className="intake__reports">
        {reports.map((pasted) => (
          <ReportCard
            key={pasted.key}
            pasted={pasted}
            sent={sent[pasted.key]}
            tell={tell}
            onCheck={() => onCheck(pasted.key)}
            onReceipt={() => onReceipt(pasted.key)}
          />
        ))}
      </div>
      <div className="intake__acts">
        {clear.length > 0 && (
          <Button loading={busy} onClick={() => void sendAll()}>
            {t('intake.send-clear', { count: clear.length })}
          </Button>
        )}
        {open > 0 && !fixed && (
          <Button variant="secondary" onClick={() => form.change({ read: false })}>
            {t('intake.back')}
          </Button>
        )}
        {again}
      </div>
    </>
  )
}

interface NoReportsProps {
  readonly head: ReactNode
  readonly fixed: boolean
  readonly onBack: () => void
}

function NoReports({ head, fixed, onBack }: NoReportsProps) {
  const t = useText()
  return (
    <>
      {head}
      <EmptyState
        level={head ? 2 : 1}
        title={t('intake.none')}
        text={fixed ? t('intake.unreadable') : t('intake.none.text')}
        action={!fixed && <Button onClick={onBack}>{t('intake.back')}</Button>}
      />
    </>
  )
}
