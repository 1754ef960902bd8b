import type { LedgerCode } from '../place/code.ts'

/** The picture over a letter: the place that said it keeps its file, under the digest of its content. */
export interface LetterLogo {
  readonly place: LedgerCode
  readonly file: string
}

/** A letter ready to be laid out: its content with its number in every place. The preview and the paper draw this. */
export interface LetterPaper {
  readonly head: {
    readonly over: string
    readonly office: string
    readonly address: string
    readonly logo: LetterLogo | null
  }
  readonly title: string
  readonly number: string
  readonly body: string
  readonly signed: {
    readonly at: string
    readonly post: string
    readonly name: string
    readonly rank: string
    readonly nip: string
  }
  readonly check: string
  readonly day: number
}
