import { ErrorMessage } from '@navikt/ds-react/Typography'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { LineField, NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useSettled } from '../../../ui/use-settled.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

const leastLetters = 3

/** The case that lives on, found by its number or the citizen's name; this one then only points to it. */
export function MergeForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.merge', {
    initial: { words: '', into: '', note: '' },
    check: ({ into }) => (into === '' ? { into: t('case.form.merge.missing') } : {}),
    data: ({ into, note }) => ({ into, note: note.trim() }),
  })
  const words = useSettled(move.form.values.words.trim())
  const { data } = useAsk(
    caseRoutes.search,
    { body: { text: words } },
    { enabled: words.length >= leastLetters, keepPrevious: true },
  )
  const { line } = props.card
  const options = data?.items
    .filter(
      ({ id, district, status }) => id !== line.id && district === line.district && !endedStatuses.includes(status),
    )
    .map((one) => ({
      value: one.id,
      label: `${one.number} ${one.summary}`,
      hint: `${one.clientMasked} · ${one.placeName}`,
    }))
  return (
    <MoveDialog action="merge" move={move} wide onClose={props.onClose}>
      <LineField label={t('case.form.merge.search')} {...move.field('words')} />
      {options && (
        <RadioField
          label={t('case.form.merge.into')}
          description={options.length === 0 ? t('case.form.merge.none') : undefined}
          options={options}
          {...move.field('into')}
        />
      )}
      {!options && move.form.errors.into && <ErrorMessage showIcon>{move.form.errors.into}</ErrorMessage>}
      <NoteField label={t('act.optional', { label: t('case.form.merge.note') })} rows={2} {...move.field('note')} />
    </MoveDialog>
  )
}
