import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { decideCase } from '@openslrt/core/case/decide.ts'
import { nothingAround } from '@openslrt/core/case/effects.ts'
import { activeStatuses, endedStatuses } from '@openslrt/core/case/moves.ts'
import { registerCase } from '@openslrt/core/case/register.ts'
import type { CaseMove } from '@openslrt/core/contract/case.ts'
import { caseMoveData, registerData } from '@openslrt/core/contract/case.ts'
import type { ReferralMove } from '@openslrt/core/contract/referral.ts'
import { referralMoveData } from '@openslrt/core/contract/referral.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { Decision } from '@openslrt/core/ledger/entry.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { decideReferral } from '@openslrt/core/referral/decide.ts'
import { aCalendar, aPolicy } from '@openslrt/core/testing/a-policy.ts'
import type { Walk } from '@openslrt/core/testing/walk.ts'
import { apply, newWalk } from '@openslrt/core/testing/walk.ts'
import { demoCase, toldAgain } from './demo-case.ts'
import { planCases } from './plan-cases.ts'
import type { Step } from './trail.ts'
import { twinWay, wayOf } from './ways.ts'
import type { World } from './world.ts'
import { demoVillage, planWorld } from './world.ts'

const seed = 'rencana'
const now = Date.parse('2026-11-23T10:00:00+07:00')
const count = 500
const villages = ['2001', '2002', '2003'].map((own) => ({
  code: placeCode.parse(`34.04.07.${own}`),
  name: `Desa ${own}`,
}))
const world = planWorld(seed, villages, null)
const calendar = aCalendar()
const scene = { seed, now, world, calendar }
const steps = planCases(scene, count)

test('DEMO-9 a year of cases is planned as so many registrations, the same at every start', () => {
  assert.equal(new Set(steps.map(({ case: own }) => own)).size, count)
  assert.equal(steps.filter(({ kind }) => kind === 'case.register').length, count)
  assert.deepEqual(planCases(scene, count), steps)
  assert.notDeepEqual(planCases({ ...scene, seed: 'lain' }, count), steps)
})

test('DEMO-2 everything planned lies in the past year, in the order of time, and is one command each', () => {
  assert.deepEqual(
    steps.map(({ at }) => at),
    steps.map(({ at }) => at).toSorted((left, right) => left - right),
  )
  assert.ok(steps.every(({ at }) => at < now && at > now - 366 * dayMs))
  assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length)
})

test('DEMO-2 every case begins with its registration, and its steps follow each other', () => {
  for (const own of Map.groupBy(steps, ({ case: id }) => id).values()) {
    assert.equal(own[0]?.kind, 'case.register')
    assert.equal(own.filter(({ kind }) => kind === 'case.register').length, 1)
  }
})

test('DEMO-1 desks take cases in on working days in their opening hours; homes at any time but by night', () => {
  for (const { at, by, kind } of steps.filter(({ kind: of }) => of === 'case.register')) {
    const local = new Date(at + 7 * 60 * 60_000)
    const minutes = local.getUTCHours() * 60 + local.getUTCMinutes()
    const day = dayIn('Asia/Jakarta', at)
    if (by === 'citizen') assert.ok(minutes >= 330 && minutes <= 22 * 60, `${kind} ${day} ${minutes}`)
    else {
      const hours = calendar.week[local.getUTCDay()]
      assert.ok(hours && minutes >= hours[0] && minutes <= hours[1] && !calendar.closed.has(day), `${day} ${minutes}`)
    }
  }
})

test('DEMO-6 nobody of the plan can exist: numbers that no registry and no network gives, and addresses that say so', () => {
  for (const { kind, data } of steps.filter(({ kind: of }) => of === 'case.register')) {
    const { client, reporter } = registerData.parse(data)
    assert.match(client.nik ?? '', /0000$/, kind)
    assert.match(client.phone ?? '', /^0800 0/)
    if (reporter.phone) assert.match(reporter.phone, /^0800 0/)
    assert.match(client.address, /\(data contoh\)$/)
  }
})

