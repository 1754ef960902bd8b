import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicShell } from '@openslrt/core/contract/public-pages.ts'
import { en } from '@openslrt/core/i18n/en.ts'
import { id as indonesian } from '@openslrt/core/i18n/id.ts'
import { type Lang, sayIn } from '@openslrt/core/i18n/translate.ts'
import { find, only, type Part, partsIn, readHtml, textOf, textsIn, valueOf } from '../testing/html.ts'
import { htmlOf, pageOf } from '../testing/public-face.ts'
import { allPages, aShell, aStanding, type Sample, type Words } from '../testing/public-pages.ts'

const languages: readonly Lang[] = ['id', 'en']

/** Every page in both languages, with its name for the message of a failure. */
const drawn = (own: Partial<PublicShell> = {}, words?: Words): readonly { name: string; lang: Lang; page: Part }[] =>
  languages.flatMap((lang) =>
    allPages(aShell(lang, own), words).map((sample) => ({ name: `${sample[0]} ${lang}`, lang, page: draw(sample) })),
  )

const draw = (sample: Sample): Part => readHtml(drawHtml(sample))
const drawHtml = ([name, props]: Sample): string => htmlOf(name, props as never)

test('FACE-1 every page is a whole document in its language: one heading, one main part, a way past the head', () => {
  for (const { name, lang, page } of drawn()) {
    assert.equal(valueOf(only(page, 'html'), 'lang'), lang, name)
    assert.equal(find(page, 'h1').length, 1, `${name}: headings of the first level`)
    assert.ok(textOf(only(page, 'h1')).trim() !== '', name)
    assert.match(textOf(only(only(page, 'head'), 'title')), /\S – OpenSLRT$/, name)
    const skip = only(page, 'a', { class: 'skip-link' })
    assert.equal(valueOf(skip, 'href'), `#${valueOf(only(page, 'main'), 'id')}`, name)
    assert.equal(valueOf(only(page, 'meta', { name: 'viewport' }), 'content'), 'width=device-width, initial-scale=1')
  }
})

test('FACE-1 the first sentence about a case is the title of its window', () => {
  const page = pageOf('standing', aStanding())
  assert.equal(textOf(only(only(page, 'head'), 'title')), `${textOf(only(page, 'h1'))} – OpenSLRT`)
})

const hostile =
  '"\'><img src=x onerror=alert(1)><script>alert(2)</script></textarea></title>&lt;b&gt; {office} javascript:alert(3)'

test('FACE-2 whatever somebody typed stands there as text: it opens no tag, ends none, and is no part of one', () => {
  for (const { name, page } of drawn({}, () => hostile)) {
    const parts = partsIn(page)
    assert.deepEqual(
      parts.filter(({ tag }) => tag === 'img' || tag === 'b').map(({ tag }) => tag),
      [],
      name,
    )
    assert.equal(find(page, 'script').length, 1, `${name}: our own script and no other`)
    const handlers = parts.flatMap(({ attributes }) => [...attributes.keys()].filter((key) => key.startsWith('on')))
    assert.deepEqual(handlers, [], name)
  }
})

test('FACE-2 it is read back as it was typed, letter for letter', () => {
  const shown = new Set(['message', 'reportWhat', 'reportWho', 'receipt', 'track', 'standing', 'offices'])
  for (const { name, page } of drawn({}, () => hostile))
    if (shown.has(name.split(' ')[0] ?? '')) {
      const values = partsIn(page).flatMap(({ attributes }) => [...attributes.values()])
      assert.ok(
        [...textsIn(page), ...values].some((text) => text.includes(hostile)),
        name,
      )
    }
})

