import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FollowLink } from '../follow/follow-link.tsx'
import { Promised } from '../follow/promised.tsx'
import { MendLink } from '../mend/mend-link.tsx'
import { usePhone } from '../phone-context.ts'
import { Facts } from './facts.tsx'

/** A case as far as whoever visits needs it. */
export function CaseScreen({ id }: { readonly id: string }) {
  const t = useText()
  const when = useWhen()
  const kase = usePhone().view.case.get(id)
  if (!kase) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  return (
    <>
      <h1 className="field__title">{kase.summary}</h1>
      <Facts
        facts={[
          [t('field.complaint.name'), kase.clientName],
          [t('field.family.address'), kase.clientAddress],
          [t('field.case.number'), kase.number],
          [t('field.case.status'), kase.review ? t(`work.review.${kase.review}`) : t(`status.${kase.status}`)],
          [t(kase.review ? 'work.review.why' : 'field.today.returned'), kase.missing ?? ''],
          [t('field.case.registered'), when.moment(kase.registeredAt)],
        ]}
      />
      <Promised kase={kase} />
      <FollowLink kase={kase} />
      <MendLink kase={kase} />
    </>
  )
}
