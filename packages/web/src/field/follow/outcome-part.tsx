import '../match/work-texts.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { FollowLink } from './follow-link.tsx'
import { Promised } from './promised.tsx'

/** FIELD-32 Of a visit that is planned for what became of a case: what was promised there, and the way to tell of it. */
export function OutcomePart({ visit }: { readonly visit: ReplicaRow['visit'] }) {
  const t = useText()
  const kase = usePhone().view.case.get(visit.caseId ?? '')
  if (!kase) return null
  return (
    <section>
      <h2 className="field__heading">{t('field.today.outcome')}</h2>
      <p className="field__note">{kase.summary}</p>
      <Promised kase={kase} />
      {kase.visitAt !== null && <p>{t('work.follow.two')}</p>}
      <FollowLink kase={kase} visit={visit.id} />
    </section>
  )
}
