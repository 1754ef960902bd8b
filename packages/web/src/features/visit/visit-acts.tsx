import { Button } from '@navikt/ds-react/Button'
import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { madeVisit } from '@openslrt/core/visit/moves.ts'
import { type ComponentType, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import type { ActFormProps } from './act-form.ts'
import { AssignForm } from './assign-form.tsx'
import { DoneForm } from './done-form.tsx'
import { PhotoForm } from './photo-form.tsx'
import { CancelForm, MissForm, ReplanForm } from './short-forms.tsx'

type Act = VisitPage['acts'][number]

const forms: Readonly<Record<Act, ComponentType<ActFormProps>>> = {
  done: DoneForm,
  photo: PhotoForm,
  miss: MissForm,
  assign: AssignForm,
  replan: ReplanForm,
  cancel: CancelForm,
}
/** What comes next first: it is the loud one. */
const order: readonly Act[] = ['done', 'photo', 'miss', 'assign', 'replan', 'cancel']

/** What this person may do with a visit, and its report to take along. */
export function VisitActs({ visit }: { visit: VisitPage }) {
  const t = useText()
  const [doing, setDoing] = useState<Act | null>(null)
  const Form = doing && forms[doing]
  const mine = order.filter((act) => visit.acts.includes(act))
  return (
    <div className="visit__acts">
      {mine.map((act, nth) => (
        <Button
          key={act}
          size="small"
          variant={nth === 0 && act === 'done' ? 'primary' : 'secondary'}
          {...(act === 'cancel' && { 'data-color': 'neutral' as const })}
          onClick={() => setDoing(act)}
        >
          {t(`visit.act.${act}`)}
        </Button>
      ))}
      {visit.status === madeVisit && (
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => window.print()}>
          {t('visit.print')}
        </Button>
      )}
      {Form && <Form visit={visit} onClose={() => setDoing(null)} />}
    </div>
  )
}
