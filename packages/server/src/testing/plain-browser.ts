import type { Answer, Door } from './door.ts'

/** A page as a browser without script shows it. */
export interface Page {
  readonly status: number
  readonly path: string
  readonly html: string
  /** Its words without the markup. */
  readonly text: string
  readonly headers: Answer['headers']
}

/** A browser that knows links, forms and cookies, and no script. */
export interface PlainBrowser {
  page(): Page
  open(path: string): Promise<Page>
  /** Fills in fields of the form with this action and presses a button of it. What was there already is sent along. */
  press(action: string, fields: Fields, button?: Fields): Promise<Page>
  /** Sends the same form once more, as an impatient finger does. */
  again(): Promise<Page>
  cookies(): string
}

export type Fields = Readonly<Record<string, string>>

/** Opens a browser at a door. It names its origin with every form, as browsers do. */
export function plainBrowser(door: Door, accept = 'text/html'): PlainBrowser {
  const jar = new Map<string, string>()
  let now: Page = { status: 0, path: '', html: '', text: '', headers: {} }
  let last: () => Promise<Page> = async () => now
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const go = async (method: 'GET' | 'POST', path: string, body?: string): Promise<Page> => {
    const posted = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
    const headers = { accept, cookie: cookies(), ...(method === 'POST' ? posted : {}) }
    const answer = await door({ method, path, headers, ...(body === undefined ? {} : { body }) })
    keep(jar, answer.headers['set-cookie'] ?? '')
    const { location } = answer.headers
    if (answer.status === 303 && location) return go('GET', location)
    now = { status: answer.status, path, html: answer.text, text: wordsOf(answer.text), headers: answer.headers }
    return now
  }
  return {
    page: () => now,
    cookies,
    open: (path) => go('GET', path),
    again: () => last(),
    press(action, fields, button = {}) {
      const sent = new URLSearchParams({ ...fieldsOf(formIn(now.html, action, button)), ...fields, ...button })
      last = () => go('POST', action, sent.toString())
      return last()
    },
  }
}

// Every cookie begins with a name we know; attributes hold no "=" before a comma but in dates, which we do not keep.
function keep(jar: Map<string, string>, set: string): void {
  for (const [, name, value] of set.matchAll(/(?:^|,)\s*(warga|rujukan|bahasa|openslrt)=([^;,]*)/g)) {
    if (name === undefined) continue
    if (value) jar.set(name, value)
    else jar.delete(name)
  }
}

function formIn(html: string, action: string, wanted: Fields): string {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
  const own = forms.filter(([, to]) => to === action)
  const found =
    own.find(([, , inside]) => Object.entries(wanted).every((field) => holds(inside ?? '', field))) ?? own[0]
  if (!found?.[2]) throw new Error(`the page has no form to ${action}`)
  return found[2]
}

const holds = (inside: string, [name, value]: readonly [string, string]): boolean =>
  inside.includes(`name="${name}" value="${value}"`)

/** What a form would send as it stands: hidden fields, typed words, chosen answers. */
function fieldsOf(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter(isSent)
  const boxes = [...form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)]
  const lists = [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)]
  return Object.fromEntries([
    ...inputs.map((tag) => [nameOf(tag), attribute(tag, 'value') ?? '']),
    ...boxes.map(([, tag = '', words = '']) => [nameOf(tag), decoded(words)]),
    ...lists.map(([, tag = '', options = '']) => [nameOf(tag), selectedOf(options)]),
  ])
}

const nameOf = (tag: string): string => attribute(tag, 'name') ?? ''
const isSent = (tag: string): boolean =>
  nameOf(tag) !== '' && (!/\stype="(radio|checkbox)"/.test(tag) || /\schecked(=|\s|>|\/)/.test(tag))

function selectedOf(options: string): string {
  const tags = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
  const chosen = tags.find((tag) => /\sselected/.test(tag)) ?? tags[0] ?? ''
  return attribute(chosen, 'value') ?? ''
}

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => signs[sign] ?? '')

const wordsOf = (html: string): string =>
  decoded(html.replace(/<head>[\s\S]*?<\/head>/, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
