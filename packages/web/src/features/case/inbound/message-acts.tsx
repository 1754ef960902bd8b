import { Button } from '@navikt/ds-react/Button'
import { inboundRoutes, type MessageLine } from '@openslrt/core/contract/inbound.ts'
import { useLocation } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useMessageAct } from './use-message-act.ts'

/** What can be asked about before it is done. */
export type Asked = 'aside' | 'move'

interface MessageActsProps {
  readonly line: MessageLine
  readonly onAsk: (act: Asked) => void
}

/** What can be done with a message beside registering it. */
export function MessageActs({ line, onAsk }: MessageActsProps) {
  const t = useText()
  const [, go] = useLocation()
  const back = useMessageAct(() => go('/pesan'))
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
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => onAsk('aside')}>
        {t('inbound.aside')}
      </Button>
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => onAsk('move')}>
        {t('inbound.move')}
      </Button>
    </div>
  )
}
