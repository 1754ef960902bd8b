import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { findRoutes, type PersonLine } from '@openslrt/core/contract/find.ts'
import { useState } from 'react'
import { RadioField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Loading } from '../../ui/loading.tsx'

interface FamilyPickProps extends Field<string> {
  readonly district: string
  /** The family that nobody comes to, because it is the one that is looked at. */
  readonly except: string | null
}

const leastSigns = 2

/** One family of many, by one of its people: a name, a NIK, the number of its card. Searched for when asked, not with every letter. */
export function FamilyPick({ district, except, ...field }: FamilyPickProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const find = (): void => {
    const next = typed.trim()
    // What was chosen of the families found before is out of sight: it must not go out unseen.
    if (next !== words) field.onChange('')
    setWords(next)
  }
  return (
    <div className="family__pick">
      <div className="family__find">
        <TextField
          label={t('family.pick.label')}
          description={t('family.pick.hint')}
          error={words === '' && field.error}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            find()
          }}
        />
        <Button type="button" variant="secondary" data-color="neutral" onClick={find}>
          {t('family.pick.find')}
        </Button>
      </div>
      {words.length >= leastSigns && <Found {...field} words={words} district={district} except={except} />}
    </div>
  )
}

function Found({ words, district, except, ...field }: FamilyPickProps & { readonly words: string }) {
  const t = useText()
  const { data, problem } = useAsk(findRoutes.find, { body: { text: words, place: null } })
  if (problem) return <p className="family__aside">{problem.message}</p>
  if (!data) return <Loading label={t('shell.loading')} rows={2} />
  const families = familiesAmong(data.items, district, except)
  if (families.length === 0) return <p className="family__aside">{t('family.pick.none')}</p>
  const options = families.map(({ id, name, placeName }) => ({
    value: id,
    label: t('family.pick.one', { name }),
    hint: placeName,
  }))
  return <RadioField label={t('family.pick.found')} options={options} {...field} />
}

/** The families of people who were found, each once, by whoever of it was found first. */
export function familiesAmong(people: readonly PersonLine[], district: string, except: string | null) {
  const found = new Map<string, { readonly id: string; readonly name: string; readonly placeName: string }>()
  for (const { family, name, placeName, district: home } of people)
    if (family !== null && family !== except && home === district && !found.has(family))
      found.set(family, { id: family, name, placeName })
  return [...found.values()]
}
