import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allRoutes } from '../testing/all-routes.ts'
import { anyReply } from '../testing/any-reply.ts'
import { property, seed } from '../testing/property.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { isObject, spotsOf, type Way, withAt, withoutAt } from '../testing/spoil.ts'
import { nothing } from './route.ts'

/** Where in a reply something stands, items of lists without their numbers: `items.values`. */
const place = (way: Way): string => way.filter((name) => typeof name === 'string').join('.')

/** Every place that a shape names, with the shape that stands there. */
function placesOf(shape: Shape, way: readonly string[] = []): readonly (readonly [place: string, shape: Shape])[] {
  if (typeof shape === 'string') return [[way.join('.'), shape]]
  const inner = Object.entries(shape).flatMap(([name, part]) =>
    placesOf(part, /^(0$|or |list |each )/.test(name) ? way : [...way, name.replace('?', '')]),
  )
  return [[way.join('.'), shape], ...inner]
}

/** Replies in which names stand that are data: values of people, what a list says, counts by what is counted. */
const namedByData: Readonly<Record<string, readonly string[]>> = {
  'GET /api/activity/list': ['items.counts'],
  'GET /api/activity/report': ['counts'],
  'GET /api/independence/assessment': ['answers', 'judged', 'figures', 'score.dimensions', 'peers.profile'],
  'GET /api/independence/places': ['counts'],
  'GET /api/network/list': ['counts'],
  'GET /api/network/growth': ['states.district', 'states.puskesos'],
  'POST /api/persons/export': ['registry.said', 'registry.family', 'registry.records.values', 'registry.records.was'],
  'GET /api/cases': ['counts'],
  'GET /api/cases/card': ['history.say', 'referralOffers'],
  'GET /api/figures/district': ['trend.points.counts', 'below.counts', 'referrals', 'outcomes'],
  'GET /api/figures/region': ['trend.points.counts', 'below.counts'],
  'GET /api/figures/referrals': ['all.counts', 'kinds.counts', 'offices.counts'],
  'GET /api/letters/case': ['letters.fields'],
  'GET /api/letters/rules': ['rules.now.data', 'rules.said.data'],
  'GET /api/lists/items': ['items.data', 'items.said.data'],
  'POST /api/lists/plan': ['lines.asks.data'],
  'GET /api/loads/one': ['mapping'],
  'POST /api/proposals/find': ['people.values'],
  'GET /api/psks/one': ['fields'],
  'GET /api/psks/coverage': ['groups.villages.kinds'],
  'GET /api/lists': ['lists', 'lists.data'],
  'GET /api/registry/family': ['said', 'members.said'],
  'GET /api/registry/person': ['said'],
  'GET /api/registry/history': ['items.values', 'items.was'],
  'GET /api/registry/choices': ['lists'],
  'GET /api/roles/items': ['items.data', 'items.said.data'],
}

const shapes = allRoutes.map(([at, { reply }]) => [at, placesOf(shapeOf(reply))] as const)

test('R4 these replies let names out that are data, and no others do', () => {
  for (const [at, places] of shapes) {
    const open = places
      .filter(([, shape]) => typeof shape === 'object' && Object.keys(shape).some((name) => name.startsWith('each ')))
      .map(([where]) => where)
    assert.deepEqual([...new Set(open)].toSorted(), [...(namedByData[at] ?? [])].toSorted(), at)
  }
})

/** What the law says in a form of its own, and is told as it stands. */
const told: ReadonlySet<string> = new Set(['versions.rule', 'groups.items.reason', 'examples.reason', 'offers.refusal'])
const isOpen = (at: string, way: Way): boolean =>
  [...told, ...(namedByData[at] ?? [])].some((open) => `${place(way)}.`.startsWith(`${open}.`))

const schemas = new Map(allRoutes.map(([at, { reply }]) => [at, reply]))
const said = fc
  .constantFrom(...allRoutes.map(([at]) => at))
  .chain((at) => fc.tuple(fc.constant(at), anyReply(schemas.get(at) ?? nothing)))

property(
  'R4 only what a reply names goes out, however deep in it something else lies',
  said,
  ([at, reply]) => {
    let leaky: unknown = reply
    for (const { way, value } of spotsOf(reply).toReversed())
      if (isObject(value) && !isOpen(at, way))
        leaky = withAt(leaky, way, Object.assign({}, lying(leaky, way), { bocor: 'RAHASIA' }))
    const read = (schemas.get(at) ?? nothing).safeParse(leaky)
    // What a form of ours is sent back as it was typed says strictly what it holds, and then nothing goes out at all.
    if (read.success) assert.doesNotMatch(JSON.stringify(read.data) ?? '', /RAHASIA/, at)
  },
  120,
)

const lying = (value: unknown, way: Way): unknown =>
  way.reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), value)

