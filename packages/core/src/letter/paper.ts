/** A letter ready to be laid out: its content with its number in every place. The preview and the paper draw this. */
export interface LetterPaper {
  readonly head: { readonly over: string; readonly office: string; readonly address: string }
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
