import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { restrictedKinds } from '../access/permission.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { PpksCommandData } from '../contract/ppks.ts'
import { ppksServiceId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { changed } from '../ledger/evolve.ts'
import { shippedLists } from '../lists/shipped.ts'
import { villageCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPpks, aService, ppksData, welfareNth } from '../testing/a-welfare.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import type { PpksLook, PpksMove } from './decide.ts'
import { decidePpks } from './decide.ts'
import { openPpks, owedService, ppksSteps, serviceSteps } from './moves.ts'
import type { PpksRow, PpksServiceRow } from './ppks.ts'
import { courseOf } from './ppks.ts'
import { cellLimitData, ppksTypeData } from './types.ts'

const officer = staff('bo')
const day = '2026-11-02'

/** Somebody with their services, as decisions make them, one after the other. */
interface Life {
  ppks: PpksRow | null
  services: Map<string, PpksServiceRow>
  now: number
}
const birth = (): Life => ({ ppks: null, services: new Map(), now: monday })
const lookAt = (life: Life): PpksLook => ({
  now: life.now,
  day,
  offices: new Map(Object.values(offices).map((office) => [office.id, office])),
  ppks: life.ppks,
  services: [...life.services.values()],
  type: (code) => (code === 'neglected-elderly' ? { number: 8, restricted: null } : null),
  risks: new Set(['no-carer']),
  endings: new Set(['back-home']),
  knowsVillage: true,
  knows: { family: false, case: false },
  person: null,
  twin: false,
  client: null,
})

/** Decides, and applies what was decided: gives the refusal, or null. */
function live(life: Life, move: PpksMove, by = officer): string | null {
  const decided = decidePpks(move, by, lookAt(life))
  if (!decided.ok) return decided.error.code
  for (const change of decided.value.changes) {
    if (change.table === 'ppks') {
      assert.equal(change.base, life.ppks?.version ?? 0, 'decided on the row as it stands')
      life.ppks = changed(life.ppks, change) as PpksRow
    } else if (change.table === 'ppksService') {
      const before = life.services.get(change.id) ?? null
      assert.equal(change.base, before?.version ?? 0)
      life.services.set(change.id, changed(before, change) as PpksServiceRow)
    } else assert.fail(`a PPKS changes no ${change.table}`)
  }
  life.now += dayMs
  return null
}

const kinds = keysOf(ppksData)
interface Wish {
  readonly kind: (typeof kinds)[number]
  readonly service: number
  readonly empty: boolean
}
const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), service: fc.nat(3), empty: fc.boolean() }),
  { maxLength: 40 },
)
const serviceAt = (nth: number) => ppksServiceId.parse(welfareNth(30 + nth))

function moveOf({ kind, service, empty }: Wish, life: Life): PpksMove {
  const own = (): object => {
    const known = life.services.has(serviceAt(service))
    const fresh = {
      ...ppksData['ppks.add-service'],
      service: known ? serviceAt(life.services.size) : serviceAt(service),
    }
    if (kind === 'ppks.plan') return { services: empty ? [] : [fresh] }
    if (kind === 'ppks.add-service') return fresh
    if (kind.endsWith('-service')) return { service: serviceAt(service) }
    return {}
  }
  return { kind, subject: aPpks().id, data: { ...ppksData[kind], ...own() } } as PpksMove
}

const rank = { received: 0, assessed: 1, planned: 2, 'in-service': 3, monitored: 4, ended: 5 } as const

/** What must hold of somebody after a step, whichever it was. */
function assertStands(life: Life, before: PpksRow | null, kind: Wish['kind']): void {
  const { ppks } = life
  assert.ok(ppks)
  const [was, is] = [before ? rank[before.status] : -1, rank[ppks.status]]
  const forward: readonly string[] = ['ppks.begin-service', 'ppks.end', 'ppks.monitor']
  assert.ok(is <= was + 1 || forward.includes(kind), `${before?.status} to ${ppks.status} by ${kind}`)
  const [isAssessed, isPlanned] = [is >= rank.assessed && is < rank.ended, is >= rank.planned && is < rank.ended]
  assert.ok(!isAssessed || (ppks.findings !== null && ppks.assessedBy !== null))
  assert.ok(!isPlanned || life.services.size > 0, 'a plan has services')
  const owed = [...life.services.values()].filter(({ status }) => owedService.includes(status))
  assert.ok(openPpks.includes(ppks.status) || owed.length === 0, 'nothing is owed to whoever was let go')
  assert.deepEqual([ppks.outcome === null, ppks.endedOn === null], Array(2).fill(openPpks.includes(ppks.status)))
}

