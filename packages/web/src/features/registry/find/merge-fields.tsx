import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import type { ComparedField } from '@openslrt/core/contract/doubles.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { wireDay } from '@openslrt/core/kernel/instant.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { statementIn } from '@openslrt/core/registry/statements.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { dayText } from '../../../platform/hours/day-text.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import type { Choices } from '../use-choices.ts'

interface MergeFieldsProps {
  readonly of: Holder
  readonly choices: Choices
  readonly fields: readonly ComparedField[]
  /** Fields in which the value of the one that goes is taken. */
  readonly take: ReadonlySet<string>
  readonly onTake: (take: ReadonlySet<string>) => void
}

/** A choice for each field in which two say different things; of those that say the same nothing is asked. */
export function MergeFields({ of, fields, choices, take, onTake }: MergeFieldsProps) {
  const t = useText()
  const choose = (field: string, gone: boolean): void =>
    onTake(new Set([...take].filter((one) => one !== field).concat(gone ? [field] : [])))
  const different = fields.filter(({ same }) => !same)
  return (
    <div className="merge__fields">
      {different.map(({ field, kept, gone }) => (
        <RadioGroup
          key={field}
          size="small"
          legend={labelOf(t, field, choices)}
          value={take.has(field) ? 'gone' : 'kept'}
          onChange={(value: unknown) => choose(field, value === 'gone')}
        >
          {sidesIn(t, [valueText(t, field, kept, { of, choices }), valueText(t, field, gone, { of, choices })]).map(
            (said, nth) => (
              <Radio key={said} value={nth === 0 ? 'kept' : 'gone'}>
                {said}
              </Radio>
            ),
          )}
        </RadioGroup>
      ))}
      <p className="find__read">{t(different.length === 0 ? 'merge.same' : 'merge.only-different')}</p>
    </div>
  )
}

/** Two families may live at one address: what reads the same and is not is told apart by whose it is. */
export const sidesIn = (t: Say, [kept, gone]: readonly [string, string]): readonly [string, string] =>
  kept === gone ? [t('merge.side.kept', { value: kept }), t('merge.side.gone', { value: gone })] : [kept, gone]

/** What a field is called; a later release may know more of them than this page. */
export function labelOf(t: Say, field: string, choices: Choices): string {
  const key = `merge.column.${field}`
  return isMessageKey(key) ? t(key) : choices.label(field)
}

/** What two who are compared are called: a person by name, a family by that of its head, or its address. */
export const calledIn = (t: Say, of: Holder, name: string): string =>
  of === 'person' ? name : t('merge.family', { name: name === '' ? t('merge.nameless') : name })

interface Called {
  readonly of: Holder
  readonly choices: Choices
}

/** A value as people read it. */
export function valueText(t: Say, field: string, value: ComparedField['kept'], { of, choices }: Called): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('merge.empty')
  if (field === 'sex' && (value === 'L' || value === 'P')) return t(`find.sex.${value}`)
  const variable = variableOf(of, field) ?? choices.local.find(({ name }) => name === field)
  return variable || statementIn(field) !== null ? choices.say(variable, value) : plainText(t, value)
}

/** What no list knows (any more): as it is. */
function plainText(t: Say, value: Exclude<ComparedField['kept'], null>): string {
  if (typeof value === 'boolean') return t(value ? 'merge.yes' : 'merge.no')
  if (Array.isArray(value)) return value.join(', ')
  return wireDay.safeParse(value).success ? dayText(String(value)) : String(value)
}