/** A few replies of each door. */
const replies = allRoutes.map(([at, row]) => ({ at, row, some: fc.sample(anyReply(row.reply), { seed, numRuns: 2 }) }))

test('R4 what is made after the schema of a reply is let out as it is, also when it is read once more', () => {
  for (const { at, row, some } of replies)
    for (const one of some) {
      const read = row.reply.parse(one)
      assert.deepEqual(row.reply.parse(read), read, at)
    }
})

test('R4 a reply that lacks what it names is no reply: a screen never draws half of one', () => {
  for (const { at, row, some } of replies) {
    const needed = Object.keys(Object(shapeOf(row.reply))).filter(
      (name) => /^[a-zA-Z]+$/.test(name) && name !== 'strict',
    )
    const half = needed.filter((name) => row.reply.safeParse(withoutAt(some[0], [name])).success)
    assert.deepEqual(half, [], at)
  }
})

test('R4 nothing, a text, a number or a list is no reply of any door', () => {
  // Whoever is not signed in, and whoever has nothing yet, is told so.
  for (const [at, { reply }] of allRoutes)
    for (const one of [null, 'ok', 1, true, []]) assert.ok(!reply.safeParse(one).success || one === null, at)
})

/** The doors through which something goes out under a name that could be a person's own, and where it stands in the reply. */
const doorsOf = (name: string): readonly string[] =>
  shapes.flatMap(([at, places]) =>
    places
      .filter(([where]) => where.split('.').at(-1) === name)
      .map(([where]) => `${at} ${where}`)
      .filter((one, index, all) => all.indexOf(one) === index),
  )

/** Numbers of people, and what opens something: each of these doors masks them, or asks for a reason and is on record. */
const personal: readonly (readonly [name: string, doors: readonly string[]])[] = [
  [
    'nik',
    [
      'POST /api/persons/export nik',
      'POST /api/persons/export cases.client.nik',
      'POST /api/cases/reveal nik',
      'POST /api/registry/candidates items.person.nik',
      'GET /api/registry/doubles items.first.nik',
      'GET /api/registry/doubles items.second.nik',
      'POST /api/registry/find items.nik',
      'POST /api/joint/reveal nik',
      'GET /api/ppks/one nik',
      'POST /api/ppks/reveal nik',
      'GET /api/proposals/one nik',
      'POST /api/proposals/find people.nik',
      'GET /api/proposals/meeting verdicts.proposal.nik',
      'GET /api/psks/one nik',
      'POST /api/registry/reveal nik',
    ],
  ],
  [
    'kk',
    [
      'POST /api/persons/export cases.client.kk',
      'POST /api/cases/reveal kk',
      'GET /api/proposals/one kk',
      'POST /api/proposals/find people.kk',
      'GET /api/registry/families items.kk',
      'GET /api/registry/family line.kk',
      'GET /api/registry/of-case items.kk',
      'POST /api/registry/reveal kk',
    ],
  ],
  ['story', ['POST /api/persons/export cases.story', 'GET /api/cases/card story']],
  ['email', ['GET /api/notices/settings email', 'POST /api/notices/settings email', 'GET /api/psks/one email']],
  ['codes', ['POST /api/second-factor/confirm codes', 'POST /api/second-factor/codes codes']],
  ['href', ['POST /api/notices/link href']],
  ['password', []],
  ['secret', []],
  ['token', []],
  ['hash', []],
  ['digest', []],
]
for (const [name, doors] of personal)
  test(`ACCESS-16 ${name} goes out through ${doors.length === 0 ? 'no door' : 'these doors and no others'}`, () => {
    assert.deepEqual(doorsOf(name).toSorted(), [...doors].toSorted())
  })

test('ACCESS-16 whoever is shown numbers whole says why, by POST, and it is on record under a name of its own', () => {
  const reveals = allRoutes.filter(([at]) => at.endsWith('/reveal'))
  assert.equal(reveals.length, 5)
  for (const [at, { method, body, audit, allow }] of reveals) {
    assert.equal(method, 'POST', at)
    assert.equal(Reflect.get(Object(shapeOf(body)), 'reason'), 'line 5..200', at)
    assert.match(audit, /REVEALED$/, at)
    assert.notEqual(allow, 'signed-in', at)
  }
  assert.equal(new Set(reveals.map(([, { audit }]) => audit)).size, reveals.length)
})

/** Nothing of people lies behind these: who comes has not said yet who they are. */
const openDoors = [
  'GET /api/door',
  'GET /api/places',
  'POST /api/link',
  'POST /api/link/accept',
  'POST /api/provider/begin',
  'POST /api/provider/finish',
  'POST /api/sign-in',
]

test('ACCESS-1 these doors open to everybody, and no others do', () => {
  const open = allRoutes.filter(([, { allow }]) => allow === 'public').map(([at]) => at)
  assert.deepEqual(open.toSorted(), openDoors)
})
