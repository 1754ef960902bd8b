import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type OfficeBranch,
  type OfficeLine,
  officeBranch,
  officeLine,
  referenceRoutes,
  type StaffLine,
  staffLine,
} from '@openslrt/core/contract/reference-queries.ts'
import { serviceKeyRoutes } from '@openslrt/core/contract/service-key.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Offices } = await import('./offices-screen.tsx')
const { ServiceKeys } = await import('./service-keys.tsx')
const { StaffPosts } = await import('./staff-posts.tsx')
const { StaffRows } = await import('./staff-rows.tsx')
const { Screen: Staff } = await import('./staff-screen.tsx')
const { SuspendStaff } = await import('./suspend-staff.tsx')
const { Screen: Villages } = await import('./villages-screen.tsx')

const t = sayIn('id')
const now = Date.now()
const date = (at: number): string => sayDate(at, 'Asia/Jakarta', 'id')
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const saysNot = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(!textOf(page).includes(one), one)
}
const frame = { page: 1, size: 25 }

const anOffice = (own: object = {}): OfficeLine =>
  officeLine.parse({
    id: ids.office(1),
    district: '34.04',
    version: 3,
    name: 'Puskesos Caturtunggal',
    kind: 'puskesos',
    level: 'village',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    parent: ids.office(3),
    active: true,
    address: '',
    phone: '',
    staff: 1200,
    ...own,
  })
const offices = (items: readonly OfficeLine[], query: object = {}, search = ''): Part => {
  const list = answered(
    referenceRoutes.offices,
    { page: 1, ...query },
    { items: [...items], total: items.length, ...frame },
  )
  return drawDesk(made(Offices, {}), [list], sari(['office.manage']), `/kantor${search}`)
}

test('OFFICE-7 a list of offices tells kind, place, people and state, and leads to each and to its people', () => {
  const page = offices([anOffice(), anOffice({ id: ids.office(2), name: 'Pos lama', active: false, staff: 0 })])
  says(page, 'Puskesos Caturtunggal', t('office-kind.puskesos'), 'Caturtunggal', t('office.staff', { count: '1.200' }))
  says(page, t('office.active'), t('office.inactive'))
  for (const href of [
    `/kantor?buka=${ids.office(1)}`,
    `/petugas?kantor=${ids.office(2)}`,
    '/kantor?buka=baru',
    '/muat/kantor',
  ])
    assert.ok(links(page).includes(href), href)
})

test('OFFICE-16 in the order of the tree a level stands further in; what was searched stands flat', () => {
  const district = anOffice({ id: ids.office(3), level: 'district', kind: 'secretariat', place: '34.04' })
  const page = offices([district, anOffice()])
  const depths = find(page, 'span', { class: 'offices__name' }).map((one) => valueOf(one, 'data-depth'))
  assert.deepEqual(depths, ['0', '2'])
  assert.equal(find(page, 'div', { class: 'offices offices--nested' }).length, 1)
  assert.equal(find(offices([anOffice()], { q: 'catur' }, '?cari=catur'), 'div', { class: 'offices' }).length, 1)
})

for (const [what, query, search, words] of [
  ['there are none', {}, '', 'office.none.title'],
  ['words find none', { q: 'xyz' }, '?cari=xyz', 'office.none-found.title'],
  ['none is of the kind', { kind: 'provider' }, '?jenis=provider', 'office.none-found.title'],
  ['the kind is none', {}, '?jenis=warung', 'office.none.title'],
] as const)
  test(`OFFICE-7 where ${what}, the list says which it is and what to do`, () => {
    const page = offices([], query, search)
    says(page, t(words))
    if (words === 'office.none-found.title') says(page, t('office.filters.clear'))
    else saysNot(page, t('office.filters.clear'))
  })

const aBranch = (own: object = {}): OfficeBranch =>
  officeBranch.parse({
    ...anOffice({ id: ids.office(3), name: 'Sekretariat', kind: 'secretariat', level: 'district', place: '34.04' }),
    below: 0,
    inactiveBelow: 0,
    ...own,
  })