test('DEMO-9 every command of the plan carries what the wire takes', () => {
  for (const { kind, data } of steps) {
    const [capability, action = ''] = kind.split('.')
    const schemas = Object.entries(capability === 'case' ? caseMoveData : referralMoveData)
    const schema = kind === 'case.register' ? registerData : schemas.find(([known]) => known === action)?.[1]
    assert.ok(schema, kind)
    assert.deepEqual(schema.safeParse(data).error?.issues ?? [], [], kind)
  }
})

/** The law's own answer to a step of the plan, on the cases as the steps before left them. */
function answerTo(step: Step, walk: Walk): Result<Decision, { readonly code: string }> {
  const policy = aPolicy(step.at, { offices, day: dayIn('Asia/Jakarta', step.at) })
  const actor = actorOf(step, world)
  if (step.kind === 'case.register')
    return registerCase(step.case, registerData.parse(step.data), actor, { short: 's', long: 'l' }, policy)
  const kase = walk.cases.get(step.case)
  assert.ok(kase, `${step.kind} of a case that is not there`)
  const [capability, action] = step.kind.split('.')
  if (capability === 'case') {
    const move = { action, data: step.data } as CaseMove
    const target = move.action === 'merge' ? (walk.cases.get(move.data.into) ?? null) : null
    return decideCase(kase, move, actor, policy, { ...nothingAround, target })
  }
  const file = {
    case: kase,
    referrals: [...walk.referrals.values()].filter(({ caseId }) => caseId === kase.id),
    grants: [...walk.grants.values()].filter(({ caseId }) => caseId === kase.id),
  }
  return decideReferral(file, { action, data: step.data } as ReferralMove, actor, policy)
}

const offices = new Map<OfficeId, OfficeRow>(
  [...world.offices.values()].map(({ id, name, kind, level, place, parent }) => [
    id,
    {
      id,
      name,
      kind,
      level,
      place,
      district: ledgerOf(place),
      parent: parent === null ? null : (world.offices.get(parent)?.id ?? null),
      version: 1,
      active: true,
      address: '',
      phone: '',
      openedAt: 0,
    },
  ]),
)

function actorOf({ by, case: own }: Step, { staff, offices: known }: World): Actor {
  if (by === 'citizen') return { kind: 'citizen', case: own }
  if (by === 'clock') return { kind: 'clock', case: own }
  const person = staff.find(({ id }) => id === by)
  const office = person && known.get(person.office)
  const role = shippedRoles.find(({ code }) => code === person?.role)
  assert.ok(person && office && role, by)
  return {
    kind: 'staff',
    staff: person.id,
    office: office.id,
    place: office.place,
    level: office.level,
    permissions: new Set(role.permissions),
    restricted: new Set(role.restricted),
    sees: role.sees,
  }
}

const walk = newWalk()
const refused = steps.flatMap((step) => {
  const answer = answerTo(step, walk)
  if (answer.ok) apply(walk, answer.value)
  return answer.ok ? [] : [`${step.kind} of ${step.case}: ${answer.error.code}`]
})

test('DEMO-9 the law takes every command of the plan from whoever gives it, when it is given', () => {
  assert.deepEqual(refused, [])
  assert.equal(walk.cases.size, count)
})

test('DEMO-9 the plan leaves some cases in every hand: open, waiting, referred, answered, ended', () => {
  const cases = [...walk.cases.values()]
  const statuses = new Set(cases.map(({ status }) => status))
  for (const status of ['registered', 'handling', 'returned', 'answered', 'closed', 'cancelled'] as const)
    assert.ok(statuses.has(status), status)
  assert.ok(cases.some(({ openReferrals }) => openReferrals > 0))
  const closures = new Set(cases.map(({ closure }) => closure))
  for (const closure of ['settled', 'confirmed', 'no-word'] as const) assert.ok(closures.has(closure), closure)
  const active = cases.filter(({ status }) => activeStatuses.includes(status)).length
  const ended = cases.filter(({ status }) => endedStatuses.includes(status)).length
  assert.ok(active > count / 50 && ended > count / 2, `${active} active, ${ended} ended`)
})

