import '../testing/once/tsx.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { type RoleCode, shippedRoles } from '@openslrt/core/access/shipped-roles.ts'

const { routes } = await import('./routes.tsx')
const { currentOf, menuOf: entriesOf } = await import('./menu.ts')

const openWith = (permissions: readonly Permission[]): readonly (typeof routes)[number][] =>
  routes.filter(({ bare, needs }) => !bare && (needs?.some((need) => permissions.includes(need)) ?? true))
const openFor = (code: RoleCode) => openWith(shippedRoles.find((role) => role.code === code)?.permissions ?? [])

test('SEAT-5 the figures of PPKS and the needs are an entry of their own where nothing above them is', () => {
  const entries = (...rights: readonly Permission[]) => entriesOf(openWith(rights)).map(({ path }) => path)
  assert.deepEqual(entries('figures.read'), ['/kebutuhan', '/ppks/jumlah', '/dasbor', '/jaringan'])
  assert.deepEqual(entries('figures.read', 'psks.manage'), ['/kebutuhan', '/ppks', '/dasbor', '/jaringan'])
  assert.deepEqual(entries('figures.read', 'programme.manage'), ['/program', '/ppks/jumlah', '/dasbor', '/jaringan'])
})

/** What the menu points at on a page, for who holds a role. */
const points: readonly (readonly [location: string, code: RoleCode, at: string | undefined])[] = [
  ['/pengambilan', 'coordinator', '/keluarga'],
  ['/pengambilan', 'national', '/keluarga'],
  ['/ppks/jumlah', 'planner', '/ppks/jumlah'],
  ['/ppks/jumlah', 'manager', '/ppks'],
  ['/ppks/psks/34.04/1', 'verifier', '/ppks'],
  ['/desa/34.04.07.2001', 'verifier', '/ppks'],
  ['/anggota/34.04/1', 'fo', '/keluarga'],
  ['/kebutuhan', 'planner', '/program'],
  ['/kebutuhan', 'ministry', '/kebutuhan'],
  ['/kebutuhan/daftar', 'manager', '/program'],
  ['/usulan/34.04/1', 'fo', '/usulan'],
  ['/antrean?queue=decision', 'fo', '/antrean'],
  ['/akun', 'fo', undefined],
]
for (const [location, code, at] of points)
  test(`SEAT-5 on ${location} the menu of ${code} points at ${at ?? 'nothing'}`, () => {
    assert.equal(currentOf(openFor(code), location), at)
  })

test('SEAT-5 taken-out data is shown with the looks where somebody only reviews these', () => {
  assert.equal(currentOf(openWith(['access.review']), '/pengambilan'), '/akses')
  assert.equal(currentOf(openWith(['registry.load', 'registry.read']), '/pemuatan/1'), '/keluarga')
  assert.equal(currentOf(openWith(['registry.load']), '/pengambilan'), undefined)
})

test('SEAT-5 what a page is under is an entry of the menu', () => {
  const entries = new Set(routes.filter(({ menu }) => menu).map(({ path }) => path))
  for (const { path, under } of routes) for (const one of under ?? []) assert.ok(entries.has(one), `${path}: ${one}`)
})
