import { Button } from '@navikt/ds-react/Button'
import { inboundRoutes, type MessageLine } from '@openslrt/core/contract/inbound.ts'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useMessageAct } from './use-message-act.ts'

const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.tsx')).AsideDialog }))
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

/** What can be done with a message beside registering it. */
export function MessageActs({ line }: { line: MessageLine }) {
  const t = useText()
  const [, go] = useLocation()
  const [open, setOpen] = useState<'aside' | 'move' | null>(null)
  const back = useMessageAct(() => go('/pesan'))
  const done = (): void => go('/pesan')
  if (line.state === 'registered') return null
  if (line.state === 'aside')
    return (
      <>
        <ActProblem problem={back.problem} />
        <div>
          <Button
            size="small"
            variant="secondary"
            loading={back.busy}
            onClick={() => void back.run(inboundRoutes.takeBack, { id: line.id })}
          >
            {t('inbound.take-back')}
          </Button>
        </div>
      </>
    )
  return (
    <div className="inbound__acts">
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => setOpen('aside')}>
        {t('inbound.aside')}
      </Button>
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => setOpen('move')}>
        {t('inbound.move')}
      </Button>
      <Suspense fallback={null}>
        {open === 'aside' && <AsideDialog id={line.id} onClose={() => setOpen(null)} onDone={done} />}
        {open === 'move' && <MoveDialog line={line} onClose={() => setOpen(null)} onDone={done} />}
      </Suspense>
    </div>
  )
}
