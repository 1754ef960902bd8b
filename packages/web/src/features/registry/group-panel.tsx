import { ClockDashedIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { askedOf } from '@openslrt/core/registry/complete.ts'
import type { ValueGroup } from '@openslrt/core/registry/groups.ts'
import { namesIn } from '@openslrt/core/registry/groups.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { GroupForm } from './group-form.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import type { Held } from './holder.ts'
import type { Choices } from './use-choices.ts'

interface GroupPanelProps {
  readonly held: Held
  readonly group: ValueGroup
  readonly choices: Choices
}

/** What is asked of somebody in one group, whatever was answered already. */
export function variablesIn(
  group: ValueGroup,
  { of, said, today }: Pick<Held, 'of' | 'said' | 'today'>,
  choices: Choices,
) {
  const asked = askedOf(of, said, today, choices.local)
  if (group === 'local') return asked.filter(({ from }) => from === 'local')
  return namesIn(group).flatMap((name) => asked.find((variable) => variable.name === name) ?? [])
}

/** One group of values: what is known, what is odd about it, and the way to say more. */
export function GroupPanel({ held, group, choices }: GroupPanelProps) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const variables = variablesIn(group, held, choices)
  if (variables.length === 0) return null
  const title = t(`family-group.${group}`)
  const isKnown = ({ name }: Variable): boolean =>
    name in held.said || held.doubts.some((doubt) => doubt.variable === name)
  const [known, unsaid] = [variables.filter(isKnown), variables.filter((variable) => !isKnown(variable))]
  return (
    <Panel
      title={title}
      action={
        held.mayEdit && (
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            aria-label={t('family.edit.title', { group: title })}
            onClick={() => setEditing(true)}
          >
            {t('family.edit')}
          </Button>
        )
      }
    >
      <FieldRows>
        {known.map((variable) => (
          <ValueRow key={variable.name} held={held} variable={variable} choices={choices} />
        ))}
      </FieldRows>
      {unsaid.length > 0 && (
        <p className="family__aside">
          {t('family.unsaid', { names: unsaid.map(({ name }) => choices.label(name)).join(', ') })}
        </p>
      )}
      {editing && (
        <GroupForm
          held={held}
          group={group}
          variables={variables}
          choices={choices}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  )
}

interface ValueRowProps {
  readonly held: Held
  readonly variable: Variable
  readonly choices: Choices
}

function ValueRow({ held, variable, choices }: ValueRowProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { name } = variable
  const label = choices.label(name)
  const isSaid = name in held.said
  const doubts = held.doubts.filter((doubt) => doubt.variable === name)
  return (
    <FieldRow label={label} hint={doubts.map(({ code }) => t(`doubt.${code}`)).join(' ')}>
      <span className="family__value" data-unsaid={isSaid ? undefined : ''}>
        <span className="numbers">{choices.say(variable, held.said[name])}</span>
        {isSaid && (
          <Button
            size="xsmall"
            variant="tertiary"
            data-color="neutral"
            icon={<ClockDashedIcon title={t('family.history.of', { variable: label })} />}
            onClick={() => setOpen(true)}
          />
        )}
      </span>
      {open && <HistoryDialog held={held} name={name} choices={choices} onClose={() => setOpen(false)} />}
    </FieldRow>
  )
}
