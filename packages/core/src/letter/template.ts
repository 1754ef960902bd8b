import type { LetterKind } from './kinds.ts'
import { fieldsOf } from './kinds.ts'

const named = /\{([^{}\n]*)\}/g

/** The fields that a text names, in their order. */
export const fieldsIn = (text: string): readonly string[] =>
  [...text.matchAll(named)].map(([, field = '']) => field.trim())

/** LETTER-20 The first field that a template names and its kind does not have; null where all are known. */
export function unknownFieldIn(kind: LetterKind, text: string): string | null {
  const known = new Set(fieldsOf(kind))
  return fieldsIn(text).find((field) => !known.has(field)) ?? null
}

/**
 * LETTER-21 A template with its fields filled in. A line whose fields are all empty is left out: what is not known is
 * not said. Marks and braces in what somebody typed are taken away, so that words never become a layout.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split('\n')
    .filter((line) => {
      const fields = fieldsIn(line)
      return fields.length === 0 || fields.some((field) => (values[field] ?? '') !== '')
    })
    .map((line) => line.replace(named, (_, field: string) => values[field.trim()] ?? ''))
    .join('\n')
}

/** Words that somebody typed, as a template takes them: no braces, no marks, one line. */
export const plainWords = (typed: string): string =>
  typed.replace(/[{}|]/g, '').replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()

/** A run of words, bold or not. */
export interface Run {
  readonly text: string
  readonly bold: boolean
}

/** A block of a letter as it is laid out: the same for the preview in the browser and the paper. */
export type Block =
  | { readonly kind: 'paragraph' | 'item' | 'centre'; readonly runs: readonly Run[] }
  | { readonly kind: 'row'; readonly label: string; readonly runs: readonly Run[] }
  | { readonly kind: 'gap' | 'cut' }

/** LETTER-22 Reads a text line by line: `- ` an item, `> ` centred, `label | words` a row, `---` where it is cut, `**` bold. */
export const blocksOf = (text: string): readonly Block[] => text.split('\n').map(blockOf)

function blockOf(line: string): Block {
  const words = line.trim()
  if (words === '') return { kind: 'gap' }
  if (/^-{3,}$/.test(words)) return { kind: 'cut' }
  if (words.startsWith('- ')) return { kind: 'item', runs: runsOf(words.slice(2)) }
  if (words.startsWith('> ')) return { kind: 'centre', runs: runsOf(words.slice(2)) }
  const bar = words.indexOf('|')
  if (bar > 0) return { kind: 'row', label: words.slice(0, bar).trim(), runs: runsOf(words.slice(bar + 1).trim()) }
  return { kind: 'paragraph', runs: runsOf(words) }
}

const runsOf = (text: string): readonly Run[] =>
  text
    .split('**')
    .map((words, at) => ({ text: words, bold: at % 2 === 1 }))
    .filter((run) => run.text !== '')
