import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicProgramme } from '@openslrt/core/contract/public-pages.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { draw, made } from '../../testing/draw.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'
import { aPlace, aShell } from '../../testing/public-pages.ts'

const { Programmes } = await import('./programmes.tsx')

const t = sayIn('id')
const holds = (page: Part, ...words: readonly string[]): void => {
  for (const word of words) assert.ok(textOf(page).includes(word), word)
}
const lacks = (page: Part, ...words: readonly string[]): void => {
  for (const word of words) assert.ok(!textOf(page).includes(word), word)
}
const given = (own: Partial<PublicProgramme> = {}): PublicProgramme => ({
  id: ids.staff(1),
  name: 'Beras Sleman',
  gives: 'Beras 10 kg',
  ownerName: 'Pemkab Sleman',
  unit: 'family',
  rule: {
    text: 'Semua syarat ini',
    truth: null,
    detail: '',
    parts: [
      { text: 'Desil 4 ke bawah', truth: null, detail: '', parts: [] },
      { text: 'Tidak sedang menerima PKH', truth: null, detail: '', parts: [] },
    ],
  },
  papers: ['KTP', 'KK'],
  decides: 'Dinas Sosial',
  certain: true,
  ...own,
})
const publicPage = (own: object = {}) =>
  draw(made(Programmes, { shell: aShell(), search: '', found: null, place: null, items: [given()], t, ...own }))

test('PROG-16 a citizen reads who it is for, what to bring and who decides; what is not sure says to ask', () => {
  const page = publicPage()
  holds(page, t('public.programmes.nation'), 'Beras Sleman', 'Beras 10 kg', 'Pemkab Sleman', 'Semua syarat ini:')
  holds(page, 'Desil 4 ke bawah', 'Tidak sedang menerima PKH', t('public.programmes.bring', { papers: 'KTP, KK' }))
  holds(page, t('public.programmes.decides', { who: 'Dinas Sosial' }))
  lacks(page, t('public.programmes.ask'))
  holds(publicPage({ items: [given({ certain: false })] }), t('public.programmes.ask'))
  const bare = publicPage({ items: [given({ papers: [], decides: '' })] })
  lacks(bare, t('public.programmes.bring', { papers: '' }).trim(), t('public.programmes.decides', { who: '' }).trim())
})

test('PROG-16 a village is found by its name, told when it is not, and its programmes stand under it', () => {
  const place = aPlace()
  const found = publicPage({ search: 'catur', found: { places: [place], more: false } })
  assert.ok(find(found, 'a').some((one) => valueOf(one, 'href') === `/program?desa=${place.code}`))
  const none = publicPage({ search: 'zzz', found: { places: [], more: false } })
  holds(none, 'zzz')
  holds(publicPage({ place }), t('public.programmes.of', { place: place.name }))
})

test('PROG-16 what somebody wrote stays words on the page, whatever signs are in it', () => {
  const evil = '<script>alert(1)</script>'
  const page = publicPage({
    search: evil,
    items: [given({ name: evil, gives: evil, ownerName: evil, decides: evil, papers: [evil] })],
  })
  assert.equal(find(page, 'script').length, 0)
  holds(page, evil)
})
