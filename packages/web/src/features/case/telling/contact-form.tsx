import { contactWays } from '@openslrt/core/case/case.ts'
import type { ContactCare } from '@openslrt/core/notice/contact.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { CareField } from '../care-field.tsx'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { type MoveProps, useMove } from '../moves/use-move.ts'
import './texts.ts'

/** How the citizen is reached from now on, and what must be minded. */
export function ContactForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.set-contact', {
    initial: startOf(props.card),
    check: () => ({}),
    data: ({ via, care, note }) => ({
      contactVia: contactWays.find((way) => way === via) ?? 'none',
      contactCare: [...care],
      note: note.trim(),
    }),
  })
  const { value, onChange, ...via } = move.field('via')
  return (
    <MoveDialog action="set-contact" move={move} onClose={props.onClose}>
      <RadioField
        label={t('contact-form.via')}
        options={contactWays.map((way) => ({ value: way, label: t(`contact.${way}`) }))}
        size="small"
        value={value}
        onChange={(chosen) => onChange(contactWays.find((way) => way === chosen) ?? 'none')}
        {...via}
      />
      <CareField {...move.field('care')} />
      <NoteField label={t('act.optional', { label: t('telling.note') })} rows={2} {...move.field('note')} />
    </MoveDialog>
  )
}

interface Values {
  readonly via: (typeof contactWays)[number]
  readonly care: readonly ContactCare[]
  readonly note: string
}

const startOf = ({ contactVia, contactCare }: MoveProps['card']): Values => ({
  via: contactVia ?? 'none',
  care: contactCare,
  note: '',
})
