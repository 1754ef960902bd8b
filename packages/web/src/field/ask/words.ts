import './texts.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import { saidNone } from '@openslrt/core/registry/typed.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { variables } from '@openslrt/core/registry/variables.ts'
import type { Choices } from '../../platform/replica/phone-db.ts'

export interface Offer {
  readonly value: string
  readonly label: string
}

/** What questions and their answers are called, as it lies on the phone. */
export interface Words {
  readonly local: readonly Variable[]
  readonly label: (name: string) => string
  readonly help: (name: string) => string
  readonly offers: (variable: Variable) => readonly Offer[]
  readonly codeName: (list: string, code: string) => string | undefined
  readonly say: (name: string, value: Json) => string
}

export function wordsOf(choices: Choices, lang: Lang, t: Say): Words {
  const own = new Map(choices.local.map((one) => [one.name, one]))
  const local = choices.local.map(({ name, of, kind }): Variable => ({ name, of, kind, from: 'local' }))
  const known = new Map([...variables, ...local].map((one) => [one.name, one]))
  const listed = (list: string | undefined): readonly Offer[] =>
    (new Map(Object.entries(choices.lists)).get(list ?? '') ?? []).map(({ code, names }) => ({
      value: code,
      label: names[lang],
    }))
  return {
    local,
    label: (name) => own.get(name)?.names[lang] ?? keyed(t, `variable.${name}`) ?? name,
    help: (name) => own.get(name)?.why ?? keyed(t, `ask.help.${name}`) ?? keyed(t, `variable-why.${name}`) ?? '',
    offers: ({ name, kind, list }) => {
      if (kind === 'yes-no') return yesNo(t)
      if (kind === 'codes') return [...listed(list), { value: saidNone, label: t('ask.none') }]
      // Only of work does the law itself ask for "none": it closes the question that follows.
      const none = name === 'status_pekerjaan' ? [{ value: saidNone, label: t('ask.no-work') }] : []
      return [...listed(list), ...none]
    },
    codeName: (list, code) => listed(list).find(({ value }) => value === code)?.label,
    say: (name, value) => sayValue(t, known.get(name), value, listed),
  }
}

const keyed = (t: Say, key: string): string | null => (isMessageKey(key) ? t(key) : null)
const yesNo = (t: Say): readonly Offer[] => [
  { value: 'ya', label: t('ask.yes') },
  { value: 'tidak', label: t('ask.no') },
]

function sayValue(
  t: Say,
  variable: Variable | undefined,
  value: Json,
  listed: (list: string | undefined) => readonly Offer[],
): string {
  const named = (code: Json): string =>
    listed(variable?.list).find((one) => one.value === String(code))?.label ?? String(code)
  if (value === null) return t('ask.not-known')
  if (typeof value === 'boolean') return t(value ? 'ask.yes' : 'ask.no')
  if (Array.isArray(value)) return value.length === 0 ? t('ask.none') : value.map(named).join(', ')
  if (typeof value === 'number') return [String(value).replace('.', ','), variable?.unit].filter(Boolean).join(' ')
  return variable?.kind === 'day' ? String(value).split('-').toReversed().join('/') : named(value)
}
