import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Carried } from '@openslrt/core/contract/carried.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { deltaFor, stampOf } from '@openslrt/core/programme/carried-delta.ts'
import { aProgramme } from '@openslrt/core/testing/a-programme.ts'
import type { KeptProgrammes } from '../../platform/replica/phone-db.ts'
import { type Ask, askProgrammes } from './ask-programmes.ts'

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex')
const carrying = (...names: readonly string[]): Carried => ({
  programmes: names.map((name, at) => ({
    ...aProgramme,
    id: programmeId.parse(`c0000000-0000-4000-8000-00000000000${at}`),
    papers: [],
    versions: [],
    name,
  })),
  facts: [],
  unseen: [],
  quotas: [],
})

type Said = Extract<Awaited<ReturnType<Ask>>, { readonly ok: true }>['value']

/** A phone that carries these, and a server whose programmes are those; `spoil` is a server that errs. */
async function asked(had: Carried | null, now: Carried, spoil: (said: Said) => Said | null = (said) => said) {
  let kept: KeptProgrammes | null = had && { id: 'programmes', at: 1, stamp: await stampOf(had, digest), carried: had }
  const questions: Parameters<Ask>[0][] = []
  const ask: Ask = async (query) => {
    questions.push(query)
    const [stamp, { have, marks }] = [await stampOf(now, digest), query]
    const delta = marks === undefined ? null : await deltaFor(now, marks.split(','), digest)
    const said = spoil(have === stamp ? { stamp, carried: null } : { stamp, carried: delta ? null : now, delta })
    return said ? ok(said) : no({ code: 'offline', message: '', requestId: null, details: {} })
  }
  const phone = {
    programmes: async () => kept,
    keepProgrammes: async (own: Pick<KeptProgrammes, 'stamp' | 'carried'>) =>
      void (kept = { id: 'programmes', at: 2, ...own }),
  }
  await askProgrammes(phone, ask)
  return { kept: await phone.programmes(), questions }
}

test('FIELD-28 a phone asks with marks of what it has, and keeps what came of both', async () => {
  const { kept, questions } = await asked(carrying('a', 'b', 'c'), carrying('a', 'B', 'c'))
  assert.deepEqual(kept?.carried, carrying('a', 'B', 'c'))
  assert.equal(kept?.stamp, await stampOf(carrying('a', 'B', 'c'), digest))
  assert.equal(questions.length, 1)
  assert.match(questions[0]?.marks ?? '', /^[0-9a-f]{12},[0-9a-f]{12},[0-9a-f]{12}$/)
})

test('FIELD-28 the first time all of it comes; where nothing is other, only the age is new', async () => {
  const first = await asked(null, carrying('a'))
  assert.deepEqual([first.kept?.carried, first.questions], [carrying('a'), [{}]])
  const same = await asked(carrying('a'), carrying('a'))
  assert.deepEqual([same.kept?.carried, same.kept?.at], [carrying('a'), 2])
  const none = await asked(carrying(), carrying('a'))
  assert.equal(none.questions[0]?.marks, undefined, 'marks of nothing are none')
  assert.deepEqual(none.kept?.carried, carrying('a'))
})

test('FIELD-28 what comes out otherwise than the server has it is never kept: all of it is asked for', async () => {
  let spoilt = false
  const { kept, questions } = await asked(carrying('a', 'b'), carrying('a', 'B'), (said) => {
    if (spoilt) return said
    spoilt = true
    return { ...said, delta: { ...carrying(), gone: [0] } }
  })
  assert.deepEqual([questions.length, questions[1]], [2, {}])
  assert.deepEqual(kept?.carried, carrying('a', 'B'))
})

test('FIELD-20 without an answer the phone goes on with what it has', async () => {
  const { kept } = await asked(carrying('a'), carrying('b'), () => null)
  assert.deepEqual([kept?.carried, kept?.at], [carrying('a'), 1])
})
