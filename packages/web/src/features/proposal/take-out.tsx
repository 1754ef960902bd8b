import { Button } from '@navikt/ds-react/Button'
import { mostExported } from '@openslrt/core/contract/proposal.ts'
import { type ProposalLine, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import type { ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { type Act, useAct } from '../../platform/act/use-act.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { lastMonth, partsOf } from './take-out-parts.ts'

type Taken = Pick<ProposalLine, 'id' | 'district' | 'month'>

/** Takes proposals out into one batch, as many at a time as one command takes; where one part is refused, the others stay out. */
export function useTakeOut(act: Act) {
  const [, go] = useLocation()
  const [done, setDone] = useState(0)
  const [subject] = useState(newId)
  const takeOut = async (lines: readonly Taken[]): Promise<boolean> => {
    const [first] = lines
    if (!first) return false
    const month = lastMonth(lines)
    let waits = false
    for (const part of partsOf(lines.slice(done), mostExported)) {
      const data = { month, proposals: part.map(({ id }) => id) }
      // oxlint-disable-next-line no-await-in-loop -- each part adds to the batch that the one before it made
      const acted = await act.send('proposal.export', { district: first.district, subject, base: null, data })
      if (acted.state === 'refused') return false
      waits ||= acted.state === 'waiting'
      setDone((before) => before + part.length)
    }
    if (!waits) go(`/kiriman/${first.district}/${subject}`)
    return true
  }
  return { done, takeOut }
}

interface TakeAllProps {
  readonly count: number
  readonly kind: ProposalKind | undefined
  readonly month: string | undefined
}

/** Everything that is ready goes into one batch, and one file. */
export function TakeAllOut({ count, kind, month }: TakeAllProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <div className="proposal__acts">
      <Button size="small" variant="secondary" onClick={() => setAsking(true)}>
        {t('proposal.all-out', { count })}
      </Button>
      {asking && <AllOutDialog count={count} kind={kind} month={month} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AllOutDialog({ count, kind, month, onClose }: TakeAllProps & { readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const { done, takeOut } = useTakeOut(act)
  const queries = useQueryClient()
  const [ready, setReady] = useState<readonly Taken[] | null>(null)
  const send = async (): Promise<void> => {
    const lines =
      ready ??
      (await ask(proposalRoutes.ready, { query: { kind, month } }).then((said) => {
        act.tell(said.ok ? null : said.error)
        return said.ok ? said.value.items : null
      }))
    if (!lines) return
    // What was taken out by a first try is no longer ready: the second goes on where it stopped.
    setReady(lines)
    // Somebody else may have taken out the last of them: the list behind says so.
    if (lines.length === 0) await queries.invalidateQueries()
    if (lines.length === 0 || (await takeOut(lines))) onClose()
  }
  return (
    <ActDialog
      title={t('proposal.all-out', { count })}
      hint={t('proposal.all-out.hint')}
      sendText={t('proposal-act.export')}
      act={act}
      onSend={() => void send()}
      onClose={onClose}
    >
      {done > 0 && ready && <p className="proposal__aside">{t('proposal.many.done', { done, count: ready.length })}</p>}
    </ActDialog>
  )
}
