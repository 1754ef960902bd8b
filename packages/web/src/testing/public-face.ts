import './once/tsx.ts'
import type { PublicPage, PublicPages } from '@openslrt/core/contract/public-pages.ts'
import { find, type Part, readHtml, textOf, valueOf } from './html.ts'

const { render } = await import('../public/render.tsx')

/** The HTML of a page as the server sends it. */
export const htmlOf: <Page extends PublicPage>(page: Page, props: PublicPages[Page]) => string = render

/** The same, read as a browser reads it. */
export const pageOf = <Page extends PublicPage>(page: Page, props: PublicPages[Page]): Part =>
  readHtml(render(page, props))

/** What a browser without script would send with a form: hidden fields, what is typed, checked or selected. */
export function sentBy(form: Part): Readonly<Record<string, string>> {
  const typed = find(form, 'input').flatMap((input) => {
    const type = valueOf(input, 'type') ?? 'text'
    const left = (type === 'radio' || type === 'checkbox') && valueOf(input, 'checked') === null
    return left ? [] : [[valueOf(input, 'name') ?? '', valueOf(input, 'value') ?? '']]
  })
  // The line break right after the tag belongs to the markup, not to the words.
  const words = find(form, 'textarea').map((area) => [valueOf(area, 'name') ?? '', textOf(area).replace(/^\n/, '')])
  const selected = find(form, 'select').map((select) => {
    const [first] = find(select, 'option')
    const chosen = find(select, 'option').find((option) => valueOf(option, 'selected') !== null) ?? first
    return [valueOf(select, 'name') ?? '', (chosen && valueOf(chosen, 'value')) ?? '']
  })
  return Object.fromEntries([...typed, ...words, ...selected])
}

/** What a reader hears of a field beside its label: its description and what is wrong with it. */
export function saidOf(page: Part, field: Part): string {
  const ids = (valueOf(field, 'aria-describedby') ?? '').split(' ').filter(Boolean)
  return ids.map((id) => find(page, '*', { id }).map(textOf).join('')).join(' ')
}
