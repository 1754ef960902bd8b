import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { AssignMany } from './assign-many.tsx'
import { EscalateMany } from './escalate-many.tsx'
import type { ManyAct } from './many-run.ts'
import type { Many, Picked } from './use-many.ts'
import './many.css'

type Dialog = 'assign' | 'escalate' | null

/** How many are picked, and what can be done with them: it stays in sight while the list is scrolled. */
export function ManyBar({ picked, many }: { picked: Picked; many: Many }) {
  const t = useText()
  const { can } = useActing()
  const [, go] = useLocation()
  const [open, setOpen] = useState<Dialog>(null)
  const { lines } = picked
  if (lines.length === 0) return null
  const start = (act: ManyAct): void => {
    setOpen(null)
    many.start(act, lines)
    picked.clear()
  }
  return (
    <section className="many-bar not-on-paper" aria-label={t('case.many.title')}>
      <strong aria-live="polite">{t('case.many.picked', { count: lines.length })}</strong>
      {can('case.assign') && (
        <Button size="small" onClick={() => setOpen('assign')}>
          {t('case.many.assign')}
        </Button>
      )}
      {can('case.escalate') && (
        <Button size="small" variant="secondary" onClick={() => setOpen('escalate')}>
          {t('case.many.escalate')}
        </Button>
      )}
      {can('letter.draft') && (
        <Button size="small" variant="secondary" onClick={() => go('/konsep', { state: { cases: lines.map(named) } })}>
          {t('case.many.letter')}
        </Button>
      )}
      <Button size="small" variant="tertiary" data-color="neutral" onClick={picked.clear}>
        {t('case.many.clear')}
      </Button>
      <ManyDialog open={open} lines={lines} onStart={start} onClose={() => setOpen(null)} />
    </section>
  )
}

const named = ({ district, id, number }: CaseLine) => ({ district, id, number })

export interface ManyDialogProps {
  readonly lines: readonly CaseLine[]
  readonly onStart: (act: ManyAct) => void
  readonly onClose: () => void
}

function ManyDialog({ open, ...props }: ManyDialogProps & { open: Dialog }) {
  if (open === 'assign') return <AssignMany {...props} />
  return open === 'escalate' ? <EscalateMany {...props} /> : null
}
