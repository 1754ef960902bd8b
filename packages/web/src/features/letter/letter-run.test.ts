import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sent } from '../../platform/outbox/use-send.ts'
import type { LetterRun, RunAct, RunItem, SendLetter } from './letter-run.ts'
import { closePrint, closeRun, isRunning, letterRuns, startPrint, startRun, subscribeRuns } from './letter-run.ts'

const item = (n: number): RunItem => ({
  district: '34.04',
  caseId: `case ${n}`,
  caseNumber: `3404-26-00000${n}`,
  letter: `letter ${n}`,
  version: n,
})
const items = [item(1), item(2), item(3)]
const begun = (act: RunAct) => ({ act, staff: 'kartini', office: 'puskesos', items })
const yes = (seq: number): Sent => ({ ok: true, outcome: { status: 'accepted', seq, version: null } }) as Sent
const refused = { ok: false, waiting: false, problem: { code: 'own-letter', message: 'Untuk orang lain.' } } as Sent
const kept = { ok: false, waiting: true } as Sent

async function runOf(act: RunAct, answers: readonly Sent[], isStill: () => boolean = () => true) {
  const sent: [kind: string, what: unknown][] = []
  const send: SendLetter = (kind, what) => {
    sent.push([kind, what])
    return Promise.resolve(answers[sent.length - 1] ?? yes(0))
  }
  await startRun(begun(act), send, isStill)
  return { sent, rows: (letterRuns().run as LetterRun | null)?.rows ?? [] }
}

test('LETTER-27 each letter is signed by a command of its own that names the version which was read', async () => {
  const { sent, rows } = await runOf({ kind: 'sign' }, [yes(1), refused, kept])
  assert.deepEqual(sent[1], [
    'letter.sign',
    { district: '34.04', subject: 'case 2', base: null, office: 'puskesos', data: { letter: 'letter 2', seen: 2 } },
  ])
  assert.deepEqual(
    rows.map(({ state, why }) => [state, why]),
    [
      ['done', null],
      ['refused', 'Untuk orang lain.'],
      ['kept', null],
    ],
  )
  const { run } = letterRuns()
  assert.ok(run && !isRunning(run))
  closeRun()
  assert.equal(letterRuns().run, null)
})

test('LETTER-27 initials go without words, drafts with the same words for every case', async () => {
  const initialled = await runOf({ kind: 'initial' }, [])
  assert.deepEqual(
    initialled.sent.map(([kind]) => kind),
    Array(3).fill('letter.initial'),
  )
  const act = { kind: 'draft', letter: 'registered', purpose: 'health', fields: { desil: '2' } } as const
  const { sent } = await runOf(act, [])
  const data = { letter: 'letter 1', kind: 'registered', purpose: 'health', fields: { desil: '2' } }
  assert.deepEqual(sent[0], [
    'letter.draft',
    { district: '34.04', subject: 'case 1', base: null, office: 'puskesos', data },
  ])
})

test('LETTER-27 the work ends when its person has left, and every step of it is heard', async () => {
  let heard = 0
  const leave = subscribeRuns(() => heard++)
  const { sent } = await runOf({ kind: 'sign' }, [])
  assert.deepEqual([sent.length, heard], [3, 4])
  const left = await runOf({ kind: 'sign' }, [], () => false)
  leave()
  assert.deepEqual([left.sent.length, letterRuns().run], [0, null])
})

test('LETTER-28 a file of many letters is fetched once and kept until it is closed; a no is told', async () => {
  const asked: string[] = []
  // What a page says of its language.
  Object.assign(globalThis, { document: { documentElement: { lang: 'id' }, cookie: '' } })
  const answers = [
    new Response('%PDF', { status: 200 }),
    Response.json({ code: 'not-found', message: 'Tidak ada.', requestId: 'x', details: {} }, { status: 404 }),
  ]
  globalThis.fetch = async (address, options) => {
    asked.push(`${options?.method} ${String(address)} ${String(options?.body ?? '')}`)
    return answers[asked.length - 1] ?? new Response(null, { status: 500 })
  }
  const letters = [
    { district: '34.04', id: 'a' },
    { district: '34.04', id: 'b' },
  ]
  await startPrint('kartini', letters)
  assert.equal(asked[0], `POST /api/letters/print ${JSON.stringify({ letters })}`)
  assert.equal(await letterRuns().print?.pdf?.text(), '%PDF')
  await startPrint('kartini', letters.slice(0, 1))
  assert.match(asked[1] ?? '', /^GET \/api\/letters\/pdf\?district=34\.04&id=a /)
  assert.deepEqual([letterRuns().print?.pdf, letterRuns().print?.failed], [null, 'Tidak ada.'])
  closePrint()
  assert.equal(letterRuns().print, null)
})

test('LETTER-27 while it runs, what is done and what is still to be sent stand beside each other', async () => {
  const states: string[] = []
  const leave = subscribeRuns(() => {
    const { run } = letterRuns()
    if (run) states.push(run.rows.map(({ state }) => state).join(' '))
  })
  await runOf({ kind: 'sign' }, [yes(1), refused, yes(2)])
  leave()
  assert.deepEqual(states, [
    'to-send to-send to-send',
    'done to-send to-send',
    'done refused to-send',
    'done refused done',
  ])
  closeRun()
})

test('LETTER-27 what was closed while it ran is not begun again by what still comes', async () => {
  const sent: string[] = []
  const send: SendLetter = (kind) => {
    sent.push(kind)
    closeRun()
    return Promise.resolve(yes(1))
  }
  await startRun(begun({ kind: 'initial' }), send, () => true)
  assert.deepEqual([sent, letterRuns().run], [['letter.initial'], null])
})

test('LETTER-28 of two files that are asked for one after the other the later one is kept', async () => {
  const waiting: ((answer: Response) => void)[] = []
  globalThis.fetch = () => new Promise((answer) => waiting.push(answer))
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ district: '34.04', id: `${at}` }))
  const [first, second] = [startPrint('kartini', many(2)), startPrint('kartini', many(3))]
  assert.deepEqual([letterRuns().print?.count, letterRuns().print?.pdf], [3, null])
  for (const [at, answer] of waiting.entries()) answer(new Response(`file ${at}`))
  await Promise.all([first, second])
  assert.equal(await letterRuns().print?.pdf?.text(), 'file 1')
  closePrint()
  assert.equal(letterRuns().print, null)
  assert.equal(waiting.length, 2)
})
