import type { Priority } from '../case/case.ts'
import { priorities } from '../case/case.ts'
import type { Line } from './item.ts'

const priorityNames: Readonly<Record<Priority, readonly [id: string, en: string]>> = {
  normal: ['Biasa', 'Normal'],
  raised: ['Didahulukan', 'Raised'],
  red: ['Kartu merah', 'Red card'],
}

/** What comes before what. The order is the law's own; what people call it is not. */
export const priorityLines: readonly Line[] = priorities.map((priority) => [priority, ...priorityNames[priority]])
