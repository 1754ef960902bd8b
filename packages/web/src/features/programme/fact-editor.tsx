import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { sayFact, sayValue } from '@openslrt/core/i18n/say-fact.ts'
import { asks } from '@openslrt/core/programme/check-rule.ts'
import type { Fact } from '@openslrt/core/programme/fact.ts'
import { holders } from '@openslrt/core/programme/fact.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { aboutFact, comparedBy, type FactDraft } from './rule-draft.ts'
import { useOwnLedger, useTelling } from './use-telling.ts'
import { useVocabulary } from './vocabulary.tsx'

interface FactProps {
  readonly draft: FactDraft
  readonly onChange: (draft: FactDraft) => void
}

/** One condition: which datum, how it is compared, with what. */
export function FactEditor({ draft, onChange }: FactProps) {
  const t = useText()
  const known = useVocabulary()
  const fact = known.get(draft.fact)
  return (
    <div className="editor__fields">
      <FactSelect value={draft.fact} onChange={(name) => onChange(aboutFact(draft, name, known))} />
      {fact && asks[fact.kind].length > 1 && (
        <Select
          size="small"
          label={t('rule.edit.is')}
          value={draft.is}
          onChange={(event) => {
            const is = asks[fact.kind].find((one) => one === event.target.value)
            if (is) onChange({ ...draft, ...comparedBy(is, fact.kind) })
          }}
        >
          {asks[fact.kind].map((is) => (
            <option key={is} value={is}>
              {t(`rule-is.${is}`)}
            </option>
          ))}
        </Select>
      )}
      {fact && draft.is !== 'known' && <ValueEditor fact={fact} draft={draft} onChange={onChange} />}
    </div>
  )
}

function FactSelect({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useText()
  const lang = useLanguage()
  const vocabulary = useVocabulary()
  const named = [...vocabulary.values()].map((fact) => ({ fact, label: sayFact(fact.name, { lang, vocabulary }) }))
  return (
    <Select size="small" label={t('rule.edit.fact')} value={value} onChange={(event) => onChange(event.target.value)}>
      {holders.map((of) => (
        <optgroup key={of} label={t(`rule.edit.${of}`)}>
          {named
            .filter(({ fact }) => fact.of === of)
            .toSorted((one, other) => one.label.localeCompare(other.label, lang))
            .map(({ fact, label }) => (
              <option key={fact.name} value={fact.name}>
                {label}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  )
}

function ValueEditor({ fact, draft, onChange }: FactProps & { readonly fact: Fact }) {
  const t = useText()
  const set = (nth: number, value: string): void => onChange({ ...draft, values: draft.values.with(nth, value) })
  if (fact.kind === 'yes-no') return <YesNo value={draft.values[0] ?? 'true'} onChange={(value) => set(0, value)} />
  if (fact.kind === 'code' || fact.kind === 'codes') return <CodeEditor fact={fact} draft={draft} onChange={onChange} />
  return draft.values.map((value, nth) => {
    const label = t(nth === 0 ? 'rule.edit.value' : 'rule.edit.to')
    return fact.kind === 'day' ? (
      <DayField
        key={label}
        id={`${draft.fact}-${nth}`}
        size="small"
        label={label}
        value={value}
        error={undefined}
        onChange={(day) => set(nth, day)}
      />
    ) : (
      <TextField
        key={label}
        size="small"
        htmlSize={8}
        inputMode="decimal"
        label={label}
        value={value}
        onChange={(event) => set(nth, event.target.value)}
      />
    )
  })
}

function YesNo({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText()
  return (
    <Select size="small" label={t('rule.edit.value')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="true">{t('rule.yes')}</option>
      <option value="false">{t('rule.no')}</option>
    </Select>
  )
}

function CodeEditor({ fact, draft, onChange }: FactProps & { readonly fact: Fact }) {
  const t = useText()
  const telling = useTelling()
  const lists = useLists(useOwnLedger())
  const codes = fact.codes ?? lists.items(fact.list ?? '').map(({ code }) => code)
  const options = codes.map((code) => [code, sayValue(fact.name, code, telling)] as const)
  if (draft.is === 'in')
    return (
      <CheckboxGroup
        size="small"
        legend={t('rule.edit.value')}
        value={[...draft.values]}
        onChange={(values: string[]) => onChange({ ...draft, values })}
      >
        {options.map(([code, label]) => (
          <Checkbox key={code} value={code}>
            {label}
          </Checkbox>
        ))}
      </CheckboxGroup>
    )
  return (
    <Select
      size="small"
      label={t('rule.edit.value')}
      value={draft.values[0] ?? ''}
      onChange={(event) => onChange({ ...draft, values: [event.target.value] })}
    >
      <option value="">{t('act.choose')}</option>
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </Select>
  )
}
