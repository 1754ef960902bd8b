import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import type { Chapter } from '@openslrt/core/registry/questionnaire.ts'
import type { Sheet } from './sheet.ts'
import type { Words } from './words.ts'

/** What every page of the questionnaire has. */
export interface AskPage {
  readonly sheet: Sheet
  readonly change: (some: Partial<Sheet>) => void
  readonly words: Words
  readonly chapters: readonly Chapter[]
  readonly title: string
  readonly said: ReplicaRow['family']['said']
  readonly go: (at: string | null) => void
  readonly saving: Saving
}

export interface Saving {
  readonly count: number
  readonly busy: boolean
  readonly problem: string | null
  readonly save: () => Promise<void>
}
