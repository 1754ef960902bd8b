import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'

export type Say = (line: string) => void

export interface Verb {
  /** One line for the list of all verbs. */
  readonly what: string
  /** What `help <verb>` says besides. */
  readonly more?: readonly string[]
  /** Gives whether all is well: the exit code tells scripts the same as the words tell people. */
  readonly run: (config: Config, rest: readonly string[], say: Say) => Promise<boolean>
}

/** What stood behind a verb: its words in their order, its options with a value, and its switches. */
export interface Words {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly switches: ReadonlySet<string>
}

/** Reads what stood behind a verb; an option that it does not know is an error with its name. */
export function wordsOf(
  rest: readonly string[],
  known: { options?: readonly string[]; switches?: readonly string[] },
): Words {
  const { values, positionals } = parseArgs({
    args: [...rest],
    allowPositionals: true,
    options: Object.fromEntries([
      ...(known.options ?? []).map((name) => [name, { type: 'string' }] as const),
      ...(known.switches ?? []).map((name) => [name, { type: 'boolean' }] as const),
    ]),
  })
  const given = Object.entries(values)
  return {
    words: positionals,
    options: Object.fromEntries(given.filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
    switches: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
  }
}
