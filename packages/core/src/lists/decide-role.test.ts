import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '../access/permission.ts'
import type { RoleCode } from '../access/shipped-roles.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import { itemWords, type ListCommandData } from '../contract/lists.ts'
import { noLetters } from '../letter/unfit.ts'
import type { LedgerCode } from '../place/code.ts'
import { ledgerCode } from '../place/code.ts'
import { setup, staff, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { ListLook, ListMove } from './decide.ts'
import { decideList } from './decide.ts'
import { rolesOn } from './decide-role.ts'
import { headsOf, itemOf, listTable } from './list-file.ts'
import type { Said } from './on-day.ts'
import { askedBy, fileItemsOf } from './plan-import.ts'
import { roleData, roleOf, shippedRoleNames } from './role-words.ts'
import type { ListItemRow } from './rows.ts'

const today = '2026-11-22'
const tomorrow = '2026-11-23'
const sleman = ledgerCode.parse('34.04')
const nation = ledgerCode.parse('00')
const admin = staff('admin', offices.district)
const national = staff('admin', offices.nation)

const shipped = new Map<string, readonly Said[]>(
  shippedRoles.map((role) => [
    role.code,
    [
      {
        list: 'role',
        code: role.code,
        place: '00',
        names: shippedRoleNames(role.code),
        data: roleData(role),
        from: '2016-01-01',
        says: 'holds',
      },
    ],
  ]),
)
const dataOf = (code: RoleCode) => {
  const role = shippedRoles.find((one) => one.code === code)
  if (!role) throw new Error(code)
  const { code: _, ...bundle } = role
  return bundle
}
type Words = Extract<ListCommandData['list.add'], { list: 'role' }>
const words = (own: Partial<Words> = {}, data: object = {}): Words => {
  const read = itemWords.parse({
    list: 'role',
    code: 'penerima-tamu',
    names: { id: 'Penerima tamu', en: 'Greeter' },
    from: today,
    data: { ...dataOf('fo'), ...data },
    ...own,
  })
  if (read.list !== 'role') throw new Error('not a role')
  return read
}
const said = (own: Words, place: string, says: Said['says'] = 'holds'): Said => ({
  ...own,
  data: roleData({ code: own.code, ...own.data }),
  place,
  says,
})
const rowOf = (one: Said): ListItemRow => ({
  ...one,
  id: ids.case(7),
  district: ledgerCode.parse(one.place),
  version: 1,
})

/** How one command is decided at a place where these words were said of roles, and people hold these. */
function answer(
  kind: 'list.add' | 'list.change' | 'list.end' | 'list.take-back',
  data: object & { code: string },
  { by = admin, place = sleman, more = [] as readonly Said[], held = ['admin'] as readonly string[] } = {},
) {
  const all = new Map(shipped)
  for (const one of more) all.set(one.code, [...(all.get(one.code) ?? []), one])
  const own = all.get(data.code) ?? []
  const look: ListLook = {
    place: place as LedgerCode,
    today,
    day: today,
    said: own,
    own: own.filter((one) => one.place === place && one.from !== '2016-01-01').map(rowOf),
    knowsSector: () => true,
    ownDay: null,
    closedAs: null,
    ownHours: null,
    roles: { said: all, heldHere: held },
    letters: noLetters,
  }
  const decided = decideList({ kind, subject: ids.case(1), data } as unknown as ListMove, by, look)
  return decided.ok ? { code: 'ok', ...decided.value } : decided.error
}

test('ROLE-3 an administrator makes a role of their district; it takes the rights over lists and over people', () => {
  const made = answer('list.add', words())
  assert.equal(made.code, 'ok')
  assert.ok('changes' in made && made.changes[0]?.table === 'listItem')
  const lacking = (...permissions: readonly Permission[]) =>
    staffWith({ permissions, restricted: [], sees: 'none' }, offices.district)
  assert.deepEqual(answer('list.add', words(), { by: lacking('lists.manage') }), {
    code: 'not-permitted',
    needs: ['staff.manage'],
  })
  assert.deepEqual(answer('list.add', words(), { by: lacking('staff.manage') }), {
    code: 'not-permitted',
    needs: ['lists.manage'],
  })
  assert.equal(answer('list.add', words(), { by: staff('admin', offices.village) }).code, 'not-your-lists')
})

test('ROLE-3 what a role says is read before it is decided: unknown words, rights named twice and none at all', () => {
  const good = words()
  for (const data of [
    { permissions: [] },
    { permissions: ['case.read', 'case.read'] },
    { permissions: ['case.teleport'] },
    { heldAt: [] },
    { givenFrom: ['moon'] },
    { sees: 'all' },
    { secondFactor: 'ya' },
    { more: 1 },
  ])
    assert.equal(itemWords.safeParse({ ...good, data: { ...good.data, ...data } }).success, false, JSON.stringify(data))
})

test('ROLE-6 a district adds no right that no role from above gives there, and the nation may', () => {
  const wide = words({}, { permissions: ['case.read', 'referral.answer'], heldAt: ['puskesos'] })
  assert.deepEqual(answer('list.add', wide), {
    code: 'role-beyond',
    permissions: ['referral.answer'],
    restricted: [],
    sees: null,
  })
  assert.equal(answer('list.add', wide, { by: national, place: nation }).code, 'ok')
  assert.equal(decideList(...bySetUp(wide)).ok, true)
  // Nor through a role of its own: that is no role from above.
  const own = said(wide, '34.04')
  assert.equal(answer('list.add', { ...wide, code: 'kedua' }, { more: [own] }).code, 'role-beyond')
})

function bySetUp(data: Words): Parameters<typeof decideList> {
  const move = { kind: 'list.add', subject: ids.case(1), data } as unknown as ListMove
  const roles = { said: shipped, heldHere: [] }
  const none = { said: [], own: [], ownDay: null, closedAs: null, ownHours: null, knowsSector: () => true }
  return [move, setup, { place: sleman, today, day: today, ...none, roles, letters: noLetters }]
}

test('ROLE-7 nobody makes a role with administration that they do not hold', () => {
  const clerk = staffWith(
    { permissions: ['lists.manage', 'staff.manage'], restricted: [], sees: 'none' },
    offices.nation,
  )
  assert.deepEqual(answer('list.add', words({}, dataOf('admin')), { by: clerk, place: nation }), {
    code: 'role-not-held',
    permissions: ['office.manage'],
  })
})

test('ROLE-8 what the nation made is the same everywhere; a district changes and ends its own, and copies the rest', () => {
  const narrow = words({ code: 'fo' }, { permissions: ['case.read'] })
  assert.deepEqual(answer('list.change', narrow), { code: 'role-of-above', place: '00' })
  assert.equal(
    answer('list.end', { list: 'role', code: 'fo', from: today, above: false } as never).code,
    'role-of-above',
  )
  assert.equal(answer('list.change', narrow, { by: national, place: nation }).code, 'ok')
  assert.equal(answer('list.add', narrow).code, 'role-of-above')
  const own = [said(words(), '34.04')]
  assert.equal(answer('list.add', words(), { more: own }).code, 'code-taken')
  assert.equal(answer('list.change', words({}, { permissions: ['case.read'] }), { more: own }).code, 'ok')
  assert.equal(answer('list.change', words({}, { restricted: [] }), { more: own }).code, 'already-so')
  assert.equal(answer('list.end', end('penerima-tamu'), { more: own }).code, 'ok')
  const province = [said(words(), '34')]
  assert.deepEqual(answer('list.change', words({}, { permissions: ['case.read'] }), { more: province }), {
    code: 'role-of-above',
    place: '34',
  })
})
const end = (code: string, from = today) => ({ list: 'role', code, from, above: false }) as const

test('ROLE-11 a change holds from its day, and a day that is over is never changed', () => {
  const changed = said(words({ from: tomorrow }, { permissions: ['case.read'] }), '34.04')
  const all = new Map([...shipped, ['penerima-tamu', [said(words({ from: today }), '34.04'), changed]]])
  const rights = (day: string, place = '34.04') =>
    rolesOn(all, place, day).find(({ code }) => code === 'penerima-tamu')?.permissions
  assert.deepEqual(rights(today), dataOf('fo').permissions)
  assert.deepEqual(rights(tomorrow), ['case.read'])
  assert.equal(rights('2026-11-21'), undefined)
  assert.equal(rights(tomorrow, '34.02'), undefined, 'another district has no such role')
  assert.equal(answer('list.add', words({ from: '2026-11-21' })).code, 'day-past')
})

test('ROLE-9 the set-up’s own role never ends, and no change leaves a place without anybody who manages its people', () => {
  assert.equal(answer('list.end', end('admin'), { by: national, place: nation }).code, 'item-needed')
  const emptied = words({ code: 'admin' }, { permissions: ['figures.read'], sees: 'none', secondFactor: true })
  const at = { by: national, place: nation }
  assert.deepEqual(answer('list.change', emptied, at), { code: 'last-administration', day: today })
  const second = said(words({ code: 'pengelola' }, dataOf('admin')), '00')
  assert.equal(answer('list.change', emptied, { ...at, more: [second], held: ['admin', 'pengelola'] }).code, 'ok')
  // Nobody holds the other one: it is of no help.
  assert.equal(answer('list.change', emptied, { ...at, more: [second] }).code, 'last-administration')
  assert.equal(answer('list.change', emptied, { ...at, held: ['leader'] }).code, 'ok', 'nobody is shut out by it')
})

test('ROLE-9 two that end one after the other are seen together: the second is refused, whichever comes first', () => {
  const own = (code: string) => said(words({ code }, dataOf('admin')), '34.04')
  const ending = { ...own('satu'), from: '2027-01-01', says: 'ended' as const }
  const held = ['satu', 'dua']
  const more = [own('satu'), own('dua'), ending]
  assert.deepEqual(answer('list.end', end('dua'), { more, held }), { code: 'last-administration', day: '2027-01-01' })
  assert.equal(answer('list.end', end('dua', '2027-06-01'), { more, held }).code, 'last-administration')
  const early = [own('satu'), own('dua'), { ...own('satu'), from: '2026-12-01', says: 'ended' as const }]
  assert.equal(answer('list.end', end('dua', tomorrow), { more: early, held: [...held, 'admin'] }).code, 'ok')
})

test('ROLE-9 a plan that would have given administration is not taken back once the other one ends', () => {
  const plain = words({ code: 'satu' })
  const plan = said(words({ code: 'satu', from: '2027-01-01' }, dataOf('admin')), '34.04')
  const other = said(words({ code: 'dua' }, dataOf('admin')), '34.04')
  const over = { ...other, from: '2027-02-01', says: 'ended' as const }
  const more = [said(plain, '34.04'), plan, other, over]
  const back = { list: 'role', code: 'satu', from: '2027-01-01' } as const
  assert.deepEqual(answer('list.take-back', back, { more, held: ['satu', 'dua'] }), {
    code: 'last-administration',
    day: '2027-02-01',
  })
})

test('ROLE-5 a role that administers asks for a second factor even where its words say no', () => {
  const lax = {
    ...said(words(), '34.04'),
    data: { permissions: ['staff.manage', 'case.teleport'], secondFactor: false },
  }
  const { secondFactor, permissions, sees, heldAt } = roleOf(lax)
  assert.deepEqual([secondFactor, permissions, sees, heldAt], [true, ['staff.manage'], 'none', []])
})

test('ROLE-3 roles are written to a file and read again like any list: the same file asks for nothing', () => {
  const heads = headsOf('role')
  for (const all of shipped.values()) {
    const items = fileItemsOf(all, '34.04', today)
    const [, ...rows] = listTable('role', items)
    assert.equal(rows.length, 1)
    for (const row of rows) {
      const read = itemOf('role', (head) => row[heads.indexOf(head)] ?? '')
      assert.deepEqual(askedBy(read, all, { list: 'role', place: '34.04', today, day: tomorrow }), [])
      const other = { ...read, code: 'salinan' }
      const [asked] = askedBy(other, [], { list: 'role', place: '34.04', today, day: tomorrow })
      assert.equal(asked?.kind, 'list.add')
      assert.equal(itemWords.safeParse(asked?.data).success, true, other.code)
    }
  }
})
