import { TextField } from '@navikt/ds-react/TextField'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type ChoiceGroup, labelOf, matching } from './choose-options.ts'
import { nextRow } from './hot-keys.ts'
import './choose-box.css'

interface ChooseBoxProps {
  readonly id?: string | undefined
  readonly label: string
  readonly description?: ReactNode
  readonly groups: readonly ChoiceGroup[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly placeholder: string
  /** Said when nothing matches what was typed. */
  readonly emptyText: string
  readonly size?: 'small' | 'medium'
}

/** One choice out of many, found by typing a part of its name; the choices stand in groups. */
export function ChooseBox(props: ChooseBoxProps) {
  const { groups, value } = props
  const { typed, shown, values, at, listId, search, choose, close, press } = useTyped(props)
  const chosen = labelOf(groups, value)
  return (
    <div className="choose">
      <TextField
        {...(props.id ? { id: props.id } : {})}
        label={props.label}
        description={props.description}
        error={props.error}
        size={props.size ?? 'medium'}
        placeholder={typed === null ? props.placeholder : chosen || props.placeholder}
        value={typed ?? chosen}
        onChange={(event) => search(event.target.value)}
        onClick={() => typed === null && search('')}
        onKeyDown={press}
        onBlur={close}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be searched by parts of words
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={typed !== null}
        aria-controls={listId}
        aria-activedescendant={typed !== null && values[at] ? optionId(listId, values[at]) : undefined}
      />
      {typed !== null && (
        <ChoiceList id={listId} label={props.label} groups={shown} current={values[at]} value={value} onChoose={choose}>
          {values.length === 0 && <p className="choose__empty">{props.emptyText}</p>}
        </ChoiceList>
      )}
    </div>
  )
}

/** What is typed, which choices are left by it, and the keys that walk through them. */
function useTyped({ groups, onChange }: Pick<ChooseBoxProps, 'groups' | 'onChange'>) {
  // Null while closed: the field then shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const listId = useId()
  const shown = typed === null ? [] : matching(groups, typed)
  const values = shown.flatMap(({ options }) => options.map((option) => option.value))
  const search = (words: string) => {
    setTyped(words)
    setAt(0)
  }
  const choose = (picked: string) => {
    onChange(picked)
    setTyped(null)
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      if (typed === null) search('')
      else setAt(nextRow(at, values.length, step))
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      setTyped(null)
    } else if (event.key === 'Enter' && typed !== null) {
      event.preventDefault()
      const picked = values[at]
      if (picked !== undefined) choose(picked)
    }
  }
  return { typed, shown, values, at, listId, search, choose, close: () => setTyped(null), press }
}

const steps: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 }
const optionId = (listId: string, value: string): string => `${listId}-${value}`

interface ChoiceListProps {
  readonly id: string
  readonly label: string
  readonly groups: readonly ChoiceGroup[]
  readonly current: string | undefined
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}

function ChoiceList({ id, label, groups, current, value, onChoose, children }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist can neither group nor be styled
    <div ref={list} className="choose__list" id={id} role="listbox" aria-label={label}>
      {children}
      {groups.map((group) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options: an optgroup lives in a select only
        <div key={group.name} role="group" aria-label={group.name}>
          {group.name && (
            <div className="choose__group" aria-hidden="true">
              {group.name}
            </div>
          )}
          {group.options.map((option) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above holds the focus and the keys
            <div
              key={option.value}
              id={optionId(id, option.value)}
              className="choose__option"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option lives in a select only
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              data-current={option.value === current || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option.value)}
            >
              {option.label}
              {option.hint && <span className="choose__hint">{option.hint}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
