import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { type ItemLine, itemLine, listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { type Me, me } from '@openslrt/core/contract/reference-queries.ts'
import { type RoleLine, roleLine, roleRoutes } from '@openslrt/core/contract/role-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { roleData, shippedRoleNames } from '@openslrt/core/lists/role-words.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Calendar } = await import('./calendar-screen.tsx')
const { EndItem, Uses } = await import('./end-item.tsx')
const { Screen: Lists } = await import('./lists-screen.tsx')
const { RoleHolders } = await import('./roles/role-holders.tsx')
const { Screen: Roles } = await import('./roles/roles-screen.tsx')

const t = sayIn('id')
const today = '2026-11-20'
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const saysNot = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(!textOf(page).includes(one), one)
}
/** Sari of a village, of her district, or of the nation. */
const at = (place: string, rights: readonly Permission[] = ['lists.manage', 'staff.manage']): Me => {
  const [post] = sari(rights).posts
  return me.parse({ ...sari(), posts: [{ ...post, place }] })
}

const said = (own: object = {}) => ({
  place: '00',
  own: false,
  from: '2016-01-01',
  says: 'holds' as const,
  names: { id: 'PBI tidak aktif', en: 'PBI inactive' },
  data: {},
  ...own,
})
const anItem = (own: object = {}): ItemLine =>
  itemLine.parse({
    code: 'pbi-inactive',
    names: { id: 'PBI tidak aktif', en: 'PBI inactive' },
    data: {},
    holds: true,
    place: '00',
    mayEnd: true,
    said: [said()],
    uses: null,
    ...own,
  })
const lists = (own: object, place: string, search = ''): Part => {
  const reply = { today, grows: true, nationOnly: false, items: [anItem()], ...own }
  const district = place.length > 5 ? '34.04' : place
  const list = new URLSearchParams(search).get('daftar') ?? 'category'
  const items: Answered = {
    row: listRoutes.items,
    input: { query: { district, list } },
    reply: listRoutes.items.reply.parse(reply),
  }
  return drawDesk(made(Lists, {}), [items], at(place), `/daftar${search}`)
}

for (const [what, own, place, locked, adds] of [
  ["of one's own district", {}, '34.04', null, true],
  ['of the nation, for the nation', { nationOnly: true }, '00', null, true],
  ['that does not grow', { grows: false }, '34.04', null, false],
  ['of the district, for a village', {}, '34.04.07.2001', 'lists.locked.above', false],
  ['of the nation, for a district', { nationOnly: true }, '34.04', 'lists.locked.nation-only', false],
] as const)
  test(`LISTS-11 a list ${what} is added to ${adds ? 'here' : 'elsewhere'}, and says why when it is locked`, () => {
    const page = lists(own, place)
    assert.equal(links(page).includes('/daftar?buka=baru'), adds)
    for (const key of ['lists.locked.above', 'lists.locked.nation-only'] as const)
      assert.equal(textOf(page).includes(t(key)), key === locked, key)
    says(page, 'PBI tidak aktif')
  })

test('LISTS-13 a list is looked through by its names in both languages and by its codes', () => {
  const items = [anItem(), anItem({ code: 'pip', names: { id: 'PIP belum cair', en: 'School money is late' } })]
  for (const [words, found] of [
    ['tidak AKTIF', 'PBI tidak aktif'],
    ['school', 'PIP belum cair'],
    ['pbi-in', 'PBI tidak aktif'],
  ] as const) {
    const page = lists({ items }, '34.04', `?cari=${encodeURIComponent(words)}`)
    const rows = find(only(page, 'tbody'), 'a').map(textOf)
    assert.deepEqual(rows, [found], words)
  }
  says(lists({ items }, '34.04', '?cari=xyz'), t('lists.none.title'), t('lists.none.text'))
  says(lists({ items: [] }, '34.04'), t('lists.none.title'))
})

test('LISTS-14 how many cases carry an item is told where somebody counts it, and only there', () => {
  says(
    lists({ items: [anItem({ uses: { open: 2, all: 1200 } })] }, '34.04'),
    t('lists.uses', { open: '2', all: '1.200' }),
  )
  const mixed = lists({ items: [anItem({ uses: { open: 0, all: 0 } }), anItem({ code: 'pip' })] }, '34.04')
  says(mixed, t('lists.column.uses'), t('lists.uses.none'))
  saysNot(lists({}, '34.04'), t('lists.column.uses'))
})