test('FACE-2 no address of a page leads elsewhere than to us, to a phone, or to WhatsApp', () => {
  for (const { name, page } of drawn({}, () => hostile))
    for (const link of [...find(page, 'a'), ...find(page, 'form')]) {
      const address = valueOf(link, 'href') ?? valueOf(link, 'action') ?? ''
      assert.match(address, /^(\/(?!\/)|#|tel:[\d+]*$|https:\/\/wa\.me\/)/, `${name}: ${address}`)
    }
})

test('FACE-3 a page brings no script and no style of its own: only the built files, by address', () => {
  for (const { name, page } of drawn()) {
    assert.deepEqual(
      find(page, 'script').map((script) => [valueOf(script, 'src'), valueOf(script, 'type'), textOf(script)]),
      [['/aset/enhance.js', 'module', '']],
      name,
    )
    assert.equal(find(page, 'style').length, 0, name)
    assert.deepEqual(
      partsIn(page)
        .filter(({ attributes }) => attributes.has('style'))
        .map(({ tag }) => tag),
      [],
      name,
    )
    assert.equal(valueOf(only(page, 'link', { rel: 'stylesheet' }), 'href'), '/aset/public.css')
  }
})

test('FACE-3 without the built script a page is the same page', () => {
  const assets = { styles: [], scripts: [] }
  for (const { name, page } of drawn({ assets })) assert.equal(find(page, 'script').length, 0, name)
})

test('FACE-4 every id stands once, and everything that points to one finds it', () => {
  for (const { name, page } of drawn()) {
    const ids = partsIn(page).flatMap((part) => valueOf(part, 'id') ?? [])
    assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted(), name)
    const pointers = partsIn(page).flatMap((part) => [
      ...['for', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap(
        (key) => valueOf(part, key)?.split(' ') ?? [],
      ),
      ...(valueOf(part, 'href')
        ?.match(/^#(.+)/)
        ?.slice(1) ?? []),
    ])
    assert.deepEqual(
      pointers.filter((id) => id !== '' && !ids.includes(id)),
      [],
      name,
    )
  }
})

test('FACE-4 every field that can be seen has a label', () => {
  for (const { name, page } of drawn()) {
    const labelled = new Set(find(page, 'label').map((label) => valueOf(label, 'for')))
    const fields = ['input', 'select', 'textarea'].flatMap((tag) => find(page, tag))
    const bare = fields.filter((one) => valueOf(one, 'type') !== 'hidden' && !labelled.has(valueOf(one, 'id')))
    assert.deepEqual(
      bare.map((one) => valueOf(one, 'name')),
      [],
      name,
    )
  }
})

test('FACE-5 no key and no hole of a text shows through', () => {
  for (const { name, page } of drawn()) {
    const keys = textsIn(page).filter((text) => Object.hasOwn(indonesian, text.trim()) || /\{\w+\}/.test(text))
    // What somebody had typed is carried as they typed it.
    assert.deepEqual(
      keys.filter((text) => text !== '{}'),
      [],
      name,
    )
  }
})

/** Texts with their holes as what may stand in them; short words may be the same in both languages. */
const patternsOf = (texts: Readonly<Record<string, string>>): readonly RegExp[] =>
  Object.values(texts)
    .filter((text) => text.length > 8)
    .map((text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`))

test('FACE-5 a page in English has no Indonesian text, and the other way round', () => {
  const own = { id: patternsOf(indonesian), en: patternsOf(en) }
  for (const { name, lang, page } of drawn({}, () => '0')) {
    const other = lang === 'id' ? 'en' : 'id'
    const leaks = textsIn(page).filter((text) => {
      const words = text.trim()
      const offer = words === sayIn(lang)('shell.language.other')
      return !offer && matches(own[other], words) && !matches(own[lang], words)
    })
    assert.deepEqual(leaks, [], name)
  }
})

const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text))

test('FACE-6 demonstration data are marked on every page, and real ones on none', () => {
  for (const { name, lang, page } of drawn({ demo: true }))
    assert.equal(textOf(only(page, 'aside', { class: 'public__demo' })), sayIn(lang)('shell.demo'), name)
  for (const { name, page } of drawn()) assert.equal(find(page, 'aside', { class: 'public__demo' }).length, 0, name)
})

test('FACE-7 the other language is offered in that language, as a link where nothing is typed', () => {
  for (const { name, lang, page } of drawn({ otherLang: { kind: 'link', href: '/puskesos?bahasa=en&cari=a' } })) {
    const link = only(page, 'a', { class: 'public__language' })
    assert.deepEqual(
      [valueOf(link, 'href'), valueOf(link, 'lang'), textOf(link)],
      ['/puskesos?bahasa=en&cari=a', lang === 'id' ? 'en' : 'id', lang === 'id' ? 'English' : 'Bahasa Indonesia'],
      name,
    )
  }
})

test('FACE-7 where something is typed it is a button of that form, and the Enter key presses another one', () => {
  const page = draw([
    'reportKind',
    { shell: aShell('id', { otherLang: { kind: 'button', form: 'lapor', press: 'next' } }) },
  ])
  const [first, second] = find(page, 'button')
  assert.ok(first && second)
  assert.deepEqual(
    ['form', 'name', 'value', 'type'].map((key) => valueOf(first, key)),
    ['lapor', 'go', 'next', 'submit'],
  )
  assert.deepEqual([valueOf(first, 'tabindex'), valueOf(first, 'aria-hidden')], ['-1', 'true'], 'nobody comes upon it')
  assert.deepEqual(
    ['form', 'name', 'value', 'lang'].map((key) => valueOf(second, key)),
    ['lapor', 'bahasa', 'en', 'en'],
  )
})
