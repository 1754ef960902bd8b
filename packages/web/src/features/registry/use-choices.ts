import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import { answerIn, type StatementAnswer } from '@openslrt/core/registry/statements.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { useMemo } from 'react'
import type { Option } from '../../platform/act/fields.tsx'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { labelOf } from './labels.ts'

// Lists change a few times a year.
const staleTime = 10 * 60_000

/** What values of a district are called and chosen from. */
export interface Choices {
  readonly ready: boolean
  readonly options: (list: string) => readonly Option[]
  /** The questions of the place itself. */
  readonly local: readonly Variable[]
  readonly label: (name: string) => string
  readonly why: (name: string) => string
  readonly say: (variable: Pick<Variable, 'kind' | 'list' | 'unit'> | undefined, value: unknown) => string
}

type Reply = { readonly lists: Readonly<Record<string, readonly Listed[]>>; readonly local: readonly Local[] }
interface Listed {
  readonly code: string
  readonly names: Readonly<Record<Lang, string>>
}
interface Local {
  readonly name: string
  readonly of: Variable['of']
  readonly kind: Variable['kind']
  readonly names: Readonly<Record<Lang, string>>
  readonly why: string
}

/** The lists and questions of a district, asked once. */
export function useChoices(district: string): Choices {
  const t = useText()
  const lang = useLanguage()
  const { data } = useAsk(registryRoutes.choices, { query: { district } }, { staleTime })
  return useMemo(() => choicesOf(data, lang, t), [data, lang, t])
}

/** The same, of what was answered: for screens and for tests. */
export function choicesOf(data: Reply | undefined, lang: Lang, t: ReturnType<typeof useText>): Choices {
  const local = new Map((data?.local ?? []).map((one) => [one.name, one]))
  const nameOf = (list: string | undefined, code: string): string =>
    data?.lists[list ?? '']?.find((item) => item.code === code)?.names[lang] ?? code
  return {
    ready: data !== undefined,
    options: (list) => (data?.lists[list] ?? []).map(({ code, names }) => ({ value: code, label: names[lang] })),
    local: [...local.values()].map(({ name, of, kind }) => ({ name, of, kind, from: 'local' })),
    label: (name) => local.get(name)?.names[lang] ?? labelOf(t, name),
    why: (name) => local.get(name)?.why ?? labelOf(t, name, 'variable-why'),
    say: (variable, value) => sayValue(t, nameOf, variable, value),
  }
}

function sayValue(
  t: ReturnType<typeof useText>,
  nameOf: (list: string | undefined, code: string) => string,
  variable: Pick<Variable, 'kind' | 'list' | 'unit'> | undefined,
  value: unknown,
): string {
  if (value === undefined) return t('family.value.unsaid')
  if (value === null) return t('family.edit.lost')
  if (typeof value === 'boolean') return t(value ? 'family.value.yes' : 'family.value.no')
  if (Array.isArray(value)) return sayMany(t, variable?.kind, value, (code) => nameOf(variable?.list, code))
  if (typeof value === 'number') return [value.toLocaleString('id-ID'), variable?.unit].filter(Boolean).join(' ')
  const answer = variable ? null : answerIn(String(value))
  if (answer) return sayAnswer(t, answer)
  return sayText(variable?.kind, String(value), (code) => nameOf(variable?.list, code))
}

/** PROG-21 What was answered to a statement of a programme: no variable, and as of a day. */
const sayAnswer = (t: ReturnType<typeof useText>, { yes, on }: StatementAnswer): string =>
  t('family.value.answer', { answer: t(yes ? 'family.value.yes' : 'family.value.no'), day: dayText(on) })

function sayText(kind: Variable['kind'] | undefined, text: string, nameOf: (code: string) => string): string {
  if (kind === 'day') return dayText(text)
  return kind === 'code' ? nameOf(text) : text
}

function sayMany(
  t: ReturnType<typeof useText>,
  kind: Variable['kind'] | undefined,
  values: readonly Json[],
  nameOf: (code: string) => string,
): string {
  if (values.length === 0) return t('family.value.none')
  return kind === 'point' ? values.join(', ') : values.map((code) => nameOf(String(code))).join(', ')
}
