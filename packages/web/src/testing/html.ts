import assert from 'node:assert/strict'

/** An element of a page that was drawn, as a browser would find it. */
export interface Part {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly inside: readonly (Part | string)[]
}

/**
 * Reads what React draws: every element closed, every attribute quoted. Anything else is a fault of the page, and so
 * is an end that does not fit: text that broke out of its place shows up here.
 */
export function readHtml(html: string): Part {
  const root = { tag: '', attributes: new Map<string, string>(), inside: [] as (Part | string)[] }
  const open = [root]
  const body = html.replace(/^<!doctype html>/, '')
  let at = 0
  for (const found of body.matchAll(tagPattern)) {
    addText(open.at(-1), body.slice(at, found.index))
    at = found.index + found[0].length
    const { end, tag = '', attributes = '', alone } = found.groups ?? {}
    if (end) {
      assert.equal(open.pop()?.tag, tag, `</${tag}> ends another element`)
      continue
    }
    const part = { tag, attributes: readAttributes(attributes), inside: [] }
    open.at(-1)?.inside.push(part)
    if (!alone && !empty.has(tag)) open.push(part)
  }
  addText(open.at(-1), body.slice(at))
  assert.deepEqual(
    open.slice(1).map(({ tag }) => tag),
    [],
    'elements that nobody closed',
  )
  return root
}

const tagPattern = /<(?<end>\/)?(?<tag>[a-zA-Z][\w-]*)(?<attributes>(?:\s[\w:-]+(?:="[^"]*")?)*)\s*(?<alone>\/)?>/g
const empty = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source'])

function addText(part: { inside: (Part | string)[] } | undefined, text: string): void {
  assert.doesNotMatch(text, /[<>]/, 'a sign of markup stands outside of any tag')
  if (text !== '') part?.inside.push(plain(text))
}

const readAttributes = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]))

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

/** All elements below a part, in their order. */
export const partsIn = (part: Part): readonly Part[] =>
  part.inside.flatMap((one) => (typeof one === 'string' ? [] : [one, ...partsIn(one)]))

/** All elements below a part that have this tag (`*`: any), and these attributes if any are named. */
export function find(part: Part, tag: string, attributes: Readonly<Record<string, string>> = {}): readonly Part[] {
  const wanted = Object.entries(attributes)
  return partsIn(part).filter(
    (one) => (tag === '*' || one.tag === tag) && wanted.every(([name, value]) => valueOf(one, name) === value),
  )
}

/** The only element of this kind. */
export function only(part: Part, tag: string, attributes: Readonly<Record<string, string>> = {}): Part {
  const [first, ...others] = find(part, tag, attributes)
  assert.ok(first && others.length === 0, `${first ? others.length + 1 : 0} of ${tag} ${JSON.stringify(attributes)}`)
  return first
}

export const valueOf = (part: Part, name: string): string | null => part.attributes.get(name) ?? null

/** The words inside, as they are read one after the other. */
export const textOf = (part: Part): string =>
  part.inside.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')

/** Each text of its own, as it stands between tags. */
export const textsIn = (part: Part): readonly string[] =>
  part.inside.flatMap((one) => (typeof one === 'string' ? [one] : textsIn(one)))
