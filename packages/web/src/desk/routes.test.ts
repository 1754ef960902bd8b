import '../testing/once/tsx.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Permission, permissions } from '@openslrt/core/access/permission.ts'
import { type RoleCode, shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'

const { routes } = await import('./routes.tsx')
const { landingOf } = await import('./landing.ts')
const { menuOf: entriesOf } = await import('./menu.ts')

/** The menu of somebody who holds this role and no other, as the desk makes it from the table. */
const menuOf = (code: RoleCode): string[] => entriesOf(openFor(code)).map(({ path }) => path)

const rightsOf = (code: RoleCode): readonly Permission[] =>
  shippedRoles.find((role) => role.code === code)?.permissions ?? []

function openFor(code: RoleCode): readonly (typeof routes)[number][] {
  return openWith(rightsOf(code))
}

function openWith(permissions: readonly Permission[]): readonly (typeof routes)[number][] {
  return routes.filter(({ bare, needs }) => !bare && (needs?.some((need) => permissions.includes(need)) ?? true))
}

/** What each role begins with after signing in, and what else it has in the menu. */
const desks: Readonly<Record<RoleCode, readonly [landing: string, ...menu: string[]]>> = {
  facilitator: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/ppks',
    '/terdampak',
    '/dasbor',
    '/jaringan',
  ],
  'village-operator': [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/dasbor',
    '/jaringan',
  ],
  surveyor: ['/kunjungan', '/rujukan', '/program', '/kunjungan'],
  fo: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/keluarga',
    '/usulan',
    '/program',
    '/ppks',
    '/terdampak',
    '/dasbor',
    '/jaringan',
  ],
  bo: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/dasbor',
    '/jaringan',
  ],
  coordinator: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/bersama',
    '/kendala',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/beban',
    '/dasbor',
    '/jaringan',
    '/akses',
    '/retensi',
  ],
  supervisor: [
    '/beban',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/bersama',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/beban',
    '/dasbor',
    '/jaringan',
  ],
  manager: [
    '/beban',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/bersama',
    '/kendala',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/beban',
    '/dasbor',
    '/jaringan',
    '/akses',
    '/retensi',
  ],
  'section-head': [
    '/surat',
    '/antrean',
    '/rujukan',
    '/surat',
    '/rapat',
    '/bersama',
    '/keluarga',
    '/usulan',
    '/program',
    '/ppks',
    '/terdampak',
    '/beban',
    '/dasbor',
    '/jaringan',
  ],
  'agency-head': [
    '/surat',
    '/antrean',
    '/rujukan',
    '/surat',
    '/rapat',
    '/keluarga',
    '/usulan',
    '/program',
    '/ppks',
    '/dasbor',
    '/jaringan',
    '/akses',
    '/retensi',
  ],
  verifier: ['/cari', '/rujukan', '/rapat', '/keluarga', '/usulan', '/program', '/ppks', '/dasbor', '/jaringan'],
  approver: ['/cari', '/rujukan', '/rapat', '/keluarga', '/usulan', '/program', '/ppks', '/dasbor', '/jaringan'],
  provider: ['/rujukan', '/rujukan', '/dibuka', '/rapat', '/bersama', '/program'],
  leader: ['/dasbor', '/kebutuhan', '/ppks/jumlah', '/dasbor', '/jaringan'],
  planner: ['/dasbor', '/rapat', '/bersama', '/program', '/ppks/jumlah', '/dasbor', '/jaringan'],
  partner: ['/dasbor', '/bersama', '/kebutuhan', '/ppks/jumlah', '/dasbor', '/jaringan'],
  ministry: ['/dasbor', '/bersama', '/kebutuhan', '/ppks/jumlah', '/dasbor', '/jaringan'],
  province: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/bersama',
    '/kendala',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/beban',
    '/dasbor',
    '/jaringan',
    '/akses',
    '/retensi',
  ],
  national: [
    '/antrean',
    '/antrean',
    '/rujukan',
    '/surat',
    '/sampaikan',
    '/pesan',
    '/rapat',
    '/bersama',
    '/kendala',
    '/keluarga',
    '/usulan',
    '/program',
    '/kunjungan',
    '/kegiatan',
    '/ppks',
    '/terdampak',
    '/beban',
    '/daftar',
    '/naskah',
    '/dasbor',
    '/jaringan',
    '/akses',
    '/retensi',
  ],
  admin: [
    '/kantor',
    '/kebutuhan',
    '/ppks/jumlah',
    '/kantor',
    '/petugas',
    '/peran',
    '/pendampingan',
    '/daftar',
    '/naskah',
    '/dasbor',
    '/jaringan',
    '/pengiriman',
  ],
}

