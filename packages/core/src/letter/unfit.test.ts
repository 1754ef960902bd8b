import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemWords } from '../contract/lists.ts'
import { itemWords } from '../contract/lists.ts'
import { ids } from '../testing/ids.ts'
import { letterKinds } from './kinds.ts'
import { templateData } from './rules.ts'
import { templates } from './shipped-templates.ts'
import type { LetterLook } from './unfit.ts'
import { isLetterRule, letterUnfit, noLetters } from './unfit.ts'

const names = { id: 'Aturan', en: 'Rule' }
const wordsOf = (list: string, code: string, data: object): ItemWords =>
  itemWords.parse({ list, code, names, data, from: '2026-11-22' })
const office = ids.office(1)
const picture = 'a'.repeat(64)
const signer = { post: 'Lurah', rank: '', nip: '' }
const numberOf = (pattern: string, code = office): ItemWords => wordsOf('letter-number', code, { pattern, basis: '' })
const logoOf = (file: string | null): ItemWords => wordsOf('letter-logo', office, { picture: file })

function unfit(words: ItemWords, look: Partial<LetterLook> = {}) {
  assert.ok(isLetterRule(words))
  return letterUnfit(words, { ...noLetters, ...look })
}

const clear = '{nomor}/CTG/{tahun}'
const beside = { pattern: clear, place: '34.04.07.2002' }
/** What a rule of letters names, what is there, and what it is refused with. */
const spec: readonly (readonly [why: string, words: ItemWords, look: Partial<LetterLook>, code: string | null])[] = [
  ['a pattern of an office', numberOf(clear), {}, null],
  ['a pattern of nobody’s office', numberOf(clear), { isThere: false }, 'unknown-office'],
  ['a bad pattern of nobody’s office', numberOf('{nomor}'), { isThere: false }, 'unknown-office'],
  ['a pattern without a year', numberOf('{nomor}/CTG'), {}, 'number-pattern'],
  ['a pattern that says nothing of where', numberOf(clear), { shared: true }, 'number-shared'],
  ['a bad one that says nothing of where', numberOf('{nomor}'), { shared: true }, 'number-pattern'],
  ['a shared one that says where', numberOf('{nomor}/{wilayah}/{tahun}'), { shared: true }, null],
  ['a pattern beside its like', numberOf(clear), { places: ['34.04.07.2001'], others: [beside] }, 'number-shared'],
  ['its like, while no letter is made by it', numberOf(clear), { places: [], others: [beside] }, null],
  ['its like, where nobody else numbers', numberOf(clear), { places: ['34.04.07.2001'], others: [] }, null],
  [
    'one of several places that clashes',
    numberOf('{nomor}/{wilayah}/{tahun}'),
    { places: ['34.04', '34.04.07'], others: [{ pattern: '{nomor}/34.04.07/{tahun}', place: '34.04' }] },
    'number-shared',
  ],
  [
    'the last of several others that clashes',
    numberOf(clear),
    { places: ['34.04'], others: [{ pattern: '{tahun}/X/{nomor}', place: '34.04' }, beside] },
    'number-shared',
  ],
  ['a logo', logoOf(picture), {}, null],
  ['a logo of no office', logoOf(picture), { isThere: false }, 'unknown-office'],
  ['a logo that is no picture', logoOf(picture), { isPicture: false }, 'unknown-picture'],
  ['no logo of no office', logoOf(null), { isThere: false }, 'unknown-office'],
  ['who signs', wordsOf('letter-signer', ids.staff(1), signer), {}, null],
  [
    'who signs without a post here',
    wordsOf('letter-signer', ids.staff(1), signer),
    { isThere: false },
    'unknown-signer',
  ],
]
for (const [why, words, look, code] of spec)
  test(`LETTER-32, LETTER-33, LETTER-34 ${why}: ${code ?? 'taken'}`, () => {
    assert.deepEqual(unfit(words, look), code === null ? null : { code })
  })

for (const kind of letterKinds)
  test(`LETTER-20 a template of ${kind} is refused with the first field that is none of its own, wherever it stands`, () => {
    const said = (own: object) => unfit(wordsOf('letter-template', kind, { ...templates[kind], ...own }))
    assert.equal(said({}), null)
    const { body } = templates[kind]
    assert.deepEqual(said({ body: `${body}\n{umur} {agama}` }), { code: 'template-field', field: 'umur' })
    assert.deepEqual(said({ title: 'Surat {agama}', body: `${body} {umur}` }), {
      code: 'template-field',
      field: 'agama',
    })
    assert.deepEqual(said({ body: `${body} {NAMA}` }), { code: 'template-field', field: 'NAMA' }, 'another spelling')
    assert.deepEqual(said({ body: `${body} {}` }), { code: 'template-field', field: '' }, 'a hole')
    assert.equal(said({ body: `${body} { nama }` }), null, 'gaps within the braces')
    assert.equal(said({ body: `${body} {nama` }), null, 'a brace that nothing closes is a sign like others')
  })

test('LETTER-20 a template is judged by itself: offices, pictures and patterns are none of its matter', () => {
  const look = { isThere: false, isPicture: false, shared: true, places: ['34.04'], others: [beside] }
  assert.equal(unfit(wordsOf('letter-template', 'hardship', templates.hardship), look), null)
})

test('LETTER-30 the code of a matter is plain words: a field in it would stand in every number', () => {
  const fits = (code: string): boolean => templateData.safeParse({ ...templates.hardship, code }).success
  for (const good of ['400', '400.9', '460/001', 'SOS 1', 'x'.repeat(20)]) assert.ok(fits(good), good)
  for (const bad of ['', '  ', '{nomor}', '4{tahun}', '{', '}', 'dua\nbaris', 'x'.repeat(21)])
    assert.ok(!fits(bad), bad)
})

test('LETTER-30 purposes and chains name nothing beside words; lists of other things are no rules of letters', () => {
  const purpose = wordsOf('letter-purpose', 'bedah-rumah', { maxDesil: 4, basis: '' })
  assert.equal(isLetterRule(purpose), false)
  assert.equal(isLetterRule(numberOf(clear)), true)
})
