/** What processes behind one port tell each other; a name, and never data. */
export type Topic = 'reference' | 'sessions' | 'demo' | 'figures'
export const topics: readonly Topic[] = ['reference', 'sessions', 'demo', 'figures']

/** How one process reaches the others of its installation on this machine. */
export interface Siblings {
  /** The number of this process among them; null when it is the only one. */
  readonly number: number | null
  /** What this process does, or answers, when another asks. */
  on(topic: Topic, answer: () => Promise<unknown>): void
  /** Asks all others, and gives what they answered. Whoever is slow or gone is not waited for longer than a second. */
  ask(topic: Topic): Promise<readonly unknown[]>
}

/** The only process there is. */
export const alone: Siblings = { number: null, on: () => undefined, ask: async () => [] }

/** What goes over the line between the supervisor and a process that serves. */
export type Message =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'ask'; readonly id: number; readonly topic: Topic }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'answers'; readonly id: number; readonly values: readonly unknown[] }

/** Reads what came over the line; node:cluster sends words of its own over it, which are none of ours. */
export const readMessage = (raw: unknown): Message | null =>
  typeof raw === 'object' && raw !== null && 'openslrt' in raw ? (raw.openslrt as Message) : null

/** Wraps what is to be sent, so that it is told from node:cluster's own. */
export const wrap = (message: Message): { readonly openslrt: Message } => ({ openslrt: message })

/** The answers of one process by topic. A topic that nobody took is answered with nothing. */
export class Answers {
  readonly #by = new Map<Topic, (() => Promise<unknown>)[]>()

  on(topic: Topic, answer: () => Promise<unknown>): void {
    this.#by.set(topic, [...(this.#by.get(topic) ?? []), answer])
  }

  async to(topic: Topic): Promise<unknown> {
    const given = await Promise.all((this.#by.get(topic) ?? []).map((answer) => answer()))
    return given.at(-1) ?? null
  }
}

/** Questions on their way, each until it is answered or a second has passed. */
export class Questions {
  #last = 0
  readonly #open = new Map<number, (values: readonly unknown[]) => void>()

  ask(patienceMs: number, send: (id: number) => void): Promise<readonly unknown[]> {
    const id = ++this.#last
    return new Promise((resolve) => {
      const settle = (values: readonly unknown[]): void => {
        clearTimeout(late)
        this.#open.delete(id)
        resolve(values)
      }
      const late = setTimeout(() => settle([]), patienceMs)
      this.#open.set(id, settle)
      send(id)
    })
  }

  answered(id: number, values: readonly unknown[]): void {
    this.#open.get(id)?.(values)
  }
}

/** How long one process waits for another. */
export const patienceMs = 1_000
