import type { fieldWork as indonesian } from '../id/field-work.ts'

export const fieldWork: Record<keyof typeof indonesian, string> = {
  'work.match.open': 'Programmes that fit',
  'work.match.title': 'Programmes for {name}',
  'work.match.nameless': 'this family',
  'work.match.at': 'Worked out on this phone from data of {time}. Quotas may have changed.',
  'work.match.ask': 'Ask now',
  'work.match.told': 'Record what they receive',
  'work.match.member': 'Add a family member',
  'work.match.answered': 'Your answer is kept on this phone.',
  'work.match.gives': '{owner} · {gives}',
  'work.match.decides': 'Who decides: {who}',
  'work.match.contact': 'Contact: {contact}',
  'work.match.back': 'Back to the family',
}