const tree = (query: object, items: readonly OfficeBranch[], total = items.length): Answered =>
  answered(referenceRoutes.tree, { page: 1, ...query }, { items: [...items], total, page: 1, size: 2 })
const drawTree = (...answers: readonly Answered[]): Part =>
  drawDesk(made(Offices, {}), answers, sari(['office.manage']), '/kantor?tampilan=pohon')

test('OFFICE-16 the only office at the top stands open, with how many lie below; others wait to be opened', () => {
  const top = aBranch({ below: 1300, inactiveBelow: 2 })
  const under = aBranch({ id: ids.office(1), name: 'Puskesos Caturtunggal', active: false })
  const page = drawTree(tree({}, [top]), tree({ parent: ids.office(3) }, [under]))
  says(page, 'Sekretariat', t('office.tree.count', { count: '1.300' }), t('office.tree.inactive', { count: '2' }))
  says(page, 'Puskesos Caturtunggal', t('office.inactive'))
  const turns = find(page, 'button', { class: 'office-tree__turn' })
  assert.deepEqual(
    turns.map((one) => valueOf(one, 'aria-expanded')),
    ['true'],
    'below whom nobody lies there is nothing to open',
  )
  const two = drawTree(tree({}, [aBranch({ below: 1 }), aBranch({ id: ids.office(4), below: 1 })]))
  assert.deepEqual(
    find(two, 'button', { class: 'office-tree__turn' }).map((one) => valueOf(one, 'aria-expanded')),
    ['false', 'false'],
  )
})

test('OFFICE-16 a branch that is longer than a page says how many are left', () => {
  const items = [aBranch(), aBranch({ id: ids.office(4) })]
  says(drawTree(tree({}, items, 1202)), t('office.tree.more', { count: '1.200' }))
  saysNot(drawTree(tree({}, items, 2)), t('office.tree.more', { count: '0' }))
})

const aPost = (own: object = {}) => ({
  id: ids.post(1),
  district: '34.04',
  version: 2,
  office: ids.office(1),
  officeName: 'Puskesos Caturtunggal',
  officePlace: '34.04.07.2001',
  role: 'fo',
  from: now - dayMs,
  until: null,
  leave: null,
  standsInFor: null,
  area: null,
  ...own,
})
const aPerson = (own: object = {}): StaffLine =>
  staffLine.parse({
    id: ids.staff(2),
    district: '34.04',
    version: 5,
    name: 'Budi',
    active: true,
    signInName: 'budi.depok',
    service: false,
    posts: [aPost()],
    ...own,
  })

for (const [what, own, words] of [
  ['who signs in', {}, t('staff.has-account')],
  ['who has no sign-in yet', { signInName: null }, t('staff.no-account')],
  ['who is suspended', { active: false }, t('staff.suspended')],
  ['that is a program', { signInName: null, service: true }, t('key.service')],
  ['that is a program and suspended', { active: false, service: true, signInName: null }, t('staff.suspended')],
] as const)
  test(`ACCOUNT-5 of somebody ${what} the list says whether they get in`, () => {
    const page = drawDesk(made(StaffRows, { rows: [aPerson(own)], hrefOf: (id: string) => `/petugas?buka=${id}` }))
    says(page, 'Budi', words, t('staff.post', { role: t('role.fo'), office: 'Puskesos Caturtunggal' }))
    assert.ok(links(page).includes(`/petugas?buka=${ids.staff(2)}`))
  })

test("STAFF-2 a role of one's own district is called as it is there; who has none is said to have none", () => {
  const called = [
    { code: 'pendata', place: '34.04', names: { id: 'Pendata Sleman', en: 'Surveyor of Sleman' } },
    { code: 'pendata', place: '34.71', names: { id: 'Pendata Kota', en: 'Surveyor of the city' } },
    { code: 'pendata', place: '00', names: { id: 'Pendata', en: 'Surveyor' } },
  ]
  const roles: Answered = {
    row: referenceRoutes.roles,
    input: {},
    reply: referenceRoutes.roles.reply.parse({ items: [], called }),
  }
  const rows = (role: string): Part =>
    drawDesk(made(StaffRows, { rows: [aPerson({ posts: [aPost({ role })] })], hrefOf: () => '/' }), [roles])
  says(rows('pendata'), 'Pendata Sleman')
  says(rows('lain'), t('staff.post', { role: 'lain', office: 'Puskesos Caturtunggal' }))
  says(drawDesk(made(StaffRows, { rows: [aPerson({ posts: [] })], hrefOf: () => '/' })), t('staff.no-posts'))
})

