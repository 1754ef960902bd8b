import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import { takenBy, takingOf } from '@openslrt/core/programme/place-facts.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useVocabulary } from './vocabulary.tsx'

/** The name of a programme by the key that rules have for it. */
export const nameOfKey = (key: string, known: Vocabulary, lang: 'id' | 'en'): string =>
  known.get(takingOf(key))?.names?.[lang] ?? key

/** PROG-18 Programmes that nobody has together with this one, chosen from those of the place. */
export function ExcludesField({ id, value, onChange, own }: Field<readonly string[]> & { readonly own: string }) {
  const t = useText()
  const lang = useLanguage()
  const known = useVocabulary()
  const keys = [...known.keys()].flatMap((name) => takenBy(name) ?? [])
  const left = keys
    .filter((key) => key !== own && !value.includes(key))
    .map((key) => ({ key, name: nameOfKey(key, known, lang) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, lang))
  return (
    <div className="editor__list">
      <Select
        id={id}
        label={t('programme.form.excludes')}
        description={t('programme.form.excludes.hint')}
        value=""
        onChange={(event) => event.target.value && onChange([...value, event.target.value])}
      >
        <option value="">{t('act.choose')}</option>
        {left.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      {value.length > 0 && (
        <ul className="programme__lines" aria-label={t('programme.form.excludes')}>
          {value.map((key) => (
            <li key={key}>
              {nameOfKey(key, known, lang)}{' '}
              <Button
                type="button"
                size="xsmall"
                variant="tertiary"
                data-color="neutral"
                onClick={() => onChange(value.filter((one) => one !== key))}
              >
                {t('rule.edit.remove', { what: nameOfKey(key, known, lang) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
