/** For every command of paper forms, data that can be read. */
export const blankData = {
  'blank.issue': { size: 2 },
  'blank.void': { note: 'Robek.' },
  'blank.lose': { note: 'Terakhir di balai desa.' },
  'blank.find': { note: '' },
} as const
