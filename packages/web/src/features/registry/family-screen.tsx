import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type FamilyCard, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { groupsOf } from '@openslrt/core/registry/groups.ts'
import { erasedHolder, familyStatuses } from '@openslrt/core/registry/registry.ts'
import { type ComponentType, useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { CasesPanel } from './cases-panel.tsx'
import { CompleteBar } from './complete-bar.tsx'
import { DesilForm } from './desil-form.tsx'
import { ErasureNote, ErasurePart } from './erase/erasure-part.tsx'
import { Forgotten } from './erase/forgotten.tsx'
import { FamilyActs } from './family-acts.tsx'
import { familiesPath } from './family-address.ts'
import { GroupPanel } from './group-panel.tsx'
import { History } from './history-dialog.tsx'
import { type Held, heldFamily } from './holder.ts'
import { MembersPanel } from './members-panel.tsx'
import { MovedNote } from './moved-note.tsx'
import { RevealNumbers } from './reveal-numbers.tsx'
import { useChoices } from './use-choices.ts'
import './family.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** What other capabilities bring to a family's card: programmes, needs, visits, proposals. */
export interface FamilyParts {
  readonly Sections: ComponentType<{ readonly card: FamilyCard }>
}

/** REGISTRY-18 A family as one page; the table of routes puts the parts together. */
export const familyScreen = ({ Sections }: FamilyParts) =>
  function Screen({ params }: ScreenProps) {
    const district = ledgerCode.safeParse(params['district'])
    const id = familyId.safeParse(params['id'])
    if (!district.success || !id.success) return <None />
    return <Read query={{ district: district.data, id: id.data }} Sections={Sections} />
  }

interface ReadProps extends FamilyParts {
  readonly query: { readonly district: string; readonly id: string }
}

function Read({ query, Sections }: ReadProps) {
  const t = useText()
  const asked = useAsk(registryRoutes.family, { query })
  const { data: card } = asked
  const choices = useChoices(query.district)
  if (!card || !choices.ready) return <Unread asked={asked} none={<None />} rows={10} />
  if (card.line.status === erasedHolder) return <Forgotten of="family" {...card.line} />
  const held = heldFamily(card)
  const { head, status } = card.line
  return (
    <>
      <PageHead
        title={head === '' ? t('family.headless') : t('family.of', { head })}
        back={<Link href={familiesPath}>{t('family.back')}</Link>}
        tags={status !== familyStatuses[0] && t(`family-status.${status}`)}
      />
      <div className="family">
        <MovedNote held={held} />
        <ErasureNote held={held} status={status} members={card.members.length} />
        <FamilyActs card={card} held={held} choices={choices} />
        <Standing card={card} held={held} />
        <MembersPanel card={card} choices={choices} />
        {groupsOf.family.map((group) => (
          <GroupPanel key={group} held={held} group={group} choices={choices} />
        ))}
        <GroupPanel held={held} group="local" choices={choices} />
        <Sections card={card} />
        <CasesPanel cases={card.cases} />
        <Fold title={t('family.history')}>{() => <History held={held} choices={choices} />}</Fold>
        <ErasurePart held={held} status={status} members={card.members.length} />
      </div>
    </>
  )
}

/** Where they live, what desil was seen, how much is known, and what is odd. */
function Standing({ card, held }: { readonly card: FamilyCard; readonly held: Held }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { line, said, doubts, completeness, mayEdit, mayReveal } = card
  const [on, source] = [said['desil_on'], said['desil_source']]
  const seen = typeof on === 'string' && t('family.desil.on', { day: dayText(on), source: String(source ?? '') })
  return (
    <Panel>
      <FieldRows>
        <FieldRow label={t('family.column.place')}>{line.placeName}</FieldRow>
        <FieldRow label={t('family.column.desil')} hint={seen || undefined}>
          {line.desil === null ? t('family.desil.none') : t('family.desil.one', { n: line.desil })}{' '}
          {mayEdit && (
            <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setAsking(true)}>
              {t('family.desil.record')}
            </Button>
          )}
        </FieldRow>
        <FieldRow label={t('family.column.complete')}>
          <CompleteBar completeness={completeness} />
        </FieldRow>
        {doubts.length > 0 && (
          <FieldRow label={t('family.doubts')}>
            <ul className="family__doubts">
              {doubts.map(({ variable, code }) => (
                <li key={`${variable} ${code}`}>{t(`doubt.${code}`)}</li>
              ))}
            </ul>
          </FieldRow>
        )}
      </FieldRows>
      {mayReveal && line.kk && <RevealNumbers held={held} />}
      {asking && <DesilForm held={held} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('family.none.title')}
      text={t('family.none.text')}
      action={
        <Button as={Link} href={familiesPath} variant="secondary">
          {t('family.back')}
        </Button>
      }
    />
  )
}
