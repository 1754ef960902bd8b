/** For every command of notices, data that can be read. */
export const noticeData = {
  'notice.tell': { delivery: '00000000-0000-4000-8000-000000000d01', result: 'told', how: 'in-person', note: '' },
} as const
