import type { Reader } from './people.ts'

/** One question that is asked again and again, each time by another reader. */
export interface Question {
  readonly name: string
  readonly readers: readonly Reader[]
  ask(reader: Reader, at: number): { readonly path: string; readonly body?: object }
}

/** How long the answers took, in milliseconds, the shortest first. */
export async function timesOf(
  url: string,
  { name, readers, ask }: Question,
  times: number,
): Promise<readonly number[]> {
  const took: number[] = []
  let next = 0
  const one = async (): Promise<void> => {
    for (let at = next++; at < times; at = next++) {
      const reader = readers[at % readers.length]
      if (!reader) throw new Error(`nobody asks ${name}`)
      took.push(await timed(url, reader, ask(reader, at)))
    }
  }
  await Promise.all([one(), one()])
  return took.toSorted((left, right) => left - right)
}

async function timed(
  url: string,
  { cookie, office }: Reader,
  { path, body }: ReturnType<Question['ask']>,
): Promise<number> {
  const headers = { cookie, 'x-office': office, 'content-type': 'application/json' }
  const started = performance.now()
  const response = await fetch(url + path, body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return performance.now() - started
}

export const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Sends sign-ins evenly over a time. Gives how many were let in, and how long the slowest of a hundred took. */
export async function signInAll(
  url: string,
  names: readonly string[],
  password: string,
  seconds: number,
): Promise<{ in: number; refused: readonly string[]; took: readonly number[] }> {
  const took: number[] = []
  const refused: string[] = []
  await Promise.all(
    names.map(async (name, at) => {
      await new Promise((resolve) => setTimeout(resolve, (at * seconds * 1000) / names.length))
      const started = performance.now()
      const response = await fetch(`${url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password }),
      })
      const text = await response.text()
      if (response.ok) took.push(performance.now() - started)
      else refused.push(`${response.status} ${text.slice(0, 200)}`)
    }),
  )
  return { in: took.length, refused, took: took.toSorted((left, right) => left - right) }
}
