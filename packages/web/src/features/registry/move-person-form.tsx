import type { PersonCard } from '@openslrt/core/contract/registry-queries.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode, villageCode } from '@openslrt/core/place/code.ts'
import { givenIn, type Typed } from '@openslrt/core/registry/typed.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { familyHref } from './family-address.ts'
import { FamilyPick } from './family-pick.tsx'
import { written } from './group-form.tsx'
import { head, homeAsked, movingFaults, noMove, relation, relations, wayBack } from './move-person.ts'
import { carrying } from './moved.ts'
import { originOf } from './origin-fields.tsx'
import type { Choices } from './use-choices.ts'
import { ValueField } from './value-field.tsx'

interface MovePersonProps {
  /** Who may be moved: everybody of a family, or the one that is looked at. */
  readonly members: readonly PersonCard[]
  readonly choices: Choices
  readonly onClose: () => void
}

/** REGISTRY-22 Takes somebody from their family to another, or to one of their own: in one step, and with the reason. */
export function MovePersonForm({ members, choices, onClose }: MovePersonProps) {
  const t = useText()
  const { form, act, send, member } = useMoving(members)
  const known = (name: string) => {
    const { value = '', ...field } = form.field(name)
    return { ...field, value }
  }
  const variables = [...(form.values['to'] === 'new' ? homeAsked : []), ...relations]
  return (
    <ActDialog
      wide
      title={t('person.move')}
      hint={t('person.move.hint')}
      sendText={t('person.move.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {members.length > 1 && (
        <RadioField
          label={t('person.move.who')}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          {...known('who')}
        />
      )}
      <RadioField
        label={t('person.move.to')}
        options={(['there', 'new'] as const).map((value) => ({ value, label: t(`person.move.to.${value}`) }))}
        {...known('to')}
      />
      {form.values['to'] === 'there' && member && (
        <FamilyPick district={member.district} except={member.family} {...known('family')} />
      )}
      {variables.map((variable) => (
        <ValueField
          key={variable.name}
          {...known(variable.name)}
          variable={variable}
          choices={choices}
          masked={undefined}
          doubts={[]}
        />
      ))}
      <LineField
        label={t('family.source')}
        description={t('family.move.source')}
        maxLength={200}
        {...known('source')}
      />
    </ActDialog>
  )
}

function useMoving(members: readonly PersonCard[]) {
  const t = useText()
  const act = useAct()
  const [, go] = useLocation()
  // One id for as long as the form is open: pressed twice, it still is one family.
  const [fresh] = useState(newId)
  const [only] = members
  const initial = members.length === 1 && only ? { ...noMove, who: only.id } : noMove
  const form = useForm<Typed>(`person move ${members.map(({ id }) => id).join(' ')}`, initial, (typed) =>
    Object.fromEntries(Object.entries(movingFaults(typed)).map(([name, fault]) => [name, t(fault)])),
  )
  const member = members.find(({ id }) => id === form.values['who']) ?? only
  const found = async (home: Moving): Promise<boolean> => {
    const { district, place, origin } = home
    const values = written(givenIn(homeAsked, noMove, form.values))
    const data = { place, values, desil: null, ...origin }
    const added = await act.send('registry.add-family', { district, subject: fresh, base: 0, data })
    // Pressed once more after the move was refused, the family is there already.
    return added.state !== 'refused' || added.problem.code === 'already-so'
  }
  const send = async (): Promise<void> => {
    if (!form.passes() || !member) return
    const { to, family = '', [relation]: typed } = form.values
    const moving = movingOf(member, form.values)
    const { district, origin } = moving
    if (to === 'new' && !(await found(moving))) return
    const target = to === 'new' ? fresh : family
    const data = { family: familyId.parse(target), ...leaving(member), relation: typed || head, ...origin }
    const acted = await act.send('registry.join-family', { district, subject: member.id, base: member.version, data })
    if (acted.state === 'refused') return
    form.clear()
    go(familyHref({ district, id: target }), carrying(wayBack(member)))
  }
  return { form, act, send, member }
}

type Moving = ReturnType<typeof movingOf>
const movingOf = ({ district, place }: PersonCard, { source = '' }: Typed) => ({
  district: ledgerCode.parse(district),
  place: villageCode.parse(place),
  origin: originOf({ way: 'desk', source }),
})
const leaving = ({ family }: PersonCard) => (family === null ? {} : { from: family })
