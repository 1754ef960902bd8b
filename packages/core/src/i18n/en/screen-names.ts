import type { screenNames as source } from '../id/screen-names.ts'

export const screenNames: Record<keyof typeof source, string> = {
  'figures.title': 'Dashboard',
  'villages.title': 'Facilitation',
  'villages.menu': 'Facilitation',
  'lists.title': 'Lists of choices',
  'lists.menu': 'Choices',
  'calendar.title': 'Closed days and office hours',
  'office.title': 'Offices',
  'staff.title': 'Staff',
  'roles.title': 'Roles',
  'notice.title': 'News',
  'ways.title': 'Messages going out',
  'telling.title': 'Tell in person',
  'own.title': 'My account',
  'access.title': 'Access record',
  'export.title': 'One citizen’s data',
  'retention.title': 'Retention of data',
  'retention.menu': 'Retention',
  'import.title': 'Load from a file',
}
