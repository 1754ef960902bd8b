/** An official name as people read it: the name stays recognisable beside the forms of the closed systems. */
export const fieldName = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
