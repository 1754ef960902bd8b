import '../testing/tsx.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RoleCode, shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'

const { routes } = await import('./routes.tsx')

/** The menu of somebody who holds this role and no other, as the desk makes it from the table. */
function menuOf(code: RoleCode): string[] {
  const permissions = shippedRoles.find((role) => role.code === code)?.permissions ?? []
  const open = routes.filter(({ bare, needs }) => !bare && (needs?.some((need) => permissions.includes(need)) ?? true))
  return open.filter(({ menu }) => menu).map(({ path }) => path)
}

test('SEAT-5 every role has something to open, and begins where its work begins', () => {
  assert.deepEqual(Object.fromEntries(shippedRoles.map(({ code }) => [code, menuOf(code)])), {
    fo: ['/antrean', '/rujukan', '/dasbor'],
    bo: ['/antrean', '/rujukan', '/dasbor'],
    coordinator: ['/antrean', '/rujukan', '/dasbor'],
    manager: ['/antrean', '/rujukan', '/dasbor'],
    provider: ['/rujukan'],
    leader: ['/dasbor'],
    province: ['/antrean', '/rujukan', '/dasbor'],
    national: ['/antrean', '/rujukan', '/dasbor'],
    admin: ['/kantor', '/petugas', '/dasbor'],
  })
})

test('SEAT-5 without a right of its own a screen is open to nobody but at the door', () => {
  const free = routes.filter(({ needs }) => needs === undefined)
  assert.deepEqual(
    free.map(({ path, bare }) => [path, bare]),
    [
      ['/masuk', true],
      ['/tautan', true],
    ],
  )
  for (const { path, needs } of routes) assert.notEqual(needs?.length, 0, `${path} would never open`)
})

test('SEAT-5 every address leads to one screen, which has a name in the menu and on the window', () => {
  const paths = routes.map(({ path }) => path)
  assert.equal(new Set(paths).size, paths.length)
  for (const { path, title } of routes) {
    assert.match(path, /^\/[a-z]+(\/:[a-z]+)*$/, 'addresses are Indonesian words, in small letters')
    assert.ok(isMessageKey(title), title)
  }
})

test('SEAT-5 every screen can be loaded', async () => {
  for (const { path, load } of routes) assert.equal(typeof (await load()).Screen, 'function', path)
})

test('SEAT-5 the door asks for no right: nobody is signed in there', () => {
  for (const { path, bare, menu } of routes) if (bare) assert.equal(menu, undefined, path)
})
