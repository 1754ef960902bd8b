/** One thing a check found wrong: where it is, and in plain words what and why. */
export type Finding = { readonly file: string; readonly line: number; readonly sentence: string }

/** What a check hands back: what is wrong, and a sentence on what it looked at, so that an empty look shows. */
export type CheckResult = { readonly findings: readonly Finding[]; readonly seen: string }

/** Prints a check's result and sets the exit code: the body of every `tools/check-*.ts` when run by itself. */
export function report(result: CheckResult): void {
  for (const finding of result.findings.toSorted(byPlace)) console.log(describeFinding(finding))
  const count = result.findings.length
  console.log(count === 0 ? `ok: ${result.seen}` : `${count} found; ${result.seen}`)
  if (count > 0) process.exitCode = 1
}

/** `packages/core/src/x.ts:12 sentence`: the form in which editors and terminals make places clickable. */
export const describeFinding = ({ file, line, sentence }: Finding): string => `${file}:${line} ${sentence}`

const byPlace = (a: Finding, b: Finding): number => a.file.localeCompare(b.file) || a.line - b.line
