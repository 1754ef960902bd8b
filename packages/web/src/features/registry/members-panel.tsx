import { Button } from '@navikt/ds-react/Button'
import type { FamilyCard, PersonCard } from '@openslrt/core/contract/registry-queries.ts'
import { personStatuses } from '@openslrt/core/registry/registry.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { AddPersonForm } from './add-person-form.tsx'
import { personHref } from './family-address.ts'
import type { Choices } from './use-choices.ts'

interface MembersProps {
  readonly card: FamilyCard
  readonly choices: Choices
}

/** Who belongs to the family, its head first. */
export function MembersPanel({ card, choices }: MembersProps) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={t('family.members')}
      action={
        card.mayEdit && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('family.members.add')}
          </Button>
        )
      }
    >
      {card.members.length === 0 && <p className="family__aside">{t('family.members.none')}</p>}
      <ul className="family__list">
        {card.members.map((member) => (
          <Member key={member.id} member={member} choices={choices} />
        ))}
      </ul>
      {adding && <AddPersonForm card={card} choices={choices} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

const relation = 'status_hubungan_keluarga'

function Member({ member, choices }: { readonly member: PersonCard; readonly choices: Choices }) {
  const t = useText()
  const { name, age, said, completeness, doubts, status } = member
  const nik = said['nomor_induk_kependudukan']
  const facts = [
    said[relation] !== undefined && choices.say(variableOf('person', relation), said[relation]),
    age !== null && t('family.member.age', { n: age }),
    typeof nik === 'string' && `NIK ${nik}`,
    status !== personStatuses[0] && t(`person-status.${status}`),
  ]
  const notes = [
    t('family.member.complete', { n: completeness.percent }),
    doubts.length > 0 && t('family.member.doubts', { n: doubts.length }),
  ]
  return (
    <li className="family__item">
      <Link className="family__name" href={personHref(member)}>
        {name}
      </Link>
      <span className="numbers">{facts.filter(Boolean).join(' · ')}</span>
      <span className="family__aside">{notes.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
