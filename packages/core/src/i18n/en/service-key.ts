import type { serviceKeyTexts as source } from '../id/service-key.ts'

/** Keys by which programs use the API, in English. */
export const serviceKeyTexts: Record<keyof typeof source, string> = {
  'key.title': 'Program keys',
  'key.about':
    'For another program, such as the application of a hospital, not for a person. With a key a program does what its role may do, at that office only.',
  'key.new': 'Make a program key',
  'key.label': 'What it is for',
  'key.label.missing': 'Say what it is for, in at least 2 letters.',
  'key.post': 'Role and office',
  'key.reach': 'What it may do',
  'key.reach.all': 'All that its role may do',
  'key.reach.read': 'Reading only',
  'key.days': 'Works for',
  'key.days.count': '{count} days',
  'key.give': 'Make the key',
  'key.once': 'Copy this key now',
  'key.once.text':
    'This key is shown only once. Keep it in that program and do not send it in a message. If it is lost, revoke it and make another.',
  'key.copy': 'Copy the key',
  'key.copied': 'Key copied',
  'key.post-of': '{role} · {office}, {reach}',
  'key.given': 'Made by {name} on {date}, works until {until}',
  'key.used': 'Last used {when}',
  'key.unused': 'Never used yet',
  'key.over': 'Its time is over',
  'key.revoked': 'Revoked {date}',
  'key.revoke': 'Revoke',
  'key.revoke.of': 'Revoke the key {label}',
  'key.revoke.title': 'Revoke the key {label}?',
  'key.revoke.text': 'The program that uses it is shut out at once. This cannot be undone.',
  'key.service': 'Program account',
}
