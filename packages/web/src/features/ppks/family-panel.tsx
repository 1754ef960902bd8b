import './texts.ts'
import './ppks.css'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { PpksItems } from './ppks-items.tsx'
import { ReceiveButton } from './receive-button.tsx'

/** PPKS-14 Who of a family is looked after as PPKS, and the way to record another of its members. */
export function Panel({ card: { line, members, mergedInto } }: { readonly card: FamilyCard }) {
  const t = useText()
  const { can } = useActing()
  const { district, id } = line
  const { data } = useAsk(ppksRoutes.ofFamily, { query: { district, id } })
  const known = members.filter((member) => member.mergedInto === null)
  return (
    <>
      <PpksItems items={data?.items} none={t('ppks.family.none')} />
      {can('ppks.handle') && mergedInto === null && known.length > 0 && (
        <div className="not-on-paper">
          <ReceiveButton
            small
            text={t('ppks.family.receive')}
            family={{
              id,
              members: known.map((member) => ({
                id: member.id,
                label: member.name,
                place: member.place,
                placeName: member.placeName,
              })),
            }}
          />
        </div>
      )}
    </>
  )
}
