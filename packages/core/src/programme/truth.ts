/**
 * What can be said of a condition: met, not met, or not known yet. A datum that nobody has recorded makes a condition
 * unknown, never not met: a family is not turned away because a form was left empty.
 */
export type Truth = 'met' | 'not-met' | 'unknown'

/** PROG-1 Kleene's logic: what is unknown stays unknown unless the rest decides whatever it turns out to be. */
export function allOf(truths: Iterable<Truth>): Truth {
  let all: Truth = 'met'
  for (const truth of truths) {
    if (truth === 'not-met') return 'not-met'
    if (truth === 'unknown') all = 'unknown'
  }
  return all
}

/** PROG-1 Met as soon as one is; not met only where none can be any more. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let any: Truth = 'not-met'
  for (const truth of truths) {
    if (truth === 'met') return 'met'
    if (truth === 'unknown') any = 'unknown'
  }
  return any
}

/** PROG-1 The opposite of unknown is unknown. */
export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown'
  return truth === 'met' ? 'not-met' : 'met'
}

/** Yes or no as a truth. */
export const truthOf = (met: boolean): Truth => (met ? 'met' : 'not-met')
