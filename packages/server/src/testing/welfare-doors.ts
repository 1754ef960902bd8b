/** Doors to people of their own: of a case they name the number alone, and that where the reader sees it (`findCase`). */
export const welfareDoors = [
  'GET /api/ppks/list',
  'GET /api/ppks/one',
  'GET /api/ppks/family',
  'GET /api/ppks/choices',
  'GET /api/ppks/counts',
  'POST /api/ppks/reveal',
  'GET /api/psks/list',
  'GET /api/psks/one',
  'GET /api/psks/visit',
  'GET /api/psks/at',
  'GET /api/psks/choices',
  'GET /api/psks/coverage',
  'GET /api/psks/template',
  'POST /api/psks/table',
  'POST /api/psks/plan',
  'POST /api/psks/take',
] as const