const calendar = (own: object, place: string, year = '2026'): Part => {
  const week = [null, [480, 960], [480, 960], [480, 960], [480, 960], [480, 900], null]
  const reply = {
    today,
    zone: 'Asia/Jakarta',
    days: [],
    hours: [{ place: '00', from: '2016-01-01', week, basis: '', version: 0 }],
    ...own,
  }
  const asked: Answered = {
    row: listRoutes.calendar,
    input: { query: { district: place.length > 5 ? '34.04' : place, year } },
    reply: listRoutes.calendar.reply.parse(reply),
  }
  return drawDesk(made(Calendar, {}), [asked], at(place), `/kalender?tahun=${year}`)
}
const day = (date: string, closed = true, own: object = {}) => ({
  day: date,
  closed,
  name: 'Hari Natal',
  basis: 'SKB 3 Menteri',
  place: '00',
  ...own,
})

test('LISTS-12 a day to come can be opened again by whoever looks after the place; a day that was can not', () => {
  const days = [day('2026-11-19'), day(today), day('2026-12-25'), day('2026-12-26', false)]
  const opens = (page: Part): number => buttons(page).filter((words) => words === t('calendar.open')).length
  const own = calendar({ days }, '34.04')
  assert.equal(opens(own), 2)
  says(own, t('calendar.close'), t('calendar.hours.change'), 'SKB 3 Menteri', t('calendar.opened'))
  const village = calendar({ days }, '34.04.07.2001')
  assert.equal(opens(village), 0)
  says(village, t('lists.locked.above'), 'Hari Natal')
  saysNot(village, t('calendar.hours.change'))
  assert.ok(!buttons(village).includes(t('calendar.close')))
})

test('LISTS-4 a year without a word about its days says so; any year that the address names can be chosen', () => {
  const page = calendar({}, '34.04', '2031')
  says(page, t('calendar.none'), t('calendar.days', { year: '2031' }))
  const years = find(only(page, 'select'), 'option').map(textOf)
  assert.ok(years.includes('2031') && new Set(years).size === years.length)
  assert.deepEqual(years, years.toSorted())
})

const end = (own: object, place = '34.04'): Part =>
  drawDesk(made(EndItem, { list: 'category', item: anItem(own), today, onDone: () => {} }), [], at(place))

for (const [what, own, words] of [
  ["the nation's only", {}, ['lists.end']],
  ["both places'", { said: [said(), said({ place: '34.04', own: true })] }, ['lists.end', 'lists.end.above']],
  ["one's own only", { said: [said({ place: '34.04', own: true })] }, ['lists.end']],
  ['ended here', { said: [said(), said({ place: '34.04', own: true, says: 'ended' })] }, ['lists.end']],
  ['what the law writes', { mayEnd: false }, []],
] as const)
  test(`LISTS-13 an item that is ${what} is ended, or given back to the place above, as it may be`, () => {
    const page = end(own)
    assert.deepEqual(
      buttons(page),
      words.map((key) => t(key)),
    )
    assert.equal(textOf(page).includes(t('lists.end.needed')), words.length === 0)
  })

test('LISTS-17 how many cases carry what is ended is told, also over districts; a count that failed is not taken for none', () => {
  const query = { district: '00', list: 'category' as const, code: 'pbi-inactive' }
  const draw = (uses: { open: number; all: number; districts: number } | null): Part => {
    const node = made(Uses, { list: 'category', item: anItem() })
    return drawDesk(node, [answered(listRoutes.uses, query, { uses })], at('00'))
  }
  const counts = { open: '2', all: '1.200', districts: '14' }
  assert.equal(textOf(draw({ open: 2, all: 1200, districts: 14 })), t('lists.end.uses.wide', counts))
  assert.equal(textOf(draw(null)), t('lists.end.no-uses'))
  const own = made(Uses, { list: 'category', item: anItem({ uses: { open: 2, all: 1200 } }) })
  assert.equal(textOf(drawDesk(own, [], at('34.04'))), t('lists.end.uses', { open: '2', all: '1.200' }))
  const node = made(Uses, { list: 'category', item: anItem() })
  assert.equal(textOf(drawDesk(node, [], at('00'))), t('lists.end.counting'))
  const failed = drawRefused(node, [{ row: listRoutes.uses, query }], at('00'))
  says(failed, refusal.message)
  saysNot(failed, t('lists.end.no-uses'))
})

