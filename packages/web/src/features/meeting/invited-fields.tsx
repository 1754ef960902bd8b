import { Button } from '@navikt/ds-react/Button'
import { type MeetingOffice, meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'

interface InvitedFieldsProps extends Field<readonly string[]> {
  /** Offices that were invited before: some of them may not be invited any more. */
  readonly known: readonly MeetingOffice[]
}

/** Offices that are invited beside one's own; more are found by a part of their name. */
export function InvitedFields({ id, value, onChange, known }: InvitedFieldsProps) {
  const t = useText()
  const { data } = useAsk(meetingRoutes.choices)
  const offices = data?.offices ?? []
  const groups = officeKinds.flatMap((kind) => {
    const options = offices
      .filter((office) => office.kind === kind && !value.includes(office.id))
      .map((office) => ({ value: office.id, label: office.name, hint: office.placeName }))
    return options.length > 0 ? [{ name: t(`office-kind.${kind}`), options }] : []
  })
  const nameOf = (office: string): string => [...offices, ...known].find((one) => one.id === office)?.name ?? office
  return (
    <>
      {value.length === 0 ? (
        <p className="meeting__aside">{t('meeting.form.office.none')}</p>
      ) : (
        <ul className="call__list">
          {value.map((office) => (
            <li key={office}>
              <span>{nameOf(office)}</span>
              <RemoveButton name={nameOf(office)} onClick={() => onChange(value.filter((one) => one !== office))} />
            </li>
          ))}
        </ul>
      )}
      <ChooseBox
        id={id}
        label={t('meeting.form.office')}
        groups={groups}
        value=""
        onChange={(office) => onChange([...value, office])}
        placeholder={t('meeting.form.office.hint')}
        emptyText={t('meeting.form.office.no-match')}
      />
    </>
  )
}

/** Takes one thing off a list. */
export function RemoveButton({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useText()
  return (
    <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onClick}>
      {t('meeting.form.remove', { name })}
    </Button>
  )
}