test('DEMO-3 every limit that ran out before now was played: nothing waits longer than its window', () => {
  for (const { status, changedAt } of walk.cases.values())
    if (status === 'returned' || status === 'answered')
      assert.ok(changedAt > now - 10 * dayMs, new Date(changedAt).toISOString())
})

test('DEMO-9 a restricted need is handled by people who may see its kind, and never goes above the secretariat', () => {
  for (const kase of walk.cases.values()) {
    if (kase.restricted === null) continue
    assert.ok(restrictedKinds.includes(kase.restricted))
    assert.ok(['district', 'village'].includes(offices.get(kase.office)?.level ?? ''), kase.id)
    for (const { by, kind } of steps.filter(({ case: own }) => own === kase.id)) {
      const person = world.staff.find(({ id }) => id === by)
      if (person && !kind.startsWith('referral.')) assert.equal(person.role, 'manager', kind)
    }
  }
})

test('DEMO-1 the demo has an office for everything it speaks of, each under the one above it, and people in all of them', () => {
  for (const { id, parent, key, place } of world.offices.values()) {
    if (parent !== null) {
      const above = world.offices.get(parent)
      assert.ok(above && place.startsWith(above.place === '00' ? '' : above.place), key)
    }
    assert.ok(
      world.staff.some(({ office }) => office === key),
      key,
    )
    assert.equal([...world.offices.values()].filter((other) => other.id === id).length, 1)
  }
  assert.equal(new Set(world.staff.map(({ id }) => id)).size, world.staff.length)
})

test('DEMO-5 a few of the demo may sign in, each under a name of their own, one for every shipped role but those above', () => {
  const names = world.staff.flatMap(({ signInName }) => signInName ?? [])
  assert.equal(new Set(names).size, names.length)
  const roles = new Set(world.staff.filter(({ signInName }) => signInName !== null).map(({ role }) => role))
  assert.deepEqual(
    [...roles].toSorted(),
    [
      'admin',
      'agency-head',
      'approver',
      'bo',
      'coordinator',
      'facilitator',
      'fo',
      'leader',
      'manager',
      'province',
      'provider',
      'section-head',
      'verifier',
      'village-operator',
    ].toSorted(),
  )
  assert.ok(world.staff.some(({ office, signInName }) => office === demoVillage && signInName !== null))
})

test('DEMO-1 an installation that has a national office keeps it: the demo takes its place there', () => {
  const national = [...world.offices.values()].find(({ key }) => key === 'nation')?.id
  assert.ok(national)
  const own = planWorld(seed, villages, [...offices.keys()][3] ?? null)
  assert.equal(own.offices.get('nation')?.id, [...offices.keys()][3])
  assert.equal(own.offices.get('province')?.id, world.offices.get('province')?.id)
})

/** Whole ways, as far as they lead: what a plan cuts off at this moment included. */
const wholeWays = Array.from({ length: 400 }, (_, n) => {
  const kase = demoCase(scene, n, now - (n % 360) * dayMs - dayMs)
  return { kase, steps: wayOf(kase, scene) }
})
const kindsOf = (own: readonly Step[]): readonly string[] => own.map(({ kind }) => kind)
const before = (own: readonly Step[], kind: string): Step | undefined => own[kindsOf(own).indexOf(kind) - 1]
const has = (kind: string) => wholeWays.filter(({ steps: own }) => kindsOf(own).includes(kind))

test('DEMO-9 every way is lawful to its end, and leaves its case ended', () => {
  const whole = newWalk()
  for (const { kase, steps: own } of wholeWays) {
    for (const step of own) {
      const answer = answerTo(step, whole)
      assert.ok(
        answer.ok,
        answer.ok ? '' : `${step.kind} of ${kase.seed}: ${answer.error.code} in ${kindsOf(own).join()}`,
      )
      apply(whole, answer.value)
    }
    const row = whole.cases.get(kase.id)
    assert.ok(row && endedStatuses.includes(row.status), `${kase.seed} stays ${row?.status}: ${kindsOf(own).join()}`)
    assert.equal(row.openReferrals, 0, kase.seed)
  }
})

