import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import { caseStatuses } from '../case/case.ts'
import { countsOf } from '../case/counts.ts'
import type { LetterAction, LetterMove } from '../contract/letter.ts'
import { keysOf } from '../kernel/keys.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { payload } from '../ledger/payload.ts'
import { aCase } from '../testing/a-case.ts'
import { aLetterFile, letterData, shippedRules } from '../testing/a-letter.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { LetterFile } from './decide.ts'
import { decideLetter } from './decide.ts'
import type { LetterRow } from './letter.ts'
import { letterRule, letterSteps, validLetter } from './moves.ts'

const actions = keysOf(letterData)
const step = fc.record({
  action: fc.constantFrom<LetterAction>(...actions, 'initial', 'sign', 'sign'),
  by: fc.integer({ min: 1, max: 5 }),
  letter: fc.nat({ max: 3 }),
  fresh: fc.integer({ min: 1, max: 6 }),
})
const chain = [
  { act: 'initial' as const, post: 'Kepala Bidang' },
  { act: 'sign' as const, post: 'Kepala Dinas' },
]

/** The letters of one case as a ledger folds them, while people try whatever they like with them. */
class Walk {
  readonly world = emptyWorld()
  readonly kase = aCase('handling', { decision: 'approved', kind: 'service' })
  at = 0

  constructor() {
    this.world.rows.case.set(this.kase.id, { ...this.kase, status: 'handling' })
  }

  get letters(): readonly LetterRow[] {
    return [...this.world.rows.letter.values()] as unknown as LetterRow[]
  }

  file(): LetterFile {
    const kase = this.world.rows.case.get(this.kase.id) as unknown as LetterFile['case']
    return aLetterFile({ case: kase, letters: this.letters })
  }

  /** Tries a move; gives what it changed, or nothing when the law said no. */
  tries({ action, by, letter, fresh }: { action: LetterAction; by: number; letter: number; fresh: number }) {
    const some = this.letters[letter % Math.max(1, this.letters.length)]
    const next = ids.letter(fresh)
    if ((action === 'draft' || action === 'replace') && this.world.rows.letter.has(next)) return null
    const which = { letter: action === 'draft' ? next : (some?.id ?? next), next, seen: some?.version ?? 1 }
    const data = { ...letterData[action] }
    const own = Object.fromEntries(Object.entries(which).filter(([name]) => Object.hasOwn(data, name)))
    const actor: StaffActor = almighty(offices.village, by)
    this.at += 60_000
    const move = { action, data: { ...data, ...own } } as LetterMove
    const decided = decideLetter(
      this.file(),
      move,
      actor,
      aPolicy(monday + this.at),
      shippedRules('village', { chain: () => chain }),
    )
    if (!decided.ok) return null
    // Written down and read again, as a ledger does.
    const entry = payload(JSON.parse(JSON.stringify(payloadOf(decided.value))))
    return { entry, actor, steps: evolve(this.world, '34.04', entry) }
  }
}

const walks = fc.array(step, { minLength: 1, maxLength: 40 })

property('LETTER-1 whatever people try, a letter only goes where the table leads', walks, (tried) => {
  const walk = new Walk()
  for (const one of tried) {
    const done = walk.tries(one)
    for (const { table, before, after } of done?.steps ?? []) {
      if (table !== 'letter' || !before) continue
      const way = letterSteps.some((name) => {
        const { from, to } = letterRule(name)
        return from.some((status) => status === before['status']) && to === after['status']
      })
      assert.ok(way, `${String(before['status'])} to ${String(after['status'])}`)
    }
  }
})

property('LETTER-14 whatever people try, nobody marks a letter twice, or one that they drafted', walks, (tried) => {
  const walk = new Walk()
  for (const one of tried) {
    walk.tries(one)
    for (const { drafter, marks, status } of walk.letters) {
      const people = [drafter, ...marks.map(({ staff }) => staff)]
      assert.equal(new Set(people).size, people.length)
      if (validLetter.includes(status)) assert.equal(marks.length, chain.length)
    }
  }
})

property('LETTER-31 whatever people try, numbers are dense, and a letter keeps the one that it got', walks, (tried) => {
  const walk = new Walk()
  const given = new Map<string, string>()
  for (const one of tried) {
    walk.tries(one)
    for (const { id, number, issuedAt } of walk.letters) {
      assert.equal(issuedAt === null, !number)
      if (!number) continue
      assert.equal(given.get(id) ?? number, number)
      given.set(id, number)
    }
  }
  const serials = walk.letters.flatMap(({ serial }) => serial ?? []).toSorted((left, right) => left - right)
  assert.deepEqual(
    serials,
    serials.map((_, nth) => nth + 1),
  )
})

property('LETTER-6 whatever people try, what was signed says the same until the end', walks, (tried) => {
  const walk = new Walk()
  const signed = new Map<string, string>()
  for (const one of tried) {
    walk.tries(one)
    for (const { id, content, contentDigest, door } of walk.letters) {
      assert.equal(content === null, door === null)
      assert.equal(content === null, contentDigest === null)
      if (content === null) continue
      assert.equal(signed.get(id) ?? content, content)
      signed.set(id, content)
    }
  }
})

property('LETTER-8 whatever people try, a letter is replaced by one that is signed and names it', walks, (tried) => {
  const walk = new Walk()
  for (const one of tried) {
    walk.tries(one)
    const all = new Map(walk.letters.map((letter) => [letter.id, letter]))
    for (const { id, status, replacedBy } of walk.letters) {
      assert.equal(status === letterRule('supersede').to, replacedBy !== null)
      if (replacedBy === null) continue
      const by = all.get(replacedBy)
      assert.deepEqual([by?.replaces, by?.issuedAt !== null], [id, true])
    }
  }
})

property(
  'LETTER-12 whatever people try, the case closes by a letter in the citizen’s hands, and is counted once',
  walks,
  (tried) => {
    const walk = new Walk()
    let confirmed = 0
    for (const one of tried) {
      const done = walk.tries(one)
      if (!done) continue
      confirmed += countsOf(done.entry.action, done.steps).day.get('confirmed') ?? 0
      const kase = walk.file().case
      assert.ok(caseStatuses.includes(kase.status))
      const closed = kase.closure !== null
      assert.equal(confirmed, closed ? 1 : 0)
      if (closed) assert.ok(walk.letters.some(({ handedAt }) => handedAt !== null))
    }
  },
)
