import type { shell as source } from '../id/shell.ts'

export const shell: Record<keyof typeof source, string> = {
  'shell.name': 'OpenSLRT',
  'shell.tagline': 'One door for social services',
  'shell.skip': 'Skip to the content',
  'shell.menu': 'Main menu',
  'shell.more': 'More',
  'shell.demo': 'Sample data: the names, cases and figures here are not real.',
  'shell.search.label': 'Find a case',
  'shell.search.hint': 'Number, NIK or name …',
  'bell.some': 'News: {count} unread',
  'bell.none': 'News: all read',
  'shell.language.other': 'Bahasa Indonesia',
  'shell.language.failed': 'Bahasa Indonesia cannot be loaded now. Try again',
  'shell.loading': 'Loading …',
  'shell.not-found.title': 'This page does not exist',
  'shell.not-found.text': 'The address may be mistyped, or the page has moved.',
  'shell.not-found.action': 'Back to the start',
  'shell.failed.title': 'This page cannot be shown',
  'shell.failed.text':
    'What you saved is safe. Reload the page; if it stays like this, tell the administrator of your office.',
  'shell.failed.action': 'Reload',
  'shell.version.title': 'OpenSLRT has just been updated',
  'shell.version.text': 'Reload the page to use the new version. What you saved is safe.',
}
