import type { Me } from '@openslrt/core/contract/reference-queries.ts'

/**
 * `unknown` until the server was asked; `expired` while what was typed stays on the screen under the sign-in dialog;
 * `left` when the person chose to go: whoever comes next does not want their page.
 */
export type Phase = 'unknown' | 'in' | 'expired' | 'out' | 'left'

export interface Session {
  readonly phase: Phase
  readonly me: Me | null
  /** The office that the person acts from: one of their posts. */
  readonly office: string | null
}

const nobody: Session = { phase: 'unknown', me: null, office: null }
let now: Session = nobody
const listeners = new Set<() => void>()
let waiting: ((back: boolean) => void)[] = []

/** Who is signed in on this page, as a plain value. */
export const session = (): Session => now
export const actingOffice = (): string | null => now.office
export const isInside = (): boolean => now.phase === 'in' || now.phase === 'expired'

/** For components: hears every change. */
export function subscribeSession(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** Somebody is signed in. They act from where they last acted, if that post is still theirs. */
export function enter(me: Me): void {
  const wanted = now.me?.staff === me.staff ? now.office : keptOffice(me.staff)
  const post = me.posts.find(({ office }) => office === wanted) ?? me.posts[0]
  become({ phase: 'in', me, office: post?.office ?? null })
  release(true)
}

/** The server no longer knows the session; who was here stays known, so that the screen can stay. */
export function expire(): void {
  if (now.phase === 'in') become({ ...now, phase: 'expired' })
}

/** Nobody is signed in any more, or nobody was. */
export function leave(phase: 'out' | 'left' = 'out'): void {
  become({ phase, me: null, office: null })
  release(false)
}

/** Acts from another of one's offices from now on. */
export function actAt(office: string): void {
  if (!now.me?.posts.some((post) => post.office === office)) return
  keepOffice(now.me.staff, office)
  become({ ...now, office })
}

/** Resolves when the person has signed in again (true) or left (false). */
export function whenBack(): Promise<boolean> {
  if (now.phase !== 'expired') return Promise.resolve(now.phase === 'in')
  return new Promise((settle) => {
    waiting.push(settle)
  })
}

function release(back: boolean): void {
  const released = waiting
  waiting = []
  for (const settle of released) settle(back)
}

function become(next: Session): void {
  now = next
  for (const hear of listeners) hear()
}

const storeKey = (staff: string): string => `openslrt.acting.${staff}`

function keptOffice(staff: string): string | null {
  try {
    return localStorage.getItem(storeKey(staff))
  } catch {
    return null
  }
}

function keepOffice(staff: string, office: string): void {
  try {
    localStorage.setItem(storeKey(staff), office)
  } catch {
    // Private windows may refuse to store; the choice then lasts as long as the page.
  }
}