const lineOf = (code: string, own: object = {}): RoleLine => {
  const role = shippedRoles.find((one) => one.code === code)
  assert.ok(role, code)
  const names = shippedRoleNames(code)
  return roleLine.parse({
    code,
    names,
    data: roleData(role),
    holds: true,
    place: '00',
    mayEnd: true,
    said: [said({ names, data: roleData(role) })],
    own: false,
    people: 0,
    offices: 0,
    ...own,
  })
}
const roles = (
  who: Me,
  district: string,
  search = '',
  items: readonly RoleLine[] = [lineOf('fo'), lineOf('admin')],
): Part => {
  const asked: Answered = {
    row: roleRoutes.items,
    input: { query: { district } },
    reply: roleRoutes.items.reply.parse({ today, items }),
  }
  return drawDesk(made(Roles, {}), [asked], who, `/peran${search}`)
}

for (const [what, who, district, locked] of [
  ['of the district with the right', at('34.04'), '34.04', null],
  ['of the district without the right', at('34.04', ['staff.manage']), '34.04', 'roles.locked.right'],
  ['of a village', at('34.04.07.2001'), '34.04', 'roles.locked.place'],
] as const)
  test(`ROLE-8 somebody ${what} ${locked ? 'reads roles and is told why they change none' : 'makes roles'}`, () => {
    const page = roles(who, district)
    assert.equal(links(page).includes('/peran?salin=baru'), locked === null)
    for (const key of ['roles.locked.right', 'roles.locked.place'] as const)
      assert.equal(textOf(page).includes(t(key)), key === locked, key)
    says(page, shippedRoleNames('fo').id, shippedRoleNames('admin').id)
  })

test('ROLE-3 roles are found by their names and by what they allow', () => {
  const names = (search: string): readonly string[] =>
    find(only(roles(at('34.04'), '34.04', search), 'tbody'), 'a').map(textOf)
  assert.deepEqual(names(`?cari=${encodeURIComponent(t('permission.office.manage'))}`), [shippedRoleNames('admin').id])
  assert.deepEqual(names(`?cari=${encodeURIComponent(shippedRoleNames('fo').en.toUpperCase())}`), [
    shippedRoleNames('fo').id,
  ])
  says(roles(at('34.04'), '34.04', '?cari=xyz'), t('roles.none.title'), t('roles.none.text'))
})

test('ROLE-10 who holds a role is told by name and office, until when, and on how many pages', () => {
  const until = Date.parse('2027-03-01T12:00:00+07:00')
  const holder = (n: number, own: object = {}) => ({
    staff: ids.staff(n),
    name: `Petugas ${n}`,
    office: ids.office(2),
    officeName: 'Sekretariat',
    until: null,
    ...own,
  })
  const draw = (total: number): Part => {
    const asked = answered(
      roleRoutes.holders,
      { district: '34.04', code: 'fo', page: 1 },
      { items: [holder(2), holder(3, { until })], total, page: 1, size: 2 },
    )
    return drawDesk(made(RoleHolders, { role: lineOf('fo', { people: total, offices: 1 }) }), [asked], at('34.04'))
  }
  const page = draw(2)
  says(page, 'Petugas 2', 'Sekretariat', t('roles.holders.until', { day: sayDate(until, 'Asia/Jakarta', 'id') }))
  assert.deepEqual(links(page), [`/petugas?kantor=${ids.office(2)}`, `/petugas?kantor=${ids.office(2)}`])
  assert.deepEqual(buttons(page), [])
  const long = draw(1200)
  says(long, t('roles.held', { people: '1.200', offices: '1' }), t('list.range', { from: 1, to: 2, total: 1200 }))
  assert.deepEqual(
    find(long, 'button').map((one) => valueOf(one, 'disabled') !== null),
    [true, false],
  )
  says(drawDesk(made(RoleHolders, { role: lineOf('fo') }), [], at('34.04')), t('roles.held.none'))
})

for (const [name, Screen, row, query, path] of [
  ['a list', Lists, listRoutes.items, { district: '34.04', list: 'category' }, '/daftar'],
  ['the calendar', Calendar, listRoutes.calendar, { district: '34.04', year: '2026' }, '/kalender?tahun=2026'],
  ['roles', Roles, roleRoutes.items, { district: '34.04' }, '/peran'],
] as const)
  test(`LISTS-11 ${name} that did not come: why, with a number to name and a way to ask again`, () => {
    const page = drawRefused(made(Screen, {}), [{ row, query }], at('34.04'), path)
    says(page, t('lists.failed.title'), refusal.message, t('failed.request', { id: refusal.requestId }))
    assert.ok(buttons(page).includes(t('failed.action')))
    saysNot(page, t('lists.none.title'), t('calendar.none'), t('roles.none.title'))
  })
