import { type CheckResult, type Finding, report } from '../finding.ts'
import { repoRoot } from '../source-files.ts'
import { type Held, holdAgainstLaw } from './hold.ts'
import { type Proof, proveLaw } from './prove.ts'

/** Proves the law on planted faults first, then holds the checkout against it. */
export async function checkImportLaw(root: string): Promise<CheckResult> {
  const proof = await proveLaw()
  console.log(`${proof.planted - proof.missed.length} of ${proof.planted} planted faults caught`)
  const held = await holdAgainstLaw(root)
  const seen = Object.entries(countByPackage(held.files)).map(([name, count]) => `${name} ${count}`)
  return {
    findings: [...unproven(proof), ...unseen(held), ...held.breaches],
    seen: `followed ${held.imports} imports of ${held.files.length} files (${seen.join(', ')})`,
  }
}

/** A law that misses a planted fault, or cries over a clean file, proves nothing about the rest. */
export function unproven({ missed, falseAlarms }: Proof): Finding[] {
  return [
    ...missed.map(({ rule, path, line }) => ({
      file: `planted: ${path}`,
      line,
      sentence: `the law ${rule} did not see this planted fault`,
    })),
    ...falseAlarms.map(({ rule, file, line, sentence }) => ({
      file: `planted: ${file}`,
      line,
      sentence: `false alarm of ${rule}: ${sentence}`,
    })),
  ]
}

/** A check that looked at nothing finds nothing: each package must show files, and imports between them. */
export function unseen({ files, imports }: Held): Finding[] {
  const empty = Object.entries(countByPackage(files)).filter(([, count]) => count === 0)
  const findings = empty.map(([name]) => ({
    file: `packages/${name}`,
    line: 0,
    sentence: 'the import law saw no file here: the package is empty or the check is blind',
  }))
  if (imports > 0) return findings
  return [
    ...findings,
    { file: 'packages', line: 0, sentence: 'the import law resolved no import at all: the check is blind' },
  ]
}

function countByPackage(files: readonly string[]): Record<string, number> {
  const count = (name: string) => files.filter((file) => file.startsWith(`packages/${name}/`)).length
  return { core: count('core'), server: count('server'), web: count('web') }
}

if (import.meta.main) report(await checkImportLaw(repoRoot))
