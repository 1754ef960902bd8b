import { setTimeout as sleep } from 'node:timers/promises'

/** Gives up waiting after a time: whoever asks how things are must not hang with the thing that hangs. */
export async function soonOrNever<T>(asked: Promise<T>, patienceMs: number): Promise<T> {
  const ends = new AbortController()
  const late = sleep(patienceMs, undefined, { signal: ends.signal, ref: false }).then((): never => {
    throw new Error('no answer in time')
  })
  // Whichever comes second is nobody's any more.
  for (const promise of [asked, late]) promise.catch(() => undefined)
  return Promise.race([asked, late]).finally(() => ends.abort())
}
