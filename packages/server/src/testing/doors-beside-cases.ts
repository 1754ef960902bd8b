import { welfareDoors } from './welfare-doors.ts'

/** Doors that tell nothing of any case, and the two that count all cases by law (FIG-6, FIG-7). */
export const besideCases: ReadonlySet<string> = new Set([
  'GET /api/door',
  'GET /api/me',
  'GET /api/lists',
  'GET /api/places',
  'GET /api/offices',
  'GET /api/offices/tree',
  'GET /api/offices/hours',
  'GET /api/staff',
  'GET /api/roles',
  'GET /api/roles/items',
  'GET /api/roles/holders',
  'GET /api/offices/targets',
  'GET /api/second-factor',
  'GET /api/sessions',
  'GET /api/sign-in-log',
  'GET /api/figures/region',
  // Families and people as the worker counted them, rounded for who may not open them.
  'GET /api/figures/conditions',
  // How far districts stand on their own feet: levels and counters of a whole district (INDEP-13), asked for in a test of their own.
  'GET /api/independence/district',
  'GET /api/independence/assessment',
  'GET /api/independence/places',
  'GET /api/independence/instrument',
  // Templates and chains: the rules of letters, and no letter.
  'GET /api/letters/rules',
  // Of cases a joint programme names only those that its lead listed, through a function of its own (JOINT-11).
  'GET /api/joint',
  'GET /api/joint/card',
  'GET /api/joint/targets',
  'GET /api/joint/offices',
  'POST /api/joint/reveal',
  'POST /api/joint/table',
  ...welfareDoors,
  // One's own work on many letters: it tells back what was asked for; each letter of it is a command, and those are asked.
  'GET /api/letters/runs',
  'GET /api/letters/runs/lines',
  'POST /api/letters/runs',
  'POST /api/letters/runs/cancel',
  'POST /api/letters/runs/close',
  'GET /api/calendar',
  'GET /api/lists/file',
  'POST /api/lists/plan',
  'GET /api/provider/own',
  'GET /api/villages/served',
  'GET /api/service-keys',
  // Who is on duty, and when: officers and days.
  'GET /api/devices/list',
  'POST /api/devices/order',
  // Half files of one's own; what a whole one shows is asked for at the doors of visits and cases.
  'POST /api/uploads/begin',
  'GET /api/duties',
  'GET /api/duties/office',
  'GET /api/duties/mine',
  'GET /api/offices/table',
  'POST /api/offices/plan',
  'POST /api/offices/take',
  'GET /api/staff/table',
  'GET /api/notices/settings',
  'GET /api/notices/ways',
  // Kinds of meetings, and offices.
  'GET /api/meetings/choices',
  // Lists of people whom an event affects: their own test asks for them from other offices.
  'GET /api/surges/list',
  'GET /api/surges/choices',
  'GET /api/surges/faults',
  'POST /api/surges/load',
  'POST /api/surges/work',
  'GET /api/surges/order',
  // People of the registry and what is proposed for them: seen by village, and asked at their own doors (PROPOSAL-16).
  'GET /api/proposals/list',
  'GET /api/proposals/one',
  'GET /api/proposals/ready',
  'POST /api/proposals/find',
  'GET /api/proposals/calendar',
  'GET /api/proposals/meetings',
  'GET /api/proposals/meeting',
  'GET /api/proposals/batches',
  'GET /api/proposals/batch',
  'POST /api/proposals/sheet',
  'POST /api/proposals/table',
  'POST /api/proposals/answers/look',
  'POST /api/proposals/answers/take',
  // Offices, and who could be sent.
  'GET /api/visits/choices',
  // A message waits at one office and is no case yet; the test of its list asks from other offices.
  'GET /api/inbound/message',
  'GET /api/inbound/phone',
  // By whom needs that are of no case are seen, their own tests ask (NEED-10).
  'GET /api/needs',
  'GET /api/needs/programmes',
  'GET /api/needs/table',
  'GET /api/needs/file',
  'GET /api/applications',
  'GET /api/applications/asked',
  'GET /api/applications/one',
  'POST /api/applications/reveal',
  'GET /api/quotas',
  'GET /api/quotas/line',
  // Paper that nobody has written on.
  'GET /api/forms/print',
  // People of the registry, and no case.
  'POST /api/registry/find',
  // People and families, seen by their village alone (REGISTRY-3), with the cases that the reader sees whole (REGISTRY-19).
  'GET /api/registry/families',
  'GET /api/registry/family',
  'GET /api/registry/person',
  'GET /api/registry/history',
  'GET /api/registry/choices',
  'POST /api/registry/reveal',
  'POST /api/registry/candidates',
  'GET /api/registry/doubles',
  'GET /api/registry/doubles/families',
  'GET /api/registry/merged',
  'GET /api/registry/merge-preview',
  'GET /api/registry/links',
  'GET /api/registry/erasures/asked',
  'GET /api/retention/soon',
  // Files of the registry: no case is in them.
  'GET /api/loads',
  'GET /api/loads/one',
  'GET /api/exports',
  'GET /api/exports/log',
  'POST /api/exports',
  // The catalogue is public, and families and people are seen by their village (REGISTRY-3), whatever cases there are.
  'GET /api/programmes/list',
  'GET /api/programmes/card',
  'GET /api/programmes/for-family',
  'GET /api/programmes/for-person',
  'POST /api/programmes/try',
  'GET /api/programmes/choices',
])

/** Doors through which somebody or something comes in. */
export const entrances =
  /^POST \/api\/(inbound|notices|sign-in|sign-out|link|second-factor|staff|sessions|provider|service-keys)\b/
