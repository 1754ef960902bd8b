/** A number that may be told, or null where it is withheld. */
export type Told = number | null

/**
 * PPKS-9 Which of some numbers may be told beside their sum. Those below the limit are not; and neither are as many of the
 * smallest others as it takes that no reader can work one out: not from the sum, and not from knowing this rule. All
 * withheld numbers look the same, and of equal ones either all are withheld or none is: so whatever a reader thinks stands in
 * one place could stand in another. A sum that is below the limit itself is not to be told at all; then nothing beside it is.
 */
export function toldBeside(numbers: readonly number[], least: number): readonly Told[] {
  let limit = least
  while (!isSafe(numbers, limit, least)) limit = next(numbers, limit)
  return numbers.map((n) => (n < limit ? null : n))
}

/** Whether withholding everything below a limit hides each of them, alone and together. */
function isSafe(numbers: readonly number[], limit: number, least: number): boolean {
  const hidden = numbers.filter((n) => n < limit)
  if (hidden.length === 0 || hidden.length === numbers.length) return true
  const sum = hidden.reduce((all, n) => all + n, 0)
  // All at the highest number that is withheld for its own sake: one more anywhere would have been told.
  const allHighest = hidden.every((n) => n === least - 1)
  return hidden.length > 1 && sum >= least && !allHighest
}

/** The limit that withholds the smallest number that was told so far, and those equal to it. */
const next = (numbers: readonly number[], limit: number): number => Math.min(...numbers.filter((n) => n >= limit)) + 1
