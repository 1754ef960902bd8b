// In memory only: it serves the way back of this page, and nobody else's. The desk's own address leads to one's first list.
let last = '/'

/** Keeps the address of the list that is shown, so that a card leads back to the very place in it. */
export function rememberList(address: string): void {
  last = address
}

/** The list that this person came from. */
export const lastList = (): string => last
