interface LetterPart {
  readonly page: number
  readonly from: number
  readonly to: number
}

/** So many people in parts of what one batch holds, each with the first and the last of it as people count. */
export const partsOf = (total: number, size: number): readonly LetterPart[] =>
  Array.from({ length: Math.ceil(total / size) }, (_, nth) => ({
    page: nth + 1,
    from: nth * size + 1,
    to: Math.min(total, (nth + 1) * size),
  }))
