import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicLetter } from '@openslrt/core/contract/public-letter.ts'
import { id as indonesian } from '@openslrt/core/i18n/id.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { letterStatuses } from '@openslrt/core/letter/letter.ts'
import { letterVerdict } from '@openslrt/core/letter/moves.ts'
import { find, only, type Part, textOf } from '../../testing/html.ts'
import { pageOf } from '../../testing/public-face.ts'
import { aPublicLetter, aShell } from '../../testing/public-pages.ts'

const say = sayIn('id')
const page = (own: Partial<PublicLetter> | null, lang: 'id' | 'en' = 'id'): Part =>
  pageOf('letter', { shell: aShell(lang), letter: own && aPublicLetter(own), zone: 'Asia/Jakarta' })
const facts = (of: Part) =>
  Object.fromEntries(
    find(only(of, 'dl'), 'div').map((row) => [textOf(only(row, 'dt')), textOf(only(row, 'dd'))] as const),
  )

const verdicts = {
  issued: 'valid',
  'handed-over': 'valid',
  revoked: 'revoked',
  replaced: 'replaced',
  drafted: 'revoked',
  initialled: 'revoked',
  returned: 'revoked',
} as const
for (const status of letterStatuses)
  test(`LETTER-25 the page of a letter that is ${status} says ${verdicts[status]}, in its first sentence and its window`, () => {
    assert.equal(letterVerdict(status), verdicts[status])
    const said = say(`public.letter.${verdicts[status]}`)
    const drawn = page({ status })
    assert.equal(textOf(only(drawn, 'h1')), said)
    assert.equal(textOf(only(only(drawn, 'head'), 'title')), `${said} – OpenSLRT`)
  })

test('LETTER-25 it tells kind, number, day, office and the masked name, and nothing more', () => {
  assert.deepEqual(facts(page({})), {
    'Jenis surat': 'Surat keterangan terdaftar DTSEN',
    Nomor: '400.9/001/SLRT/XI/2026',
    'Tanggal terbit': '2 November 2026',
    'Kantor penerbit': 'Puskesos Caturtunggal',
    Nama: 'S***',
  })
})

test('LETTER-25 every kind has its name, in both languages', () => {
  for (const kind of letterKinds)
    for (const lang of ['id', 'en'] as const)
      assert.ok(textOf(page({ kind }, lang)).includes(sayIn(lang)(`letter-kind.${kind}`)), `${kind} ${lang}`)
})

test('LETTER-25 what replaces a letter is named by its number; a forgotten name is left out', () => {
  const drawn = page({ status: 'replaced', replacedBy: '400.9/002/SLRT/XI/2026' })
  assert.match(textOf(drawn), /surat nomor 400\.9\/002\/SLRT\/XI\/2026/)
  assert.equal(facts(page({ holder: '' }))['Nama'], undefined)
})

test('LETTER-25 a code that leads nowhere says so and tells nothing', () => {
  const drawn = page(null)
  assert.equal(textOf(only(drawn, 'h1')), indonesian['public.letter.none'])
  assert.equal(find(drawn, 'dl').length, 0)
})

test('LETTER-25 days are those of the zone in which the letter was issued', () => {
  const late = { issuedAt: Date.parse('2026-11-02T23:30:00+07:00') }
  assert.equal(facts(page(late))['Tanggal terbit'], '2 November 2026')
  const east = pageOf('letter', { shell: aShell(), letter: aPublicLetter(late), zone: 'Asia/Jayapura' })
  assert.equal(facts(east)['Tanggal terbit'], '3 November 2026')
})
