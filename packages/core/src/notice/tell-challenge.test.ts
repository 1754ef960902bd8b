import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChallengeRow } from '../challenge/challenge.ts'
import { challengeActs } from '../challenge/moves.ts'
import { noticePath } from '../contract/notice-queries.ts'
import { ledgerCode } from '../place/code.ts'
import { aChallenge } from '../testing/a-challenge.ts'
import { monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { challengeWords } from './staff-words.ts'
import type { Notice } from './tell.ts'
import { challengeNoticesOf } from './tell-challenge.ts'

const [reporter, owner] = [ids.staff(5), ids.staff(8)]
const nameOf = (whom: Notice['whom']): string => {
  if (whom.kind === 'office') return whom.office
  return whom.kind === 'staff' ? whom.staff : whom.kind
}
const told = (kind: string, own: Partial<ChallengeRow> = {}, actor = `staff:${ids.staff(1)}`) =>
  challengeNoticesOf({ kind: `challenge.${kind}`, actor }, aChallenge({ reporter, ...own })).map(
    ({ whom, what, says }) => [nameOf(whom), what, says.office, says.until],
  )
const [there, from] = [offices.district.id, offices.village.id]

test('CHALLENGE-10 what was reported is told to all who may answer where it lies, with the office that asks and the day', () => {
  assert.deepEqual(told('report'), [[there, 'challenge-here', from, monday]])
  const [notice] = challengeNoticesOf({ kind: 'challenge.report', actor: 'clock' }, aChallenge())
  assert.deepEqual(notice?.whom, { kind: 'office', office: there, rights: ['challenge.answer'] })
})

test('CHALLENGE-10 where it goes up or down, the new office is told, and whoever asked where it is', () => {
  for (const kind of ['pass-up', 'pass-down', 'rise'])
    assert.deepEqual(
      told(kind),
      [
        [there, 'challenge-here', from, monday],
        [reporter, 'challenge-moved', there, monday],
      ],
      kind,
    )
})

test('CHALLENGE-10 an office that has it no more by the time of telling is told nothing; whoever asked, where it went', () => {
  const late = (kind: string) =>
    challengeNoticesOf({ kind, actor: 'clock' }, aChallenge({ reporter }), offices.province.id).map(
      ({ what, says }) => [what, says.office, says.until],
    )
  assert.deepEqual(late('challenge.report'), [])
  assert.deepEqual(late('challenge.rise'), [['challenge-moved', offices.province.id, null]])
})

test('CHALLENGE-10 that it is late is told to whoever has it and to whoever asked', () => {
  assert.deepEqual(told('overdue', { owner }), [
    [owner, 'challenge-late', there, null],
    [reporter, 'challenge-late', there, null],
  ])
  assert.deepEqual(told('overdue')[0]?.[0], there, 'all of them, where nobody has it')
})

test('CHALLENGE-10 the answer goes to who asked, and what they say of it to who answered', () => {
  assert.deepEqual(told('answer', { owner }), [[reporter, 'challenge-answered', there, null]])
  assert.deepEqual(told('reopen', { owner }), [[owner, 'challenge-reopened', from, monday]])
  assert.deepEqual(told('close', { owner }), [[owner, 'challenge-closed', from, null]])
  assert.deepEqual(told('withdraw', { owner }), [[owner, 'challenge-withdrawn', from, null]])
  assert.deepEqual(told('take', { owner }), [])
})

test('CHALLENGE-10 nobody is told what they did themselves', () => {
  assert.deepEqual(told('answer', { owner }, `staff:${reporter}`), [])
  assert.deepEqual(told('overdue', { owner }, `staff:${owner}`), [[reporter, 'challenge-late', there, null]])
})

test('CHALLENGE-10 every word is said by some act, and no act says another', () => {
  const said = ['report', ...challengeActs].flatMap((kind) => told(kind, { owner }).map(([, what]) => what))
  assert.deepEqual([...new Set(said)].toSorted(), [...challengeWords].toSorted())
})

test('CHALLENGE-10 the news leads to the challenge', () => {
  const about = { kind: 'challenge', id: aChallenge().id } as const
  const path = noticePath({ district: ledgerCode.parse('34.04'), case: null, about, what: 'challenge-here' })
  assert.equal(path, `/kendala/34.04/${aChallenge().id}`)
})
