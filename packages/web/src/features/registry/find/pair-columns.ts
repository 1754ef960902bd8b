import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { Column } from '../../../ui/data-rows.tsx'
import { reasonsText } from './reasons-text.ts'

interface Pair<One> {
  readonly first: One
  readonly second: One
  readonly score: number
  readonly reasons: Parameters<typeof reasonsText>[1]
}

interface Naming<One> {
  readonly header: string
  readonly nameOf: (one: One) => string
  readonly aboutOf: (one: One) => string
}

/** Two who may be one: who they are, why, and how sure it is. What is said of both alike is said once. */
export const pairColumns = <One, Line extends Pair<One>>(
  t: Say,
  { header, nameOf, aboutOf }: Naming<One>,
): readonly Column<Line>[] => [
  {
    key: 'two',
    header,
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ first, second }) => `${nameOf(first)} – ${nameOf(second)}`,
    detail: ({ first, second }) => [...new Set([aboutOf(first), aboutOf(second)])].join(' – '),
  },
  {
    key: 'why',
    header: t('double.column.why'),
    place: 'text',
    width: 'minmax(0, 1.4fr)',
    cell: ({ reasons }) => reasonsText(t, reasons),
  },
  {
    key: 'sure',
    header: t('double.column.sure'),
    place: 'aside',
    width: 'max-content',
    cell: ({ score }) => t('double.sure', { n: score }),
  },
]