/** What was written stays, and one step is added. */
function assertWritten({ ppks }: Life, before: PpksRow | null, kind: Wish['kind']): void {
  assert.ok(ppks)
  const [old, course] = [before ? courseOf(before) : [], courseOf(ppks)]
  assert.deepEqual(course.slice(0, -1), old)
  assert.equal(course.at(-1)?.act, kind.slice('ppks.'.length))
  assert.equal(ppks.version, (before?.version ?? 0) + 1)
  assert.equal(ppks.district, '34.04')
}

property(
  'PPKS-2, PPKS-5, PPKS-6, PPKS-7 whatever is asked in whatever order, what stands was come to by the way',
  wishes,
  (asked) => {
    const life = birth()
    for (const wish of asked) {
      const before = life.ppks
      const refused = live(life, moveOf(wish, life))
      const { ppks } = life
      if (refused !== null) {
        assert.deepEqual(ppks, before, 'a refusal changes nothing')
        continue
      }
      assertStands(life, before, wish.kind)
      assertWritten(life, before, wish.kind)
    }
  },
  300,
)

property('PPKS-2 nothing but receiving begins somebody, and that only once', wishes, (asked) => {
  const life = birth()
  for (const wish of asked) {
    const stood = life.ppks !== null
    const refused = live(life, moveOf(wish, life))
    if (!stood && wish.kind !== 'ppks.receive') assert.equal(refused, 'ppks-unknown')
    if (stood && wish.kind === 'ppks.receive') assert.equal(refused, 'already-so')
  }
})

/** The way as people walk it, step by step: what is done, and where that leads. */
const ways: readonly (readonly [name: string, steps: readonly (readonly [PpksMove['kind'], string])[]])[] = [
  [
    'the straight way',
    [
      ['ppks.receive', 'received'],
      ['ppks.assess', 'assessed'],
      ['ppks.plan', 'planned'],
      ['ppks.begin-service', 'in-service'],
      ['ppks.monitor', 'monitored'],
      ['ppks.finish-service', 'monitored'],
      ['ppks.end', 'ended'],
    ],
  ],
  [
    'back to the assessment, and to the plan',
    [
      ['ppks.receive', 'received'],
      ['ppks.assess', 'assessed'],
      ['ppks.reassess', 'received'],
      ['ppks.assess', 'assessed'],
      ['ppks.plan', 'planned'],
      ['ppks.replan', 'assessed'],
      ['ppks.reassess', 'received'],
    ],
  ],
  [
    'found to be none after the assessment',
    [
      ['ppks.receive', 'received'],
      ['ppks.assess', 'assessed'],
      ['ppks.end', 'ended'],
    ],
  ],
  [
    'let go at once, and looked after again',
    [
      ['ppks.receive', 'received'],
      ['ppks.end', 'ended'],
      ['ppks.reopen', 'received'],
      ['ppks.assess', 'assessed'],
    ],
  ],
  [
    'a service that is stopped before it began',
    [
      ['ppks.receive', 'received'],
      ['ppks.assess', 'assessed'],
      ['ppks.plan', 'planned'],
      ['ppks.stop-service', 'planned'],
      ['ppks.end', 'ended'],
    ],
  ],
]
for (const [name, steps] of ways)
  test(`PPKS-2 ${name}`, () => {
    const life = birth()
    for (const [kind, status] of steps) {
      const move = { kind, subject: aPpks().id, data: ppksData[kind] } as PpksMove
      assert.equal(live(life, move), null, kind)
      assert.equal(life.ppks?.status, status)
    }
    assert.deepEqual(
      courseOf(life.ppks ?? aPpks()).map(({ act }) => `ppks.${act}`),
      steps.map(([kind]) => kind),
    )
    const times = courseOf(life.ppks ?? aPpks()).map(({ at }) => at)
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    )
  })

// Who may: the right is in some roles, and not in others; and only from a place over the PPKS.
for (const role of shippedRoles)
  test(`PPKS-8 a ${role.code} ${role.permissions.includes('ppks.handle') ? 'may' : 'may not'} handle PPKS`, () => {
    const by = staff(role.code, offices.village)
    const decided = decidePpks({ kind: 'ppks.monitor', subject: aPpks().id, data: ppksData['ppks.monitor'] }, by, {
      ...lookAt(birth()),
      ppks: aPpks({ status: 'in-service' }),
    })
    assert.equal(decided.ok, role.permissions.includes('ppks.handle'))
    if (!decided.ok) assert.deepEqual(decided.error, { code: 'not-permitted', needs: ['ppks.handle'] })
  })

