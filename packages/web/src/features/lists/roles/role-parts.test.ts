import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { roleData, shippedRoleNames } from '@openslrt/core/lists/role-words.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { draw, made } from '../../../testing/draw.ts'
import { find, textOf } from '../../../testing/html.ts'

const { RoleFacts } = await import('./role-facts.tsx')
const { RoleImpact } = await import('./role-impact.tsx')
const { RoleRows } = await import('./role-rows.tsx')

const lineOf = (code: string, own: Partial<RoleLine> = {}): RoleLine => {
  const role = shippedRoles.find((one) => one.code === code)
  if (!role) throw new Error(code)
  const place = ledgerCode.parse('00')
  const names = shippedRoleNames(code)
  const said = [{ place, own: false, from: '2016-01-01', says: 'holds' as const, names, data: roleData(role) }]
  return {
    code,
    names,
    data: roleData(role),
    holds: true,
    place,
    mayEnd: true,
    said,
    own: false,
    people: 0,
    offices: 0,
    ...own,
  }
}

test('ROLE-3 a role is told in words: rights by group, cases, offices, levels and the second step', () => {
  const rows = find(draw(made(RoleFacts, { role: lineOf('coordinator') })), 'dt').map(textOf)
  assert.deepEqual(rows.slice(0, 3), ['Menerima warga', 'Menangani kasus', 'Membagi dan memutuskan'])
  const text = textOf(draw(made(RoleFacts, { role: lineOf('coordinator') })))
  for (const word of ['memutuskan kasus', 'semua kasus di wilayah kantornya', 'Korban kekerasan', 'Pos kecamatan'])
    assert.ok(text.includes(word), word)
  assert.doesNotMatch(text, /case\.|puskesos\b|place/, 'no code leaks')
})

test('ROLE-5 of who administers it is told that a second step is always asked', () => {
  const text = textOf(draw(made(RoleFacts, { role: lineOf('admin') })))
  assert.match(text, /Langkah kedua saat masukSelalu/)
  assert.match(text, /tidak melihat kasus/)
  assert.doesNotMatch(text, /Kasus terbatas/, 'who sees none sees no restricted ones')
})

test('ROLE-10 a change tells from when, for how many, what they get and lose, and which cases they see', () => {
  const impact = {
    gets: ['case.answer', 'hiv'],
    loses: ['figures.read'],
    sees: { from: 'place', to: 'office' },
  } as const
  const text = textOf(draw(made(RoleImpact, { impact, day: '2026-12-01', people: 1200, offices: 86 })))
  assert.match(text, /Mulai 1 Desember 2026, untuk 1\.200 petugas di 86 kantor:/)
  assert.match(text, /Mendapat: menjawab warga, Orang dengan HIV/)
  assert.match(text, /Kehilangan: melihat dasbor/)
  assert.match(text, /semua kasus di wilayah kantornya → kasus kantornya sendiri/)
})

test('ROLE-10 a change that changes no right says so, and one for nobody too', () => {
  const impact = { gets: [], loses: [], sees: null }
  const text = textOf(draw(made(RoleImpact, { impact, day: '2026-12-01', people: 0, offices: 0 })))
  assert.match(text, /Belum ada petugas yang memegang peran ini/)
  assert.match(text, /Tidak ada hak yang berubah/)
})

test('ROLE-3 the list goes by names, counts the rights that a line has no room for, and says how each stands', () => {
  const over = lineOf('bo', { holds: false, people: 3, offices: 2 })
  const roles = [lineOf('manager'), over, lineOf('admin')]
  const page = draw(made(RoleRows, { roles, today: '2026-11-22', hrefOf: (code: string) => `/peran?buka=${code}` }))
  const names = find(page, 'a').map(textOf)
  assert.deepEqual(names, ['Admin', 'Manajer SLRT', 'Petugas belakang (BO)'])
  const text = textOf(page)
  const rights = shippedRoles.find(({ code }) => code === 'manager')?.permissions.length ?? 0
  assert.ok(text.includes(`dan ${rights - 4} hak lain`), 'four are named')
  assert.match(text, /3 petugas di 2 kantor/)
  assert.match(text, /Belum ada yang memegang/)
  assert.match(text, /Sudah berakhir/)
})
