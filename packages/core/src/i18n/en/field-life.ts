import type { fieldLife as indonesian } from '../id/field-life.ts'

export const fieldLife: Record<keyof typeof indonesian, string> = {
  'life.newer.title': 'This app needs an update first',
  'life.newer.text':
    'What lies on this phone was written by a newer version of the app. Connect to the internet and open it again. All that you wrote is still kept on this phone.',
  'life.shut.title': 'What this phone keeps cannot be opened',
  'life.shut.text':
    'Try to open it again. If it stays like this, leave private browsing or make room on the phone, then call your office. Do not remove this app: what you wrote and has not been sent is in it.',
  'life.again': 'Open again',
  'life.remind.title': 'While this app is locked',
  'life.remind.text':
    'A locked phone can send nothing: your records open only with your PIN. The phone can tell you when there is a signal and something still waits, without naming anybody.',
  'life.remind.wish': 'Tell me when there is a signal',
  'life.remind.on': 'This phone tells you when there is a signal and something still waits.',
  'life.emptied':
    'The PIN was wrong ten times, so the data about people on this phone were deleted. Sign in with a signal to fetch them again.',
  'life.emptied.in': 'Sign in again',
  'life.wiped.title': 'The data on this phone were deleted',
  'life.wiped.text': 'The secretariat asked for this phone to be emptied. Call your office before you use it again.',
  'life.left':
    'Not sent: {count} records. All of them are still on this phone, locked; they open only when you sign in here again.',
}
