import type { when as source } from '../id/when.ts'

export const when: Record<keyof typeof source, string> = {
  'when.today': 'today {time}',
  'when.yesterday': 'yesterday {time}',
  'when.tomorrow': 'tomorrow {time}',
  'when.exact': '{weekday}, {date} at {time} {zone}',
  'when.due.today': 'due today {time}',
  'when.due.tomorrow': 'due tomorrow ({day}, {time})',
  'when.due.later': 'due {day}, {time}',
  'when.due.left': 'working days left: {days} ({day}, {time})',
  'when.over.today': 'overdue since today {time}',
  'when.over.yesterday': 'overdue since yesterday {time}',
  'when.over.since': 'overdue by {days} days',
  'when.over.days': 'working days overdue: {days}',
  'wait.seconds': '{count} s',
  'wait.minutes': '{count} min',
  'either.or': 'or',
  'wait.hours': '{count} h',
}
