/** How many fifths of the highest a number is: none for nothing, one at least for anything. */
export const fifthOf = (n: number, highest: number): number =>
  n <= 0 || highest <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((n / highest) * 5)))
