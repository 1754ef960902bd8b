import { accessRoutes } from '../contract/access-queries.ts'
import { accountRoutes } from '../contract/account.ts'
import { activityRoutes } from '../contract/activity.ts'
import { blankRoutes } from '../contract/blank.ts'
import { caseRoutes } from '../contract/case-queries.ts'
import { challengeRoutes } from '../contract/challenge-queries.ts'
import { conditionRoutes } from '../contract/conditions.ts'
import { doubleRoutes } from '../contract/doubles.ts'
import { dutyRoutes } from '../contract/duty-queries.ts'
import { erasureRoutes } from '../contract/erasure.ts'
import { figureRoutes } from '../contract/figures.ts'
import { findRoutes } from '../contract/find.ts'
import { importRoutes } from '../contract/import.ts'
import { inboundRoutes } from '../contract/inbound.ts'
import { independenceRoutes } from '../contract/independence-queries.ts'
import { indicatorRoutes } from '../contract/indicators.ts'
import { jointRoutes } from '../contract/joint-queries.ts'
import { leagueRoutes } from '../contract/league.ts'
import { letterRoutes } from '../contract/letter-queries.ts'
import { letterRunRoutes } from '../contract/letter-runs.ts'
import { listRoutes } from '../contract/list-queries.ts'
import { loadRoutes } from '../contract/load.ts'
import { exportRoutes } from '../contract/load-export.ts'
import { meetingRoutes } from '../contract/meeting-queries.ts'
import { needRoutes } from '../contract/need-queries.ts'
import { networkGrowthRoutes } from '../contract/network-growth.ts'
import { networkRoutes } from '../contract/network-queries.ts'
import { noticeRoutes } from '../contract/notice-queries.ts'
import { tellingRoutes } from '../contract/notice-tellings.ts'
import { noticeWayRoutes } from '../contract/notice-ways.ts'
import { openedRoutes } from '../contract/opened.ts'
import { ppksRoutes } from '../contract/ppks-queries.ts'
import { programmeRoutes } from '../contract/programme-queries.ts'
import { proposalAnswerRoutes } from '../contract/proposal-answers.ts'
import { proposalRoutes } from '../contract/proposal-queries.ts'
import { providerRoutes } from '../contract/provider.ts'
import { psksRoutes } from '../contract/psks-queries.ts'
import { referenceRoutes } from '../contract/reference-queries.ts'
import { registryRoutes } from '../contract/registry-queries.ts'
import { replyRoutes } from '../contract/reply.ts'
import { forgetRoutes } from '../contract/retention.ts'
import { roleRoutes } from '../contract/role-queries.ts'
import type { RouteRow } from '../contract/route.ts'
import { secondFactorRoutes } from '../contract/second-factor.ts'
import { serviceKeyRoutes } from '../contract/service-key.ts'
import { sessionRoutes } from '../contract/session.ts'
import { surgeRoutes } from '../contract/surge-queries.ts'
import { visitRoutes } from '../contract/visit-queries.ts'
import { workloadRoutes } from '../contract/workload.ts'

const tables: readonly Readonly<Record<string, RouteRow>>[] = [
  accessRoutes,
  accountRoutes,
  blankRoutes,
  caseRoutes,
  challengeRoutes,
  conditionRoutes,
  doubleRoutes,
  dutyRoutes,
  erasureRoutes,
  forgetRoutes,
  exportRoutes,
  figureRoutes,
  findRoutes,
  importRoutes,
  inboundRoutes,
  indicatorRoutes,
  jointRoutes,
  leagueRoutes,
  letterRoutes,
  letterRunRoutes,
  listRoutes,
  loadRoutes,
  meetingRoutes,
  needRoutes,
  noticeRoutes,
  noticeWayRoutes,
  openedRoutes,
  ppksRoutes,
  programmeRoutes,
  proposalAnswerRoutes,
  proposalRoutes,
  providerRoutes,
  psksRoutes,
  referenceRoutes,
  registryRoutes,
  replyRoutes,
  roleRoutes,
  secondFactorRoutes,
  serviceKeyRoutes,
  sessionRoutes,
  surgeRoutes,
  tellingRoutes,
  activityRoutes,
  independenceRoutes,
  networkRoutes,
  networkGrowthRoutes,
  visitRoutes,
  workloadRoutes,
]

/** Every question of the wire, by its address: `GET /api/cases/one`. */
export const allRoutes: readonly (readonly [at: string, row: RouteRow])[] = tables.flatMap((table) =>
  Object.values(table).map((row) => [`${row.method} ${row.path}`, row] as const),
)