const posts = (...own: readonly object[]): Part =>
  drawDesk(made(StaffPosts, { person: aPerson({ posts: own.map(aPost) }) }))

test('OFFICE-13 a leave says its whole days and who stands in; who stands in has the days, and no leave of their own', () => {
  const leave = { id: ids.case(1), version: 1, from: now, until: now + 3 * dayMs, standInName: 'Joko' }
  const days = { from: date(leave.from), until: date(leave.until - 1) }
  const away = posts({ leave })
  says(away, t('staff.leave.with', { ...days, name: 'Joko' }), t('staff.leave.end'))
  says(posts({ leave: { ...leave, standInName: null } }), t('staff.leave.without', days))
  const standing = posts({ standsInFor: 'Joko', from: now, until: now + 3 * dayMs })
  says(standing, t('staff.stands-in', { name: 'Joko', ...days }))
  assert.ok(!buttons(standing).includes(t('staff.leave.give')))
  assert.ok(buttons(posts({})).includes(t('staff.leave.give')))
})

test('OFFICE-14 only a facilitator has villages, which are named, and said where there are none', () => {
  const villages = [{ code: '34.04.07.2001', name: 'Caturtunggal' }]
  says(posts({ role: 'facilitator', area: { version: 1, villages } }), 'Caturtunggal', t('staff.villages.add'))
  says(posts({ role: 'facilitator' }), t('staff.villages.none'))
  saysNot(posts({ role: 'fo' }), t('staff.villages.none'), t('staff.villages.add'))
})

test('OFFICE-6 each post can be ended by itself, and another given', () => {
  const page = posts({}, { id: ids.post(2), role: 'bo' })
  const ends = find(page, 'button').map((one) => valueOf(one, 'aria-label'))
  for (const role of ['role.fo', 'role.bo'] as const)
    assert.ok(ends.includes(t('staff.post.end.label', { role: t(role), office: 'Puskesos Caturtunggal' })), role)
  says(page, t('staff.post.give'))
  const none = posts()
  says(none, t('staff.no-posts'), t('staff.post.give'))
})

test('ACCOUNT-5 whoever is suspended is let in again by one press; whoever is in is asked about first', () => {
  const draw = (active: boolean): readonly string[] =>
    buttons(drawDesk(made(SuspendStaff, { person: aPerson({ active }) })))
  assert.deepEqual(draw(true), [t('staff.suspend')])
  assert.deepEqual(draw(false), [t('staff.resume')])
})

const staff = (items: readonly StaffLine[], query: object = {}, search = ''): Part => {
  const list = answered(
    referenceRoutes.staff,
    { page: 1, ...query },
    { items: [...items], total: items.length, ...frame },
  )
  return drawDesk(made(Staff, {}), [list], sari(['staff.manage']), `/petugas${search}`)
}

test('STAFF-1 without people, or with none that fit, the list says which, and leads to the roster of the office', () => {
  const none = staff([])
  says(none, t('staff.none.title'), t('staff.add'))
  assert.ok(links(none).includes('/piket') && links(none).includes('/petugas?buka=baru'))
  const at = staff([], { office: ids.office(2) }, `?kantor=${ids.office(2)}`)
  says(at, t('staff.none-found.title'), t('office.filters.clear'))
  assert.ok(links(at).includes(`/piket?kantor=${ids.office(2)}`))
  assert.ok(links(at).includes('/petugas'), 'without filters')
})

