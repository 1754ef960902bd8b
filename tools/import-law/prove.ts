import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SourceFile } from '../source-files.ts'
import type { Breach } from './breach.ts'
import { holdAgainstLaw } from './hold.ts'
import { type Fault, faults, faultyHouse } from './planted.ts'
import type { House } from './planted-house.ts'

/** What the planted house showed: faults the law missed, and breaches it saw where there are none. */
export type Proof = {
  readonly planted: number
  readonly missed: readonly Fault[]
  readonly falseAlarms: readonly Breach[]
}

/** Writes the clean house with all planted faults to a temporary folder and holds it against the law. */
export async function proveLaw(): Promise<Proof> {
  const { breaches } = await inTemporaryHouse(faultyHouse, holdAgainstLaw)
  return {
    planted: faults.length,
    missed: faults.filter((fault) => !breaches.some((breach) => isSame(fault, breach))),
    falseAlarms: breaches.filter((breach) => !faults.some((fault) => isSame(fault, breach))),
  }
}

/** Builds a house in a temporary folder, lets `look` see it, and takes it down. */
export async function inTemporaryHouse<T>(house: House, look: (root: string) => Promise<T>): Promise<T> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'import-law-')))
  try {
    for (const file of house) writeHouseFile(root, file)
    linkWorkspaces(root)
    return await look(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const isSame = (fault: Fault, breach: Breach): boolean =>
  fault.rule === breach.rule && fault.path === breach.file && fault.line === breach.line

function writeHouseFile(root: string, { path, text }: SourceFile): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function linkWorkspaces(root: string): void {
  mkdirSync(join(root, 'node_modules/@openslrt'), { recursive: true })
  for (const name of ['core', 'server', 'web'])
    symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@openslrt', name))
}
