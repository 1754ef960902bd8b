import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quotaId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode } from '../place/code.ts'
import { aNeed, aNeedFile, anApplication, needData, needNth } from '../testing/a-need.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property, seed } from '../testing/property.ts'
import { carryOver, placesInto } from './carry.ts'
import { decideAboutNeed } from './decide.ts'
import type { ApplicationRow, NeedRow, QuotaRow } from './need.ts'
import { endedFor, quotaFor, runsOn } from './quota.ts'
import type { NeedFile, NeedMove } from './scene.ts'
import { partsOf, placesOf } from './shares.ts'

// Villages, their sub-district and district, each with shares of the same programme, over three years: whatever offices do
// and however time goes on, no quota is overdrawn, and nobody is passed.

const agency = staff('manager', offices.district)
const homes = ['34.04.07.2001', '34.04.07.2002', '34.04.06.2001'].map((code) => placeCode.parse(code))
const wider = ['34.04', '34.04.07'].map((code) => placeCode.parse(code))
const places = [...wider, ...homes]
const years = ['2026', '2027', '2028']
const people = 12

const rowsOf = <Row>(world: World, table: keyof World['rows']): readonly Row[] =>
  [...world.rows[table].values()] as unknown as readonly Row[]
const quotasIn = (world: World): readonly QuotaRow[] => rowsOf<QuotaRow>(world, 'quota')
const applicationsIn = (world: World): readonly ApplicationRow[] => rowsOf<ApplicationRow>(world, 'application')

function begun(): World {
  const world = emptyWorld()
  for (let n = 0; n < people; n++) {
    const need = { ...aNeed({ status: 'applied', standing: 1 }), id: needNth(100 + n) }
    world.rows.need.set(need.id, need as never)
    const place = homes[n % homes.length] ?? homes[0]
    const own = { ...anApplication(), id: needNth(200 + n), need: need.id, place }
    world.rows.application.set(own.id, own as never)
  }
  return world
}

/** What a machine would load on a day, with the order of lines taken from since when each waits. */
function lineIn(world: World, quota: QuotaRow, but: string, day: string): readonly ApplicationRow[] {
  if (!runsOn(quota, day) || comersTo(world, quota, day).length > 0) return []
  return waitingIn(world, quota).filter(({ id }) => id !== but)
}
const waitingIn = (world: World, quota: QuotaRow): readonly ApplicationRow[] =>
  applicationsIn(world)
    .filter((one) => one.quota === quota.id && one.status === 'waiting')
    .toSorted((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0) || (a.ticket ?? 0) - (b.ticket ?? 0))
const runningOn = (world: World, day: string) => quotasIn(world).filter((quota) => runsOn(quota, day))
const owingOn = (world: World, day: string) =>
  quotasIn(world).filter((quota) => quota.until < day && waitingIn(world, quota).length > 0)

function comersTo(world: World, quota: QuotaRow, day: string): readonly ApplicationRow[] {
  const waiting = owingOn(world, day).flatMap((old) => waitingIn(world, old))
  const from = placesInto(quota, runningOn(world, day), [...new Set(waiting.map(({ place }) => place))], day)
  return waiting.filter(({ place }) => from.includes(place)).toSorted((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0))
}

interface Try {
  readonly kind: 'grant' | 'refuse' | 'withdraw' | 'release' | 'set' | 'carry' | 'later'
  readonly which: number
  readonly places: number
  readonly year: number
}
const kinds = ['grant', 'refuse', 'withdraw', 'release', 'set', 'carry', 'later'] as const
const aTry: fc.Arbitrary<Try> = fc.record({
  kind: fc.constantFrom(...kinds, 'grant' as const, 'grant' as const, 'set' as const, 'set' as const),
  which: fc.nat(40),
  places: fc.nat(6),
  year: fc.nat(2),
})
const tries = fc.array(aTry, { minLength: 30, maxLength: 90 })

class Walk {
  readonly world = begun()
  readonly done = new Set<string>()
  now = monday
  day = '2026-11-02'

  policy() {
    this.now += 1000
    return { ...aPolicy(), now: this.now, day: this.day }
  }

  try({ kind, which, places: n, year }: Try): void {
    if (kind === 'later') return this.later(which)
    if (kind === 'carry') return this.carry(which)
    if (kind === 'set') return this.give('quota.set', this.quotaId(which, year), this.setting(which, year, n))
    const application = applicationsIn(this.world)[which % people]
    if (application) this.give(`application.${kind}`, application.id, {})
  }

  /** Half a year goes by, at most to the end of what quotas are set for. */
  later(which: number): void {
    if (which % 3 > 0 || this.day > '2028-06-01') return
    this.now += 182 * dayMs
    this.day = new Date(this.now).toISOString().slice(0, 10)
    this.done.add('later')
  }

  carry(which: number): void {
    const running = runningOn(this.world, this.day)
    const quota = running[which % Math.max(1, running.length)]
    if (!quota) return
    const all = comersTo(this.world, quota, this.day)
    const most = 1 + (which % 3)
    const line = waitingIn(this.world, quota)
    const ended = owingOn(this.world, this.day)
    const policy = this.policy()
    const answer = carryOver({ quota, ended, comers: all.slice(0, most), more: all.length > most, line }, policy)
    if (!answer.ok) return
    evolve(this.world, '34.04', payloadOf(answer.value))
    this.done.add(all.length > 0 ? 'carry' : 'fill')
  }

  quotaId(which: number, year: number) {
    return quotaId.parse(needNth(500 + (which % places.length) * 10 + year))
  }
  setting(which: number, year: number, n: number) {
    const own = { place: places[which % places.length], from: `${years[year]}-01-01`, until: `${years[year]}-12-31` }
    return { ...own, places: n }
  }

