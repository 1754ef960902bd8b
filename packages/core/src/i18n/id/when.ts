/** Times as people say them; `when.ts` fills them in. */
export const when = {
  'when.today': 'hari ini {time}',
  'when.yesterday': 'kemarin {time}',
  'when.tomorrow': 'besok {time}',
  'when.exact': '{weekday}, {date} pukul {time} {zone}',
  'when.due.today': 'jatuh tempo hari ini {time}',
  'when.due.tomorrow': 'jatuh tempo besok ({day}, {time})',
  'when.due.later': 'jatuh tempo {day}, {time}',
  'when.due.left': '{days} hari kerja lagi ({day}, {time})',
  'when.over.today': 'terlambat sejak hari ini {time}',
  'when.over.yesterday': 'terlambat sejak kemarin {time}',
  'when.over.since': 'terlambat {days} hari',
  'when.over.days': 'terlambat {days} hari kerja',
  'wait.seconds': '{count} detik',
  'wait.minutes': '{count} menit',
  'either.or': 'atau',
  'wait.hours': '{count} jam',
} as const satisfies Record<string, string>
