import type { Entry } from './entry.ts'

/** Where entries of one person lie until they have arrived. */
export interface Shelf {
  /** False where this browser lets nothing be kept: entries then live as long as the page. */
  readonly durable: boolean
  /** Adds an entry behind all others, or writes its new state in its old place. */
  put(entry: Entry): Promise<void>
  all(): Promise<readonly Entry[]>
  remove(id: string): Promise<void>
  /** Tells all entries now and after every change, also one made in another window. */
  watch(hear: (entries: readonly Entry[]) => void): () => void
}

/** A shelf in memory: for browsers that refuse to store, as private windows and pages without TLS do. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, Entry>()
  const listeners = new Set<(entries: readonly Entry[]) => void>()
  const tell = (): void => {
    for (const hear of listeners) hear([...kept.values()])
  }
  return {
    durable: false,
    async put(entry) {
      kept.set(entry.command.id, entry)
      tell()
    },
    all: async () => [...kept.values()],
    async remove(id) {
      kept.delete(id)
      tell()
    },
    watch(hear) {
      listeners.add(hear)
      hear([...kept.values()])
      return () => listeners.delete(hear)
    },
  }
}
