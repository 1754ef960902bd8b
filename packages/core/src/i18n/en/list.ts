import type { list as source } from '../id/list.ts'

export const list: Record<keyof typeof source, string> = {
  'list.range': '{from}–{to} of {total}',
  'list.range.more': '{from}–{to} of more than {total}',
  'list.pages': 'Pages of the list',
  'list.filters': 'Filters of the list',
  'chart.table': 'Show as a table',
  'dialog.cancel': 'Go back',
  'dialog.close': 'Close',
  'file.too-large': 'This file is larger than {limit}. Make it smaller, then choose it again.',
  'file.wrong-kind': 'This kind of file is not accepted. Choose a photo (JPG, PNG) or a PDF.',
  'table.too-large': 'This file is larger than {limit}. Part it into several files.',
  'table.wrong-kind': "This kind of file can't be read as a table. Save it as CSV first, then choose it again.",
  'failed.action': 'Try again',
  'failed.request': 'Incident number: {id}',
  'place.hint': 'Type at least the first 2 letters of its name, then choose from the list.',
}
