import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubleRoutes, type LinkLine, linkLine } from '@openslrt/core/contract/doubles.ts'
import { personCard } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { linkStatuses } from '@openslrt/core/registry/link.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf } from '../../testing/html.ts'

const { LinksPanel, LinkItem } = await import('./links-panel.tsx')
const { Screen: Doubles } = await import('./find/doubles-screen.tsx')

const t = sayIn('id')
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const aLink = (own: object = {}): LinkLine =>
  linkLine.parse({
    id: nth(1),
    district: '34.04',
    version: 1,
    status: 'asked',
    asked: true,
    otherName: 'Kabupaten Bantul',
    officeName: 'Sekretariat Bantul',
    note: 'Pindah bulan lalu',
    at: Date.parse('2026-11-20T02:00:00Z'),
    answeredAt: null,
    person: nth(2),
    personName: 'Siti Aminah',
    mayAnswer: false,
    mayEnd: false,
    ...own,
  })
const aPerson = (own: object = {}) =>
  personCard.parse({
    id: nth(2),
    district: '34.04',
    version: 3,
    family: null,
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    name: 'Siti Aminah',
    age: 46,
    status: 'known',
    mergedInto: null,
    today: '2026-11-22',
    said: { nomor_induk_kependudukan: '3404**********01' },
    completeness: { known: 1, asked: 2, percent: 50 },
    doubts: [],
    changedAt: 0,
    ...own,
  })
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

test('DOUBLE-12 of every state each of the two districts reads its own sentence', () => {
  const said = linkStatuses.flatMap((status) =>
    [true, false].map((asked) => textOf(drawDesk(made(LinkItem, { link: aLink({ status, asked }) })))),
  )
  for (const words of said)
    for (const part of ['Kabupaten Bantul', 'Sekretariat Bantul', 'Pindah bulan lalu'])
      assert.ok(words.includes(part), words)
  assert.equal(new Set(said).size, said.length - 1, 'but for what has ended, which is one for both')
  const when = (own: object): string => textOf(drawDesk(made(LinkItem, { link: aLink(own) })))
  assert.notEqual(
    when({}),
    when({ answeredAt: Date.parse('2026-11-21T02:00:00Z') }),
    'the day of the answer stands in place of that of the question',
  )
})

test('DOUBLE-12 whoever may answer finds yes and no, whoever may end finds that, and nobody else finds anything to press', () => {
  const shown = (own: object) => buttons(drawDesk(made(LinkItem, { link: aLink(own) })))
  assert.deepEqual(shown({}), [])
  assert.deepEqual(shown({ asked: false, mayAnswer: true }), [t('link.yes'), t('link.no')])
  assert.deepEqual(shown({ mayEnd: true }), [t('link.end.asked')])
})

test('DOUBLE-12 a person is asked about by whoever may record, where a number is known; with nothing to say there is no panel', () => {
  const panel = (own: object, items: readonly LinkLine[], ...rights: NonNullable<Parameters<typeof sari>[0]>): Part =>
    drawDesk(
      made(LinksPanel, { person: aPerson(own) }),
      [answered(doubleRoutes.links, { district: '34.04', person: nth(2) }, { items: [...items] })],
      sari(rights),
    )
  const edits = ['registry.read', 'registry.edit'] as const
  assert.deepEqual(buttons(panel({}, [], ...edits)), [t('link.ask')])
  assert.ok(textOf(panel({}, [], ...edits)).includes(t('link.none')))
  for (const own of [{ said: {} }, { mergedInto: nth(9), status: 'merged' }])
    assert.equal(textOf(panel(own, [], ...edits)), '')
  assert.equal(textOf(panel({}, [], 'registry.read')), '')
  const read = panel({}, [aLink()], 'registry.read')
  assert.ok(textOf(read).includes(t('link.ours.asked', { other: 'Kabupaten Bantul' })))
  assert.deepEqual(buttons(read), [])
})

test('DOUBLE-12 what other districts ask stands on a list of its own, with the way to the person', () => {
  const list = (items: readonly LinkLine[]) =>
    drawDesk(
      made(Doubles, {}),
      [{ row: doubleRoutes.links, input: { query: {} }, reply: doubleRoutes.links.reply.parse({ items }) }],
      sari(['registry.merge']),
      '/keluarga/ganda?lihat=asked',
    )
  const page = list([aLink({ asked: false, mayAnswer: true })])
  for (const words of ['Siti Aminah', t('link.theirs.asked', { other: 'Kabupaten Bantul' }), t('link.yes')])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(find(page, 'a').some((one) => one.attributes.get('href')?.endsWith(`/anggota/34.04/${nth(2)}`)))
  assert.ok(textOf(list([])).includes(t('link.asked.none.title')))
  const unknown = drawDesk(made(Doubles, {}), [], sari(['registry.merge']), '/keluarga/ganda?lihat=warna')
  assert.ok(
    !textOf(unknown).includes(t('link.asked.none.title')),
    'an address that says nothing known is the first list',
  )
})
