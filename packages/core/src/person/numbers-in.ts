/** Sixteen digits, however they are grouped: a NIK or the number of a family card. */
const card = /(?<!\d)\d(?:[ .\-/]?\d){15}(?!\d)/
/** A mobile number as people write it: 0812-3456-7890, +62 812 3456 7890, 628123456789. */
const mobile = /(?<!\d)(?:\+?62[ .-]?|0)8(?:[ .-]?\d){7,11}(?!\d)/
/** A line with its area code: (0274) 512345, 021-5551234. */
const landline = /(?<!\d)\(?0[2-79]\d{1,2}\)?[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)/

/** CHALLENGE-3 Whether words hold a number by which somebody could be found: an identity card's, a family card's, a phone's. */
export function holdsNumber(words: string): boolean {
  // Digits of other scripts and of wide type are digits too; so are dashes of any length.
  const plain = words
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
  return [card, mobile, landline].some((pattern) => pattern.test(plain))
}
