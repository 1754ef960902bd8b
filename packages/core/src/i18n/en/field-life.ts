import type { fieldLife as indonesian } from '../id/field-life.ts'

export const fieldLife: Record<keyof typeof indonesian, string> = {
  'life.newer.title': 'This app needs an update first',
  'life.newer.text':
    'What lies on this phone was written by a newer version of the app. Connect to the internet and open it again. All that you wrote is still kept on this phone.',
  'life.shut.title': 'What this phone keeps cannot be opened',
  'life.shut.text':
    'Try to open it again. If it stays like this, leave private browsing or make room on the phone, then call your office. Do not remove this app: what you wrote and has not been sent is in it.',
  'life.again': 'Open again',
}