test('DEMO-9 the steps of a way follow each other, each later than the one before, about one case', () => {
  for (const { kase, steps: own } of wholeWays) {
    assert.equal(own[0]?.at, kase.at)
    assert.ok(own.every((step) => step.case === kase.id))
    for (const [nth, step] of own.entries())
      if (nth > 0) assert.ok(step.at > (own[nth - 1]?.at ?? 0), `${step.kind} ${nth} of ${kase.seed}`)
    assert.equal(new Set(own.map(({ id }) => id)).size, own.length)
  }
})

test('DEMO-1 among whole ways every turn is taken that a case may take', () => {
  const turns = [
    'case.settle',
    'case.take',
    'case.hand-down',
    'case.return',
    'case.complete',
    'case.expire',
    'case.cancel',
    'case.escalate',
    'case.recommend',
    'case.send-back',
    'case.approve',
    'case.reject',
    'case.answer',
    'case.dispute',
    'case.lapse',
    'case.confirm',
    'referral.request',
    'referral.accept',
    'referral.start',
    'referral.reject',
    'referral.redirect',
    'referral.fail',
    'referral.complete',
  ]
  for (const kind of turns) assert.ok(has(kind).length > 0, kind)
})

test('DEMO-1 staff act in working hours, citizens whenever they like', () => {
  for (const { steps: own } of wholeWays)
    for (const { at, by, kind } of own.slice(1)) {
      if (by === 'citizen' || by === 'clock') continue
      const local = new Date(at + 7 * 60 * 60_000)
      const hours = calendar.week[local.getUTCDay()]
      const minutes = local.getUTCHours() * 60 + local.getUTCMinutes()
      assert.ok(hours && minutes >= hours[0] && minutes <= hours[1], `${kind} at ${local.toISOString()}`)
    }
})

test('DEMO-3 a limit runs out by the clock alone, whole days after what it began with', () => {
  for (const { steps: own } of has('case.lapse')) {
    const [waited, over] = [before(own, 'case.lapse'), own.find(({ kind }) => kind === 'case.lapse')]
    assert.ok(waited && over)
    assert.equal(over.by, 'clock')
    assert.equal((over.at - waited.at) % dayMs, 0)
    assert.ok(['case.answer', 'case.reject'].includes(waited.kind), waited.kind)
  }
})

test('DEMO-9 what is disputed was answered or refused before, and what was reopened was closed', () => {
  for (const { steps: own } of has('case.dispute'))
    assert.ok(['case.answer', 'case.reject'].includes(before(own, 'case.dispute')?.kind ?? ''))
  for (const { steps: own } of has('case.reopen')) assert.equal(before(own, 'case.reopen')?.kind, 'case.confirm')
  for (const { steps: own } of has('case.complete')) assert.equal(before(own, 'case.complete')?.kind, 'case.return')
  for (const { steps: own } of has('referral.redirect'))
    assert.equal(before(own, 'referral.redirect')?.kind, 'referral.reject')
})

test('DEMO-9 whoever was asked and whoever is asked next are offices of the demo, and never the same', () => {
  const ids = new Set<string>([...world.offices.values()].map(({ id }) => id))
  for (const { steps: own } of has('referral.request')) {
    const asked = own.flatMap(({ kind, data }) =>
      ['referral.request', 'referral.redirect'].includes(kind) ? [String(Reflect.get(data, 'to'))] : [],
    )
    assert.ok(asked.every((id) => ids.has(id)))
    assert.equal(new Set(asked).size, asked.length)
  }
})

test('DEMO-9 a case that is told twice is taken up and joined to the earlier one, after it', () => {
  const [first] = wholeWays
  assert.ok(first)
  const twin = toldAgain(first.kase, scene, 9_999, first.kase.at + dayMs)
  const own = twinWay(twin, first.kase, scene)
  assert.deepEqual(kindsOf(own), ['case.register', 'case.take', 'case.merge'])
  assert.ok(own.every(({ after, case: id }) => after === first.kase.id && id === twin.id))
  assert.notEqual(twin.id, first.kase.id)
  assert.deepEqual(registerData.parse(own[0]?.data).client, first.kase.data.client)
  assert.equal(Reflect.get(own[2]?.data ?? {}, 'into'), first.kase.id)
})