for (const kind of kinds.filter((one) => one !== 'ppks.receive'))
  test(`PPKS-8 ${kind} of somebody in the next village is as if there were nobody`, () => {
    const far = aPpks({ place: villageCode.parse('34.04.07.2002'), status: 'in-service' })
    const move = { kind, subject: far.id, data: ppksData[kind] } as PpksMove
    const decided = decidePpks(move, officer, { ...lookAt(birth()), ppks: far, services: [aService()] })
    assert.equal(!decided.ok && decided.error.code, 'ppks-unknown')
  })

for (const kind of restrictedKinds)
  test(`PPKS-4 of a type under ${kind} only a role that names it writes, when it is taken down and when it is put right`, () => {
    const type = () => ({ number: 1, restricted: kind })
    for (const command of ['ppks.receive', 'ppks.correct'] as const) {
      const seen = { ...lookAt(birth()), type, ppks: command === 'ppks.correct' ? aPpks() : null }
      const move = { kind: command, subject: aPpks().id, data: ppksData[command] } as PpksMove
      const shut = decidePpks(move, officer, seen)
      assert.equal(!shut.ok && shut.error.code, 'ppks-restricted')
      const named = decidePpks(move, staff('manager', offices.district), seen)
      assert.ok(named.ok)
      const [own] = named.value.changes
      assert.equal(own?.table === 'ppks' && own.set.restricted, kind)
    }
  })

test('PPKS-5 a service names an office that there is, or a provider; the office gives its own name', () => {
  const planned = { ...lookAt(birth()), ppks: aPpks({ status: 'planned' }) }
  const added = (own: object) =>
    decidePpks(
      { kind: 'ppks.add-service', subject: aPpks().id, data: { ...ppksData['ppks.add-service'], ...own } },
      officer,
      planned,
    )
  const providerOf = (own: object) => {
    const decided = added(own)
    assert.ok(decided.ok)
    const service = decided.value.changes[1]
    return service?.table === 'ppksService' ? [service.set.office, service.set.provider] : null
  }
  assert.deepEqual(providerOf({ provider: 'Seseorang' }), [offices.district.id, offices.district.name])
  assert.deepEqual(providerOf({ office: null, provider: 'Panti Asih' }), [null, 'Panti Asih'])
  assert.equal(added({ office: null, provider: '' }).ok, false)
  assert.equal(added({ until: '2026-11-02' }).ok, true, 'a service of one day')
  assert.equal(added({ until: '2026-11-01' }).ok, false)
})

test('PPKS-5 a plan of several services is all or nothing', () => {
  const assessed = { ...lookAt(birth()), ppks: aPpks({ status: 'assessed' }) }
  const [service] = ppksData['ppks.plan'].services
  assert.ok(service)
  const plan = (services: PpksCommandData['ppks.plan']['services']) =>
    decidePpks({ kind: 'ppks.plan', subject: aPpks().id, data: { services } }, officer, assessed)
  const three = [0, 1, 2].map((nth) => ({ ...service, service: serviceAt(nth) }))
  const whole = plan(three)
  assert.ok(whole.ok)
  assert.deepEqual(
    whole.value.changes.map(({ table, id }) => [table, id]),
    [['ppks', aPpks().id], ...three.map((one) => ['ppksService', one.service])],
  )
  const part = plan([...three, { ...service, until: '2026-01-01' }])
  assert.deepEqual(part, { ok: false, error: { code: 'ppks-day' } })
})

test('PPKS-5 steps of services that are not of this PPKS are refused', () => {
  for (const step of serviceSteps) {
    const kind = `ppks.${step}` as const
    const seen = { ...lookAt(birth()), ppks: aPpks({ status: 'in-service' }), services: [] }
    const decided = decidePpks({ kind, subject: aPpks().id, data: ppksData[kind] }, officer, seen)
    assert.equal(!decided.ok && decided.error.code, 'ppks-service')
  }
})

test('PPKS-6 how many services are owed is said', () => {
  const services = (['planned', 'running', 'done', 'stopped'] as const).map((status, nth) =>
    aService({ id: serviceAt(nth), status }),
  )
  const seen = { ...lookAt(birth()), ppks: aPpks({ status: 'monitored' }), services }
  const decided = decidePpks({ kind: 'ppks.end', subject: aPpks().id, data: ppksData['ppks.end'] }, officer, seen)
  assert.deepEqual(decided, { ok: false, error: { code: 'ppks-owed', count: 2 } })
})

