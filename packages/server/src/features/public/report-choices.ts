import type { CaseKind } from '@openslrt/core/case/case.ts'
import type { ReportForm, ReportKind } from '@openslrt/core/contract/public-forms.ts'
import { otherChoice } from '@openslrt/core/contract/public-forms.ts'
import type { Choice, ReportWhatProps } from '@openslrt/core/contract/public-pages.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { commonCategories } from '@openslrt/core/lists/common-categories.ts'
import { nation } from '@openslrt/core/place/code.ts'
import { z } from 'zod'
import type { Reference } from '../reference/index.ts'

export const kindOf: Readonly<Record<ReportKind, CaseKind>> = {
  pengaduan: 'complaint',
  layanan: 'service',
  pertanyaan: 'question',
}

const categoryData = z.object({
  sector: z.string(),
  kinds: z.array(z.string()),
  restricted: z.string().nullable(),
})

type Item = ReturnType<Reference['list']>[number]

/** What a report of this kind may be about: the most common ones, and all of them under their sectors. */
export function categoryChoices(
  reference: Reference,
  kind: ReportKind,
  lang: Lang,
): Pick<ReportWhatProps, 'common' | 'groups'> {
  const items = listOn(reference, 'category').filter(({ data }) => dataOf(data).kinds.includes(kindOf[kind]))
  const choices = new Map(items.map((item) => [item.code, choiceOf(item, lang)]))
  const groups = listOn(reference, 'sector').map((sector) => ({
    label: sector.names[lang],
    items: items
      .filter(({ data }) => dataOf(data).sector === sector.code)
      .map((item) => choiceOf(item, lang))
      .toSorted((one, other) => one.label.localeCompare(other.label, lang)),
  }))
  return {
    common: commonCategories[kindOf[kind]].flatMap((code) => choices.get(code) ?? []),
    groups: groups.filter(({ items: inside }) => inside.length > 0),
  }
}

/** The category that a report names: one of the common choices, or one of the full list. */
export const chosenCategory = (form: ReportForm): string =>
  form.category === otherChoice || form.category === '' ? form.otherCategory : form.category

/** Whether reports of this kind may be about it. */
export function isCategory(reference: Reference, form: ReportForm): boolean {
  const item = listOn(reference, 'category').find(({ code }) => code === chosenCategory(form))
  return item !== undefined && dataOf(item.data).kinds.includes(kindOf[form.kind])
}

/** The kind of case that only some roles may see, where the category is of such a kind (violence, HIV, ...). */
export function restrictedBy(reference: Reference, category: string): string | null {
  const item = listOn(reference, 'category').find(({ code }) => code === category)
  return item ? dataOf(item.data).restricted : null
}

/** Where and when a code was chosen: an item that has ended since, or that only one district has, keeps its name. */
export interface Chosen {
  readonly district: string
  readonly at: number
}

/** The name of a list's item; its code when the list never had it. */
export function nameOn(reference: Reference, list: string, code: string, lang: Lang, chosen?: Chosen): string {
  const { district, at } = chosen ?? { district: nation, at: Date.now() }
  const items = reference.list(list, district, dayIn(reference.zoneOf(district), at))
  return items.find((item) => item.code === code)?.names[lang] ?? code
}

const listOn = (reference: Reference, list: string): readonly Item[] =>
  reference.list(list, nation, dayIn(reference.zoneOf(nation), Date.now()))

const dataOf = (data: Item['data']): z.output<typeof categoryData> => categoryData.parse(data)
const choiceOf = ({ code, names }: Item, lang: Lang): Choice => ({ value: code, label: names[lang] })
