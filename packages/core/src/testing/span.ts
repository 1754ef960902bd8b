const prime = 1_000_003n
const inverse = (n: bigint): bigint => power(n, prime - 2n)

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % prime]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

type Row = readonly bigint[]
const mod = (n: bigint): bigint => ((n % prime) + prime) % prime

/**
 * What can be worked out of some sums of unknown numbers by adding, subtracting and multiplying, in whichever way: each sum
 * is said as how often every unknown is in it. Reckoned modulo a prime, which is exact enough for sums of ones.
 */
export class Span {
  readonly #rows: { readonly lead: number; readonly row: Row }[] = []

  add(sum: readonly number[]): void {
    const rest = this.#rest(sum)
    const lead = rest.findIndex((n) => n !== 0n)
    if (lead < 0) return
    const scale = inverse(rest[lead] ?? 1n)
    this.#rows.push({ lead, row: rest.map((n) => mod(n * scale)) })
  }

  holds(sum: readonly number[]): boolean {
    return this.#rest(sum).every((n) => n === 0n)
  }

  #rest(sum: readonly number[]): Row {
    let rest: Row = sum.map((n) => mod(BigInt(n)))
    for (const { lead, row } of this.#rows) {
      const times = rest[lead] ?? 0n
      if (times !== 0n) rest = rest.map((n, at) => mod(n - times * (row[at] ?? 0n)))
    }
    return rest
  }
}
