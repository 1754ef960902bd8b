import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type PersonCard, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { personId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { groupsOf } from '@openslrt/core/registry/groups.ts'
import { erasedHolder, personStatuses, standsAlone } from '@openslrt/core/registry/registry.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { CompleteBar } from './complete-bar.tsx'
import { ErasureNote, ErasurePart } from './erase/erasure-part.tsx'
import { Forgotten } from './erase/forgotten.tsx'
import { familiesPath, familyHref } from './family-address.ts'
import { GroupPanel } from './group-panel.tsx'
import { History } from './history-dialog.tsx'
import { type Held, heldPerson } from './holder.ts'
import { LeaveForm } from './leave-form.tsx'
import { LinksPanel } from './links-panel.tsx'
import { MarkForm } from './mark-form.tsx'
import { MovePersonForm } from './move-person-form.tsx'
import { RevealNumbers } from './reveal-numbers.tsx'
import { type Choices, useChoices } from './use-choices.ts'
import './family.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One person: who they are, how they live, what they have learned, what ails them, and who said so. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = personId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const { can } = useActing()
  const asked = useAsk(registryRoutes.person, { query })
  const { data: person } = asked
  const choices = useChoices(query.district)
  if (!person || !choices.ready) return <Unread asked={asked} none={<None />} rows={10} />
  if (person.status === erasedHolder) return <Forgotten of="person" {...person} />
  const isOpen = standsAlone(person)
  const held = heldPerson(person, { today: person.today, mayEdit: isOpen && can('registry.edit') })
  return (
    <>
      <PageHead title={person.name} back={<Back person={person} />} tags={tagOf(person, t)} />
      <div className="family">
        <ErasureNote held={held} status={person.status} members={1} />
        <Acts person={person} held={held} choices={choices} />
        <Panel>
          <FieldRows>
            <FieldRow label={t('family.column.place')}>{person.placeName}</FieldRow>
            <FieldRow label={t('family.column.complete')}>
              <CompleteBar completeness={person.completeness} />
            </FieldRow>
          </FieldRows>
          {can('person.reveal') && <RevealNumbers held={held} />}
        </Panel>
        {groupsOf.person.map((group) => (
          <GroupPanel key={group} held={held} group={group} choices={choices} />
        ))}
        <GroupPanel held={held} group="local" choices={choices} />
        <LinksPanel person={person} />
        <Fold title={t('family.history')}>{() => <History held={held} choices={choices} />}</Fold>
        <ErasurePart held={held} status={person.status} members={1} />
      </div>
    </>
  )
}

const tagOf = ({ status }: PersonCard, t: ReturnType<typeof useText>): string | false =>
  status !== personStatuses[0] && t(`person-status.${status}`)

function Back({ person: { family, district } }: { readonly person: PersonCard }) {
  const t = useText()
  if (family === null) return <Link href={familiesPath}>{t('family.back')}</Link>
  return <Link href={familyHref({ district, id: family })}>{t('person.back')}</Link>
}

interface ActsProps {
  readonly person: PersonCard
  readonly held: Held
  readonly choices: Choices
}

function Acts({ person, held, choices }: ActsProps) {
  const t = useText()
  const [doing, setDoing] = useState<'mark' | 'move' | 'leave' | null>(null)
  const close = (): void => setDoing(null)
  if (!held.mayEdit) return null
  return (
    <div className="family__acts not-on-paper">
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => setDoing('mark')}>
        {t('person.mark')}
      </Button>
      <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setDoing('move')}>
        {t('person.move')}
      </Button>
      {person.family !== null && (
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setDoing('leave')}>
          {t('person.leave')}
        </Button>
      )}
      {doing === 'mark' && <MarkForm held={held} status={person.status} onClose={close} />}
      {doing === 'move' && <MovePersonForm members={[person]} choices={choices} onClose={close} />}
      {doing === 'leave' && <LeaveForm held={held} onClose={close} />}
    </div>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('person.none.title')}
      text={t('person.none.text')}
      action={
        <Button as={Link} href={familiesPath} variant="secondary">
          {t('family.back')}
        </Button>
      }
    />
  )
}