/** Days at the edge: today, tomorrow, the day somebody became a PPKS, and the day before. */
const days: readonly (readonly [kind: 'ppks.assess' | 'ppks.monitor', on: string, fits: boolean])[] = [
  ['ppks.assess', day, true],
  ['ppks.assess', '2026-11-03', false],
  ['ppks.assess', '2026-10-01', true],
  ['ppks.assess', '2026-09-30', false],
  ['ppks.monitor', day, true],
  ['ppks.monitor', '2026-11-03', false],
  ['ppks.monitor', '2026-10-01', true],
  ['ppks.monitor', '2026-09-30', false],
]
for (const [kind, on, fits] of days)
  test(`PPKS-3 ${kind} on ${on} of somebody since the first of October, on the second of November`, () => {
    const ppks = aPpks({ status: kind === 'ppks.assess' ? 'received' : 'in-service' })
    const move = { kind, subject: ppks.id, data: { ...ppksData[kind], on } } as PpksMove
    const decided = decidePpks(move, officer, { ...lookAt(birth()), ppks })
    assert.equal(decided.ok ? 'yes' : decided.error.code, fits ? 'yes' : 'ppks-day')
  })

test('PPKS-2 every step back and every stop asks for a reason, and no step on does', () => {
  const withReason = ppksSteps.filter((step) => {
    const kind = `ppks.${step}` as const
    const data = { ...ppksData[kind], ...('note' in ppksData[kind] ? { note: '' } : {}) }
    const statuses = ['received', 'assessed', 'in-service', 'ended'] as const
    return statuses.some((status) => {
      const seen = { ...lookAt(birth()), ppks: aPpks({ status }), services: [aService({ status: 'running' })] }
      const decided = decidePpks({ kind, subject: aPpks().id, data } as PpksMove, officer, seen)
      return !decided.ok && decided.error.code === 'note-missing'
    })
  })
  assert.deepEqual(withReason, ['stop-service', 'monitor', 'correct', 'reassess', 'replan', 'reopen'])
})

/** The ministry's list once more: number, and what it is called. */
const ministry = `1 Anak balita terlantar|2 Anak terlantar|3 Anak yang berhadapan dengan hukum|4 Anak jalanan
5 Anak dengan kedisabilitasan|6 Anak yang menjadi korban tindak kekerasan|7 Anak yang memerlukan perlindungan khusus
8 Lanjut usia terlantar|9 Penyandang disabilitas|10 Tuna susila|11 Gelandangan|12 Pengemis|13 Pemulung
14 Kelompok minoritas|15 Bekas warga binaan lembaga pemasyarakatan|16 Orang dengan HIV/AIDS|17 Korban penyalahgunaan NAPZA
18 Korban trafficking|19 Korban tindak kekerasan|20 Pekerja migran bermasalah sosial|21 Korban bencana alam
22 Korban bencana sosial|23 Perempuan rawan sosial ekonomi|24 Fakir miskin|25 Keluarga bermasalah sosial psikologis
26 Komunitas adat terpencil`.split(/[|\n]/)
test('PPKS-1 the types are called as the ministry calls them, each in English too', () => {
  const shipped = shippedLists.items.filter(({ list }) => list === 'ppks-type')
  assert.deepEqual(
    shipped.map(({ names, data }) => `${ppksTypeData.parse(data).number} ${names.id}`),
    ministry,
  )
  assert.ok(shipped.every(({ names }) => names.en.length > 3 && names.en !== names.id))
  assert.equal(new Set(shipped.map(({ code }) => code)).size, 26)
})

const typeWords: readonly (readonly [data: object, fits: boolean])[] = [
  [{ number: 1, restricted: null }, true],
  [{ number: 99, restricted: 'hiv' }, true],
  [{ number: 0, restricted: null }, false],
  [{ number: 100, restricted: null }, false],
  [{ number: 1.5, restricted: null }, false],
  [{ number: 1, restricted: 'rahasia' }, false],
  [{ number: 1 }, false],
  [{ number: 1, restricted: null, extra: 1 }, false],
]
for (const [data, fits] of typeWords)
  test(`PPKS-1 ${JSON.stringify(data)} ${fits ? 'says' : 'does not say'} a type`, () => {
    assert.equal(ppksTypeData.safeParse(data).success, fits)
  })

const limitWords: readonly (readonly [data: object, fits: boolean])[] = [
  [{ least: 2, basis: '' }, true],
  [{ least: 50, basis: 'Perbup 1' }, true],
  [{ least: 1, basis: '' }, false],
  [{ least: 51, basis: '' }, false],
  [{ least: 5 }, false],
  [{ least: 5, basis: 'x'.repeat(301) }, false],
  [{ least: 5, basis: 'a\u0000b' }, false],
]
for (const [data, fits] of limitWords)
  test(`PPKS-9 ${JSON.stringify(data).slice(0, 40)} ${fits ? 'says' : 'does not say'} a limit`, () => {
    assert.equal(cellLimitData.safeParse(data).success, fits)
  })
