import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { caseActions } from '@openslrt/core/case/moves.ts'
import { challengeActs } from '@openslrt/core/challenge/moves.ts'
import { letterSteps } from '@openslrt/core/letter/moves.ts'
import { ppksSteps } from '@openslrt/core/ppks/moves.ts'
import { proposalSteps } from '@openslrt/core/proposal/moves.ts'
import { psksSteps } from '@openslrt/core/psks/moves.ts'
import { referralSteps } from '@openslrt/core/referral/moves.ts'
import { checkDrawn, draw, drawn } from './draw-state-machines.ts'
import { documentOf } from './state-machines/machine.ts'

const tableRows = (text: string): number => text.split('\n').filter((line) => line.startsWith('| ')).length - 2

test('DRAW-1 every move of the law has its row', () => {
  assert.equal(tableRows(drawn['case.md'] ?? ''), caseActions.length)
  assert.equal(tableRows(drawn['referral.md'] ?? ''), referralSteps.length + 1)
  assert.equal(tableRows(drawn['letter.md'] ?? ''), letterSteps.length)
  assert.equal(tableRows(drawn['proposal.md'] ?? ''), proposalSteps.length)
  assert.equal(tableRows(drawn['challenge.md'] ?? ''), challengeActs.length)
  assert.equal(tableRows(drawn['ppks.md'] ?? ''), ppksSteps.length)
  assert.equal(tableRows(drawn['psks.md'] ?? ''), psksSteps.length)
})

test('DRAW-2 an arrow says the move and who may make it, in words', () => {
  assert.match(
    drawn['case.md'] ?? '',
    /recommended --> handling : Approve \(decide cases\)<br>Send back \(decide cases\)/,
  )
  assert.match(drawn['referral.md'] ?? '', /on_hold --> requested : Send what was needed \(refer to another office\)/)
})

test('DRAW-2 a move that leads back has an arrow to each state that it may lead back to', () => {
  for (const state of ['registered', 'handling'])
    assert.match(drawn['case.md'] ?? '', new RegExp(`returned --> ${state} : Record what came`))
})

test('DRAW-3 a state that nothing leaves is an end', () => {
  assert.match(drawn['case.md'] ?? '', /erased --> \[\*\]/)
  assert.doesNotMatch(drawn['case.md'] ?? '', /closed --> \[\*\]/)
})

test('DRAW-3 a made-up machine is drawn as told', () => {
  const machine = {
    title: 'Doors',
    source: 'door.ts',
    states: [
      { code: 'half-open', name: 'Half open' },
      { code: 'shut', name: 'Shut' },
    ],
    begins: { move: 'Build', who: 'a joiner', at: 'half-open' },
    moves: [{ name: 'Close', ways: [['half-open', 'shut'] as const], who: 'anyone', more: ['softly'] }],
  }
  const text = documentOf(machine, ['How'])
  assert.match(
    text,
    /state "Half open" as half_open\n {2}state "Shut" as shut\n {2}\[\*\] --> half_open : Build \(a joiner\)\n/,
  )
  assert.match(text, /half_open --> shut : Close \(anyone\)\n {2}shut --> \[\*\]/)
  assert.match(text, /\| Close \| Half open \| Shut \| anyone \| softly \|/)
})

test('DRAW-4 documents that differ from the law are found, and drawing mends them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawn-'))
  try {
    assert.equal(checkDrawn(folder).findings.length, Object.keys(drawn).length)
    draw(folder)
    assert.deepEqual(checkDrawn(folder).findings, [])
    appendFileSync(join(folder, 'case.md'), 'by hand')
    assert.deepEqual(
      checkDrawn(folder).findings.map(({ file }) => file),
      ['docs/generated/case.md'],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
