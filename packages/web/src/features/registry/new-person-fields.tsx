import type { Typed } from '@openslrt/core/registry/typed.ts'
import type { Form } from '../../platform/act/use-form.ts'
import { firstAsked, newDoubts } from './person-form.ts'
import type { Choices } from './use-choices.ts'
import { ValueField } from './value-field.tsx'

interface NewPersonProps {
  readonly form: Form<Typed>
  readonly choices: Choices
  readonly today: string
}

/** Who somebody is: what tells people apart, with what is odd about it beside each field. */
export function NewPersonFields({ form, choices, today }: NewPersonProps) {
  const doubts = newDoubts(form.values, today)
  return firstAsked.map((variable) => {
    const { value = '', ...field } = form.field(variable.name)
    return (
      <ValueField
        key={variable.name}
        {...field}
        value={value}
        variable={variable}
        choices={choices}
        masked={undefined}
        doubts={doubts.filter((doubt) => doubt.variable === variable.name).map(({ code }) => code)}
      />
    )
  })
}
