import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckResult, type Finding, report } from './finding.ts'
import { repoRoot } from './source-files.ts'
import { challengeColumns, challengeMachine } from './state-machines/challenge-machine.ts'
import { documentOf } from './state-machines/machine.ts'
import {
  caseColumns,
  caseMachine,
  letterColumns,
  letterMachine,
  proposalColumns,
  proposalMachine,
  referralColumns,
  referralMachine,
} from './state-machines/machines.ts'
import {
  ppksColumns,
  ppksMachine,
  psksColumns,
  psksMachine,
  reportMachine,
  serviceMachine,
} from './state-machines/welfare-machines.ts'

/** The documents that are drawn from the law, by their place below `docs/generated`. */
export const drawn: Readonly<Record<string, string>> = {
  'case.md': documentOf(caseMachine, caseColumns),
  'referral.md': documentOf(referralMachine, referralColumns),
  'letter.md': documentOf(letterMachine, letterColumns),
  'proposal.md': documentOf(proposalMachine, proposalColumns),
  'challenge.md': documentOf(challengeMachine, challengeColumns),
  'ppks.md': documentOf(ppksMachine, ppksColumns),
  'ppks-service.md': documentOf(serviceMachine, ppksColumns),
  'psks.md': documentOf(psksMachine, psksColumns),
  'psks-report.md': documentOf(reportMachine, ppksColumns),
}

/** Whether the documents in a folder are what the law gives now. */
export function checkDrawn(folder: string): CheckResult {
  const findings = Object.entries(drawn).flatMap(([name, text]): Finding[] => {
    if (readIfThere(join(folder, name)) === text) return []
    const sentence = 'is not what the law gives now: run `node tools/draw-state-machines.ts` and commit what it drew'
    return [{ file: `docs/generated/${name}`, line: 1, sentence }]
  })
  return { findings, seen: `${Object.keys(drawn).length} documents drawn from the law` }
}

/** Draws the documents into a folder. */
export function draw(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(drawn)) writeFileSync(join(folder, name), text)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

if (import.meta.main) {
  const folder = join(repoRoot, 'docs', 'generated')
  if (!process.argv.includes('--check')) draw(folder)
  report(checkDrawn(folder))
}