const aKey = (own: object = {}) => ({
  id: ids.case(4),
  label: 'SIKS-NG',
  office: ids.office(1),
  officeName: 'Puskesos',
  role: 'fo',
  reach: 'read' as const,
  givenBy: 'Sari',
  givenAt: now - dayMs,
  expiresAt: now + 30 * dayMs,
  usedAt: null,
  revokedAt: null,
  ...own,
})
const keys = (...items: readonly ReturnType<typeof aKey>[]): Part =>
  drawDesk(made(ServiceKeys, { person: aPerson() }), [
    answered(serviceKeyRoutes.list, { staff: ids.staff(2) }, { items: [...items] }),
  ])

for (const [what, own, words, stands] of [
  ['was never used', {}, t('key.unused'), true],
  ['is over', { expiresAt: now - dayMs }, t('key.over'), false],
  ['was taken back', { revokedAt: now - dayMs }, t('key.revoked', { date: date(now - dayMs) }), false],
  [
    'was taken back and is over',
    { revokedAt: now - 2 * dayMs, expiresAt: now - dayMs },
    t('key.revoked', { date: date(now - 2 * dayMs) }),
    false,
  ],
] as const)
  test(`KEY-1 a key that ${what} says so, and only one that stands can be taken back`, () => {
    const page = keys(aKey(own))
    says(page, 'SIKS-NG', words, t('key.reach.read'))
    assert.equal(buttons(page).includes(t('key.revoke')), stands)
    assert.ok(buttons(page).includes(t('key.new')))
  })

test('KEY-2 keys that did not come say why, and no secret stands on the page', () => {
  const page = drawRefused(made(ServiceKeys, { person: aPerson() }), [
    { row: serviceKeyRoutes.list, query: { staff: ids.staff(2) } },
  ])
  says(page, refusal.message)
  assert.equal(find(keys(aKey()), 'code').length, 0)
})

type Village = Parameters<typeof referenceRoutes.served.reply.parse>[0]
const villages = (items: readonly object[], without: number, query: object = {}, search = ''): Part => {
  const reply: Village = { items, total: items.length, without, ...frame }
  const served: Answered = {
    row: referenceRoutes.served,
    input: { query: { ...query, page: 1 } },
    reply: referenceRoutes.served.reply.parse(reply),
  }
  return drawDesk(made(Villages, {}), [served], sari(['staff.manage']), `/pendampingan${search}`)
}

test('OFFICE-14 each village names who goes there and leads to them; where nobody goes is said and counted', () => {
  const village = {
    code: '34.04.07.2001',
    name: 'Caturtunggal',
    path: 'Depok',
    facilitators: [
      { staff: ids.staff(2), name: 'Budi Santoso' },
      { staff: ids.staff(3), name: 'Joko' },
    ],
  }
  const page = villages([village, { ...village, code: '34.04.07.2002', name: 'Maguwoharjo', facilitators: [] }], 1200)
  says(page, 'Caturtunggal', 'Depok', 'Budi Santoso, Joko', t('villages.nobody'), '1.200')
  assert.ok(links(page).some((href) => new URLSearchParams(href.split('?')[1]).get('cari') === 'Budi Santoso'))
  says(villages([], 0, { without: 'yes' }, '?tanpa=ya'), t('villages.none-without'))
  says(villages([], 0, { without: 'yes', q: 'x' }, '?tanpa=ya&cari=x'), t('villages.none'))
  says(villages([], 0), t('villages.none'))
})

for (const [name, Screen, row, query, at] of [
  ['offices', Offices, referenceRoutes.offices, { page: 1 }, '/kantor'],
  ['a tree of offices', Offices, referenceRoutes.tree, { page: 1 }, '/kantor?tampilan=pohon'],
  ['people', Staff, referenceRoutes.staff, { page: 1 }, '/petugas'],
  ['villages', Villages, referenceRoutes.served, { page: 1 }, '/pendampingan'],
] as const)
  test(`KEY-2 ${name} that did not come say why, and can be asked for again`, () => {
    const page = drawRefused(made(Screen, {}), [{ row, query }], sari(['office.manage', 'staff.manage']), at)
    says(page, t('office.failed.title'), refusal.message)
    assert.ok(buttons(page).includes(t('failed.action')))
    saysNot(page, t('office.none.title'), t('staff.none.title'), t('villages.none'))
  })