  give(kind: NeedMove['kind'], subject: string, own: object): void {
    const move = { kind, subject, data: { ...needData[kind], ...own } } as NeedMove
    const file = kind === 'quota.set' ? this.toSet(subject) : this.toDecide(subject)
    const actor = kind === 'application.withdraw' ? staff('fo', offices.village) : agency
    const answer = decideAboutNeed(file, move, actor, this.policy())
    if (!answer.ok) {
      this.done.add(`${kind}: ${answer.error.code}`)
      return
    }
    evolve(this.world, '34.04', payloadOf(answer.value))
    this.done.add(kind)
  }

  toSet(subject: string): NeedFile {
    const all = quotasIn(this.world)
    const quota = all.find(({ id }) => id === subject) ?? null
    const line = all.flatMap((one) => lineIn(this.world, one, '', this.day))
    return aNeedFile({ quota, around: all.filter(({ id }) => id !== subject), line })
  }

  toDecide(subject: string): NeedFile {
    const application = applicationsIn(this.world).find(({ id }) => id === subject)
    assert.ok(application)
    const need = rowsOf<NeedRow>(this.world, 'need').find(({ id }) => id === application.need) ?? null
    const own = quotasIn(this.world).find(({ id }) => id === application.quota)
    const running = quotaFor(runningOn(this.world, this.day), application.place, this.day)
    const ended = running ? null : endedFor(owingOn(this.world, this.day), application.place, this.day)
    const quota = own ?? running ?? ended
    const owed = !own && (ended !== null || (running !== null && comersTo(this.world, running, this.day).length > 0))
    return aNeedFile({
      application,
      need,
      quota,
      owed,
      line: quota ? lineIn(this.world, quota, subject, this.day) : [],
    })
  }
}

property(
  'QUOTA-2, QUOTA-7 whatever villages, sub-districts and the district set and grant over the years, no quota is overdrawn, nor any together with its shares',
  tries,
  (all) => {
    const walk = new Walk()
    for (const one of all) {
      walk.try(one)
      const quotas = quotasIn(walk.world)
      for (const quota of quotas) {
        const others = quotas.filter(({ id }) => id !== quota.id)
        const having = (id: string) =>
          applicationsIn(walk.world).filter((one_) => one_.quota === id && one_.status === 'granted').length
        assert.equal(having(quota.id), quota.granted)
        assert.equal(waitingIn(walk.world, quota).length, quota.waiting)
        assert.equal(quota.shared, placesOf(partsOf(quota, others)), 'what is shared out is what shares have')
        assert.ok(quota.granted + (quota.shared ?? 0) <= quota.places, JSON.stringify(quota))
        const below = others.filter((one_) => one_.place.startsWith(`${quota.place}.`) && one_.from === quota.from)
        const together = [quota, ...below].reduce((sum, { id }) => sum + having(id), 0)
        assert.ok(together <= quota.places, `${together} of ${quota.places} for ${quota.place} and below`)
      }
    }
  },
  150,
)

property(
  'QUOTA-3, QUOTA-8 nobody is passed: whoever gets a place has waited longest of all who wait for the same, carried over or not',
  tries,
  (all) => {
    const walk = new Walk()
    for (const one of all) {
      const before = new Map(applicationsIn(walk.world).map((row) => [row.id, row]))
      const queue = (quota: QuotaRow) => [...comersTo(walk.world, quota, walk.day), ...waitingIn(walk.world, quota)]
      const lines = new Map(runningOn(walk.world, walk.day).map((quota) => [quota.id, queue(quota)]))
      walk.try(one)
      for (const [quota, line] of lines) {
        const after = new Map(applicationsIn(walk.world).map((row) => [row.id, row]))
        const up = line.filter(({ id }) => after.get(id)?.status === 'granted')
        const still = line.filter(({ id }) => after.get(id)?.status === 'waiting')
        const since = (row: ApplicationRow) => before.get(row.id)?.decidedAt ?? 0
        const latest = Math.max(0, ...up.map(since))
        for (const other of still) assert.ok(latest <= since(other), `${other.id} was passed`)
        const fresh = applicationsIn(walk.world).filter(
          ({ id, status, quota: of }) => of === quota && status === 'granted' && before.get(id)?.status === 'sent',
        )
        assert.ok(fresh.length === 0 || line.length === 0, 'a place was taken while somebody waited for it')
      }
    }
  },
  150,
)

property(
  'QUOTA-8 once time has carried all lines over, nobody waits beside a free place, nor for a period that is over where one counts',
  tries,
  (all) => {
    const walk = new Walk()
    for (const one of all) walk.try(one)
    for (let round = 0; round < people * 3; round++)
      for (let nth = 0; nth < runningOn(walk.world, walk.day).length; nth++) walk.carry(nth)
    for (const quota of runningOn(walk.world, walk.day)) {
      assert.deepEqual(comersTo(walk.world, quota, walk.day), [])
      assert.ok(quota.waiting === 0 || quota.granted + (quota.shared ?? 0) === quota.places, JSON.stringify(quota))
    }
  },
  100,
)

test('QUOTA-8 the walks take every step there is, and meet every refusal', () => {
  const taken = new Set<string>()
  for (const all of fc.sample(tries, { numRuns: 200, seed })) {
    const walk = new Walk()
    for (const one of all) walk.try(one)
    for (const done of walk.done) taken.add(done)
  }
  for (const step of ['application.grant', 'application.release', 'quota.set', 'carry', 'fill', 'later'])
    assert.ok(taken.has(step), step)
  for (const refusal of ['quota.set: quota-above', 'quota.set: quota-below']) assert.ok(taken.has(refusal), refusal)
})