for (const { code } of shippedRoles)
  test(`SEAT-5 ${code} has something to open, and begins where its work begins`, () => {
    const [landing, ...menu] = desks[code]
    assert.deepEqual(menuOf(code), menu)
    assert.equal(landingOf(rightsOf(code), openFor(code)), landing)
  })

const begins = (...rights: readonly Permission[]): string | undefined => landingOf(rights, openWith(rights))

test('SEAT-5 who holds several roles begins with what waits longest for an answer; whose page is closed, with the menu', () => {
  const both = (...codes: readonly RoleCode[]) => begins(...codes.flatMap(rightsOf))
  assert.equal(both('leader', 'manager'), '/beban')
  assert.equal(both('admin', 'fo'), '/antrean')
  assert.equal(both('coordinator', 'supervisor'), '/antrean')
  // A right whose page this release does not open.
  assert.equal(landingOf(rightsOf('manager'), openFor('leader')), '/dasbor')
  assert.equal(landingOf([], openFor('provider')), '/rujukan')
  assert.equal(landingOf([], []), undefined)
})

test('ROLE-12 a role that an office made begins where its rights lead, whatever it is called', () => {
  assert.equal(begins('case.read', 'case.settle', 'case.register'), '/antrean')
  assert.equal(begins('case.read', 'figures.read'), '/cari')
  assert.equal(begins('case.read', 'case.decide'), '/antrean?queue=decision')
  assert.equal(begins('case.read', 'case.handle', 'case.assign'), '/beban')
  assert.equal(begins('staff.manage'), '/petugas')
  assert.equal(begins('lists.manage', 'figures.read'), '/daftar')
  assert.equal(begins('access.review'), '/akses')
  assert.equal(begins('programme.decide', 'programme.manage'), '/permohonan')
  assert.equal(begins('programme.manage'), '/program')
  assert.equal(begins('registry.load'), '/pemuatan')
  assert.equal(begins('registry.merge'), '/keluarga/ganda')
  assert.equal(begins('registry.edit'), '/permohonan')
  assert.equal(begins('registry.read'), '/keluarga')
  assert.equal(begins('visit.do'), '/kunjungan')
  assert.equal(begins('surge.manage'), '/terdampak')
  assert.equal(begins('proposal.make'), '/usulkan')
  // Whatever an office puts into a role, its holder finds something to do.
  const acts = /^case\.(?!read)|^referral|^person|^proposal\.(verify|approve)|^visit\.plan|^independence/
  for (const right of permissions.filter((one) => !acts.test(one))) assert.ok(begins(right), right)
  // An act on a case, a proposal, a visit or an assessment goes with the right to see it.
  for (const right of permissions.filter((one) => acts.test(one))) assert.ok(begins(right, sightOf(right)), right)
})

function sightOf(right: Permission): Permission {
  if (right.startsWith('independence')) return 'figures.read'
  return right.startsWith('proposal') ? 'registry.read' : 'case.read'
}

test('SEAT-5 without a right of its own a screen is open to nobody but at the door, and to everybody who is in: their own account', () => {
  const free = routes.filter(({ needs }) => needs === undefined)
  assert.deepEqual(
    free.map(({ path, bare }) => [path, bare]),
    [
      ['/kabar', undefined],
      ['/akun', undefined],
      ['/masuk', true],
      ['/penyedia', true],
      ['/tautan', true],
    ],
  )
  for (const { path, needs } of routes) assert.notEqual(needs?.length, 0, `${path} would never open`)
})

test('SEAT-5 every address leads to one screen, which has a name in the menu and on the window', () => {
  const paths = routes.map(({ path }) => path)
  assert.equal(new Set(paths).size, paths.length)
  for (const [nth, path] of paths.entries())
    assert.deepEqual(
      paths.slice(0, nth).filter((earlier) => takes(earlier, path)),
      [],
      path,
    )
  for (const { path, title } of routes) {
    assert.match(path, /^(\/[a-z]+){1,2}(\/:[a-z]+)*$/, 'addresses are Indonesian words, in small letters')
    assert.ok(isMessageKey(title), title)
  }
})

/** Whether an earlier address would take what is meant for a later one: word by word, a named part takes any word. */
function takes(earlier: string, later: string): boolean {
  const [words, others] = [earlier.split('/'), later.split('/')]
  return words.length === others.length && words.every((word, at) => word.startsWith(':') || word === others[at])
}

test('SEAT-5 every screen can be loaded', async () => {
  for (const { path, load } of routes) assert.equal(typeof (await load()).Screen, 'function', path)
})

test('SEAT-5 the door asks for no right: nobody is signed in there', () => {
  for (const { path, bare, menu } of routes) if (bare) assert.equal(menu, undefined, path)
})
