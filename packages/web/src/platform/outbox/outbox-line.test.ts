import assert from 'node:assert/strict'
import { test } from 'node:test'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aCommand } from '../../testing/a-command.ts'
import type { Problem } from '../api/problem.ts'
import type { Command } from './entry.ts'
import { type Answers, makeOutbox, type Ports } from './outbox.ts'
import { memoryShelf } from './shelf.ts'

/** What may happen to one request on its way: it is answered, never arrives, or arrives and its answer gets lost. */
type Fate = 'answered' | 'not-sent' | 'answer-lost' | 'busy' | 'half-answered'
const fates: readonly Fate[] = ['answered', 'not-sent', 'answer-lost', 'busy', 'half-answered']

/** The far end of the line: it takes each id once, and tells whoever asks again what it told before. */
function farEnd(refused: ReadonlySet<string>) {
  const taken: string[] = []
  const answers = new Map<string, Answers[number]>()
  const take = ({ id }: Command): Answers[number] => {
    const known = answers.get(id)
    if (known) return known
    if (!refused.has(id)) taken.push(id)
    const answer = refused.has(id)
      ? ({ id, status: 'refused', code: 'wrong-status', message: 'Tidak bisa lagi.', details: {} } as const)
      : ({ id, status: 'accepted', seq: taken.length, version: 1 } as const)
    answers.set(id, answer)
    return answer
  }
  return { taken, take }
}

const problem = (code: string): Problem => ({ code, message: code, requestId: null, details: {} })

function lineWith(fateOf: () => Fate, end: ReturnType<typeof farEnd>): Ports['post'] {
  return async (commands) => {
    const fate = fateOf()
    if (fate === 'not-sent') return no(problem('offline'))
    if (fate === 'busy') return no(problem('rate-limited'))
    const arrived = fate === 'half-answered' ? commands.slice(0, Math.ceil(commands.length / 2)) : commands
    const outcomes = arrived.map(end.take)
    return fate === 'answer-lost' ? no(problem('unavailable')) : ok(outcomes)
  }
}

const command = (id: string): Command => aCommand(id, { base: null })

const alone = (): Ports['alone'] => {
  let last: Promise<void> = Promise.resolve()
  return (work) => {
    last = last.then(work)
    return last
  }
}

interface Life {
  readonly commands: number
  readonly fates: readonly Fate[]
  readonly refused: readonly number[]
  /** How many of them are sent by a second window of the same person. */
  readonly elsewhere: readonly number[]
}

const lives: fc.Arbitrary<Life> = fc.record({
  commands: fc.integer({ min: 1, max: 12 }),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 20 }),
  refused: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }),
  elsewhere: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 6 }),
})

/** Lives through it, and at the end lets the line be good until nothing waits any more. */
async function live({ commands, fates: given, refused, elsewhere }: Life) {
  const ids = Array.from({ length: commands }, (_, at) => `c${at}`)
  const wrong = new Set(refused.map((at) => `c${at}`))
  const end = farEnd(wrong)
  const rest = [...given]
  const shelf = memoryShelf()
  const ports = { shelf, now: () => 1_000_000, alone: alone(), post: lineWith(() => rest.shift() ?? 'answered', end) }
  const windows = [makeOutbox(ports), makeOutbox(ports)] as const
  const told = []
  for (const [at, id] of ids.entries()) told.push(await windows[elsewhere.includes(at) ? 1 : 0].send(command(id)))
  for (let turns = 0; turns <= given.length; turns += 1) await windows[0].flush(true)
  return { ids, wrong, end, shelf, told }
}

test('SYNC-3 whatever the line does, each command is taken exactly once, in its order, and none is lost', async () => {
  const check = async (life: Life): Promise<void> => {
    const { ids, wrong, end, shelf } = await live(life)
    assert.deepEqual(
      end.taken,
      ids.filter((id) => !wrong.has(id)),
    )
    const left = await shelf.all()
    assert.deepEqual(
      left.filter(({ state }) => state === 'waiting').map(({ command: { id } }) => id),
      [],
    )
  }
  await fc.assert(fc.asyncProperty(lives, check), { seed, numRuns: 300 })
})

test('SYNC-3 nobody is told of a yes or a no that the far end did not say', async () => {
  const check = async (life: Life): Promise<void> => {
    const { wrong, end, told, shelf } = await live(life)
    for (const entry of [...told, ...(await shelf.all())]) {
      const { id } = entry.command
      if (entry.state === 'accepted') assert.ok(end.taken.includes(id), `${id} was told as taken`)
      if (entry.state === 'refused') assert.ok(wrong.has(id), `${id} was told as refused`)
    }
  }
  await fc.assert(fc.asyncProperty(lives, check), { seed, numRuns: 300 })
})

test('SYNC-3 a refused command stays until it was seen, also when later ones have long gone', async () => {
  const check = async (life: Life): Promise<void> => {
    const { ids, wrong, shelf, told } = await live(life)
    const kept = (await shelf.all()).flatMap((entry) => (entry.state === 'refused' ? [entry.command.id] : []))
    assert.deepEqual(
      kept,
      ids.filter((id) => wrong.has(id)),
    )
    assert.equal(told.length, ids.length)
  }
  await fc.assert(fc.asyncProperty(lives, check), { seed, numRuns: 200 })
})
