/** An open door in a square: frame, doorway and the leaf standing ajar, drawn as one path on a grid of 16, on whole pixels. */
export const markPath =
  'M3 0h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3V3H3v13a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3Zm1 4 5 2v10H4Zm3.5 5.5a.75 1 0 1 0 0 2 .75 1 0 0 0 0-2Z'

/** The product's mark, in the colour of the text around it. It stands beside its name, so readers skip it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} fill="currentColor" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d={markPath} />
    </svg>
  )
}
