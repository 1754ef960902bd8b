import { hash } from 'node:crypto'

/** The id that a seed always gives (UUID version 8: made by its own rule): whatever is asked for twice is one. */
export function madeId(seed: string): string {
  const hex = hash('sha256', seed, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
