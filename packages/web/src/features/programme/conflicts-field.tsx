import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** Another source that says otherwise, as it is typed. */
export interface ConflictDraft {
  readonly says: string
  readonly source: string
}
const blank: ConflictDraft = { says: '', source: '' }
const most = 10

/** Those that say something; half of one is told as a fault. */
export const conflictsOf = (drafts: readonly ConflictDraft[]): ConflictDraft[] =>
  drafts
    .map(({ says, source }) => ({ says: says.trim(), source: source.trim() }))
    .filter(({ says, source }) => says !== '' || source !== '')

export const isHalf = ({ says, source }: ConflictDraft): boolean => says.length < 3 || source.length < 3

/** PROG-8 What other sources say of who it is for: told beside the rule, so that nobody is surprised at a counter. */
export function ConflictsField({ id, value, onChange, error }: Field<readonly ConflictDraft[]>) {
  const t = useText()
  const set = (nth: number, draft: ConflictDraft): void => onChange(value.with(nth, draft))
  return (
    <fieldset className="editor__list" id={id}>
      <legend>{t('programme.form.conflicts')}</legend>
      {value.map((draft, nth) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place: nothing else tells two empty ones apart
        <div key={nth} className="editor__fields">
          <TextField
            size="small"
            maxLength={200}
            label={t('programme.form.conflicts.says')}
            value={draft.says}
            onChange={(event) => set(nth, { ...draft, says: event.target.value })}
          />
          <TextField
            size="small"
            maxLength={200}
            label={t('programme.form.conflicts.source')}
            value={draft.source}
            onChange={(event) => set(nth, { ...draft, source: event.target.value })}
          />
          <Button
            type="button"
            size="xsmall"
            variant="tertiary"
            data-color="neutral"
            onClick={() => onChange(value.toSpliced(nth, 1))}
          >
            {t('rule.edit.remove', { what: draft.says || t('programme.form.conflicts.one', { n: nth + 1 }) })}
          </Button>
        </div>
      ))}
      {error && <p className="editor__fault">{error}</p>}
      {value.length < most && (
        <div>
          <Button type="button" size="small" variant="tertiary" onClick={() => onChange([...value, blank])}>
            {t('programme.form.conflicts.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
