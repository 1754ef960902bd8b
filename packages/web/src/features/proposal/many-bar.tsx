import { Button } from '@navikt/ds-react/Button'
import type { ProposalLine } from '@openslrt/core/contract/proposal-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useTakeOut } from './take-out.tsx'

interface ManyProps {
  readonly act: 'verify' | 'approve' | 'export'
  readonly lines: readonly ProposalLine[]
  readonly onDone: () => void
}

/** Verifies, approves or takes out all that were chosen, after asking once. */
export function ManyBar(props: ManyProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { act, lines } = props
  return (
    <div className="proposal__acts">
      <Button size="small" disabled={lines.length === 0} onClick={() => setAsking(true)}>
        {t(`proposal.many.${act}`, { count: lines.length })}
      </Button>
      {asking && <ManyDialog {...props} onClose={() => setAsking(false)} />}
    </div>
  )
}

function ManyDialog({ act, lines, onDone, onClose }: ManyProps & { readonly onClose: () => void }) {
  const t = useText()
  const doing = useAct()
  // By their ids: the list behind is asked again after a no, and what was done is no longer on it.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const finish = (): void => {
    onDone()
    onClose()
  }
  const each = async (kind: 'verify' | 'approve'): Promise<void> => {
    const ids = new Set(done)
    for (const { district, id, version } of lines.filter((line) => !done.has(line.id))) {
      const target = { district, subject: id, base: version }
      const acted =
        kind === 'verify'
          ? await doing.send('proposal.verify', { ...target, data: { note: '', capture: null } })
          : await doing.send('proposal.approve', { ...target, data: { note: '' } })
      // What stands before it is done; this one says why it is not.
      if (acted.state === 'refused') return setDone(ids)
      ids.add(id)
    }
    finish()
  }
  const out = useTakeOut(doing)
  const takeOut = async (): Promise<void> => {
    if (await out.takeOut(lines)) finish()
  }
  return (
    <ActDialog
      title={t(`proposal.many.${act}`, { count: lines.length })}
      hint={t(`proposal.many.${act}.hint`)}
      sendText={t(`proposal-act.${act}`)}
      act={doing}
      onSend={() => void (act === 'export' ? takeOut() : each(act))}
      onClose={onClose}
    >
      {done.size > 0 && (
        <p className="proposal__aside">
          {t('proposal.many.done', { done: done.size, count: new Set([...done, ...lines.map(({ id }) => id)]).size })}
        </p>
      )}
    </ActDialog>
  )
}
