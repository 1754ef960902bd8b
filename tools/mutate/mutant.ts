/** One planted fault: the characters from `from` up to `to` of a file become `text`. */
export interface Mutant {
  readonly file: string
  readonly line: number
  readonly from: number
  readonly to: number
  readonly text: string
  /** Which kind of fault, and what it does, as a person reads it. */
  readonly kind: string
  readonly what: string
}

/** The file as it reads with the fault in it. */
export const withFault = (text: string, { from, to, text: fault }: Mutant): string =>
  `${text.slice(0, from)}${fault}${text.slice(to)}`

/** `packages/core/src/case/decide.ts:42 flip: "<" becomes "<="`. */
export const describeMutant = ({ file, line, kind, what }: Mutant): string => `${file}:${line} ${kind}: ${what}`
