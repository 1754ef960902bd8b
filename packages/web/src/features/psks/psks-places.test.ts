import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PostedPsks, type PsksLine, psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { visitPage } from '@openslrt/core/contract/visit-queries.ts'
import { aCard } from '../../testing/a-card.ts'
import { buttons, chosen, includes, key, line, links, manages, names, nth, reads, t } from '../../testing/a-psks.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part } from '../../testing/html.ts'

const { Screen: Cover } = await import('./cover-screen.tsx')
const { Screen: Village } = await import('./village-screen.tsx')
const { Panel: OfCase } = await import('./case-panel.tsx')
const { Panel: OfVisit } = await import('./visit-panel.tsx')
const { tilesOf } = await import('./tiles.ts')
const { toCase, toVillage, toVisit } = await import('./post-target.ts')

const village = (n: number, total: number) => ({
  code: `34.04.07.200${n}`,
  name: ['', 'Caturtunggal', 'Maguwoharjo', 'Condongcatur'][n] ?? '',
  kinds: total > 0 ? { 'community-worker': total } : {},
  total,
})
const coverOf = (villages: readonly object[]): Part =>
  drawDesk(
    made(Cover, {}),
    [
      chosen,
      {
        row: psksRoutes.coverage,
        input: {},
        reply: psksRoutes.coverage.reply.parse({
          place: '34.04',
          placeName: 'Sleman',
          groups: [{ code: '34.04.07', name: 'Depok', villages }],
        }),
      },
    ],
    sari(manages),
  )
test('PSKS-8 villages that nobody serves are counted and named, each a way to its card', () => {
  const page = coverOf([village(1, 2), village(2, 0), village(3, 0)])
  includes(page, t('psks.cover.sum', { n: '2', all: '3' }), t('psks.cover.of', { n: 1, all: 3 }))
  for (const n of [1, 2, 3]) assert.ok(links(page).includes(`/desa/34.04.07.200${n}`), `${n}`)
  assert.ok(links(page).includes('/ppks/psks?wilayah=34.04.07'))
  includes(page, t('psks.cover.picture', { place: 'Depok', all: 3, bare: 'Maguwoharjo, Condongcatur' }))
  const full = coverOf([village(1, 12)])
  includes(full, t('psks.cover.full', { n: '1' }), '9+')
  assert.equal(find(full, 'path', { class: 'psks__cross' }).length, 1, 'only the legend crosses a tile')
})

const posted = (own: object = {}): PostedPsks => {
  const reply = psksRoutes.ofCase.reply.parse({
    items: [
      {
        ...key,
        name: 'Sri Wahyuni',
        kindNames: names,
        posting: nth(10),
        task: 'Dampingi',
        fromDay: '2026-01-01',
        untilDay: null,
        ended: false,
        ...own,
      },
    ],
  })
  const [one] = reply.items
  assert.ok(one)
  return one
}
const at = { place: '34.04.07.2001' }
const villageOf = (
  serving: readonly PsksLine[],
  items: readonly PostedPsks[],
  rights = manages,
  code = at.place,
): Part =>
  drawDesk(
    made(Village, { params: { code } }),
    [answered(psksRoutes.at, at, { ...at, placeName: 'Caturtunggal', serving: [...serving], items: [...items] })],
    sari(rights),
  )
test('PSKS-7, PSKS-12 a village shows who serves it and who was asked to look after it', () => {
  const page = villageOf(
    [line(), line({ id: nth(2), name: 'Lama', due: true })],
    [posted(), posted({ posting: nth(11), ended: true })],
  )
  includes(page, 'Caturtunggal', 'Lama', t('psks.due'), 'Dampingi', t('psks.posting.over'), t('psks.posting.runs'))
  assert.ok(buttons(page).includes(t('psks.assign')))
  includes(villageOf([], []), t('psks.village.none'), t('psks.village.bare'))
  assert.ok(!buttons(villageOf([], [], reads)).includes(t('psks.assign')))
  for (const code of ['x', '34.04.07', '']) includes(villageOf([], [], manages, code), t('psks.village.gone.title'))
})

test('PSKS-7 a case shows who was asked to look after it, those who may ask another', () => {
  const kase = aCard()
  const asks = { district: kase.line.district, id: kase.line.id }
  const panel = (items: readonly PostedPsks[], rights = manages) =>
    drawDesk(made(OfCase, { card: kase }), [answered(psksRoutes.ofCase, asks, { items: [...items] })], sari(rights))
  includes(panel([]), t('psks.case.none'))
  const page = panel([posted()])
  includes(page, 'Sri Wahyuni', 'Dampingi', `${names.id} · 01/01/2026`)
  assert.deepEqual(links(page), [`/ppks/psks/34.04/${nth(1)}`])
  assert.ok(buttons(page).includes(t('psks.assign')) && !buttons(panel([], reads)).includes(t('psks.assign')))
})

test('PSKS-7 a visit shows who comes along', () => {
  const visit = visitPage.parse({
    ...key,
    name: 'Sumarni',
    address: '',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    triggerNames: names,
    plannedFor: '2026-11-23',
    late: false,
    officeName: 'Puskesos',
    assigneeName: null,
    status: 'planned',
    fit: null,
    version: 1,
    case: null,
    family: null,
    person: null,
    whom: { name: 'Sumarni', nikMasked: null, kkMasked: null, phone: null, address: '' },
    ask: '',
    proposal: '',
    office: nth(20),
    assignee: null,
    resultNames: null,
    report: null,
    spot: null,
    visitorName: null,
    capturedAt: null,
    receivedAt: null,
    oddTime: false,
    reasonNames: null,
    note: null,
    tries: 1,
    plannerName: 'Kusuma',
    plannedAt: 0,
    photos: [],
    acts: [],
  })
  const panel = (items: readonly PostedPsks[]) =>
    drawDesk(made(OfVisit, { visit }), [answered(psksRoutes.ofVisit, key, { items: [...items] })], sari(manages))
  includes(panel([]), t('psks.visit.none'))
  includes(panel([posted({ task: 'Ikut menimbang' })]), 'Ikut menimbang')
})

test('PSKS-7 what a task is about is named once, and nothing else beside it', () => {
  const [kase, visit, place] = [toCase(nth(1)), toVisit(nth(2)), toVillage('34.04.07.2001')]
  assert.deepEqual([kase.target, kase.case, kase.visit, kase.village], ['case', nth(1), null, null])
  assert.deepEqual([visit.target, visit.case, visit.visit, visit.village], ['visit', null, nth(2), null])
  assert.deepEqual([place.target, place.case, place.visit, place.village], ['village', null, null, '34.04.07.2001'])
  assert.throws(() => toVillage('34.04.07'))
  assert.throws(() => toCase('x'))
})

for (const [n, width, height] of [
  [0, 20, 20],
  [1, 20, 20],
  [2, 44, 20],
  [6, 140, 20],
  [7, 140, 44],
  [18, 140, 68],
] as const)
  test(`PSKS-8 the tiles of ${n} villages stand side by side, none on another and none outside of the picture`, () => {
    const { tiles, ...size } = tilesOf(Array.from({ length: n }, (_, at) => ({ at })))
    assert.deepEqual(size, { width, height })
    assert.equal(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size, n)
    for (const { x, y } of tiles) assert.ok(x >= 0 && x + 20 <= width && y >= 0 && y + 20 <= height, `${x}, ${y}`)
  })
