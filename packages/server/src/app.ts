import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { handlersOf, noticePartsOf, routesOf } from './capabilities.ts'
import type { Config } from './config.ts'
import type { AccountParts, Sessions } from './features/account/index.ts'
import { firstAdminLink, makeFirstAdmin, makeSessions } from './features/account/index.ts'
import { blankBook } from './features/blank/index.ts'
import type { CaseParts } from './features/case/index.ts'
import { serveFiles } from './features/case/index.ts'
import { serveCommands } from './features/command/index.ts'
import {
  dropHeldAnswers,
  inboundRoutesOf,
  keepWhatsApp,
  messageBook,
  ownPhoneRoutesOf,
  serveSmsHook,
} from './features/inbound/index.ts'
import { serveLogos, servePapers } from './features/letter/index.ts'
import { serveLoadFiles } from './features/load/index.ts'
import type { NoticeParts } from './features/notice/index.ts'
import {
  noticeWayRoutesOf,
  ownNoticeRoutesOf,
  secretIn,
  serveHooks,
  tellRoutesOf,
  watchNotices,
} from './features/notice/index.ts'
import { serveProposalFiles } from './features/proposal/index.ts'
import { openRenderer, sendProblem, servePublic } from './features/public/index.ts'
import { openReference } from './features/reference/index.ts'
import type { DemoFlag } from './features/system/index.ts'
import { openDemoFlag, serveApiDocs, serveHealth, serveMetrics, serveWeb } from './features/system/index.ts'
import { serveParts, uploadRoutesOf } from './features/upload/index.ts'
import { serveVisitPhotos } from './features/visit/index.ts'
import type { Files } from './open-files.ts'
import { openFiles } from './open-files.ts'
import { makeProvider } from './platform/auth/provider.ts'
import type { Pools } from './platform/db/pools.ts'
import { buildApp } from './platform/http/build-app.ts'
import { countRequests } from './platform/http/count-requests.ts'
import type { Route } from './platform/http/route.ts'
import { serveRoutes } from './platform/http/serve.ts'
import type { Ledger } from './platform/ledger/execute.ts'
import { openKeys } from './platform/ledger/keys.ts'
import { makeLanes } from './platform/ledger/lanes.ts'
import type { Siblings } from './platform/processes/siblings.ts'
import { alone } from './platform/processes/siblings.ts'
import type { Figures, Metrics } from './platform/telemetry/metrics.ts'
import { openMetrics } from './platform/telemetry/metrics.ts'
import { tellingOthers } from './tell-others.ts'

/** How many commands of one district are prepared at once in this process; see `makeLanes`. */
const laneWidth = 4
const version = '0.1.0'

/** Everything that a running process is made of, for its parts and for tests. */
export interface Parts {
  readonly config: Config
  readonly pools: Pools
  readonly ledger: Ledger
  readonly reference: Awaited<ReturnType<typeof openReference>>
  readonly demo: DemoFlag
  readonly log: Logger
  readonly metrics: Metrics
  /** The other processes of this installation on this machine. */
  readonly siblings: Siblings
}

/** Builds the parts that know the business, on an open database. */
export async function buildParts(
  config: Config,
  pools: Pools,
  master: Buffer,
  log: Logger,
  siblings: Siblings = alone,
): Promise<Parts> {
  const read = await openReference(pools.api, (error) =>
    log.warn({ err: error }, 'reference data could not be read anew'),
  )
  const telling = tellingOthers(siblings)
  const reference = telling.reference(read)
  const ledger: Ledger = {
    pool: pools.api,
    keys: await openKeys(master, pools.api),
    lanes: makeLanes(laneWidth),
    refSeq: () => reference.seq(),
  }
  const metrics = openMetrics()
  for (const role of ['api', 'worker', 'door'] as const) metrics.watchPool(role, pools[role])
  siblings.on('figures', () => metrics.figures())
  const demo = telling.demo(await openDemoFlag(pools.api))
  return { config, pools, ledger, reference, demo, log, metrics, siblings }
}

/** The web process: every door, each behind its guard. */
export async function buildWebApp(
  parts: Parts,
): Promise<{ app: FastifyInstance; adminLink: () => Promise<string | null> }> {
  const { config, pools, ledger, reference, log } = parts
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const face = { renderer: await openRenderer(), isDemo: parts.demo.shown, secure }
  const app = await buildApp({
    logger: log,
    trustProxy: config.trustProxy,
    secure,
    mostPerMinute: config.requestsPerMinute,
    problemPage: (reply, refusal) => sendProblem(face, reply, refusal),
  })
  countRequests(app, parts.metrics)
  const sessions = sessionsOf(parts, secure)
  const caseParts = { ledger, reference, messages: messageBook(reference), blanks: blankBook }
  const officeParts = { pool: pools.api, ledger, reference, forget: sessions.forget }
  const handlers = handlersOf(parts, caseParts, officeParts)
  const files = await openFiles(config)
  const account = accountOf(parts, sessions, secure)
  const notices = noticePartsOf(parts)
  const routes = [
    ...routesOf(account, caseParts, officeParts),
    ...noticeRoutesFor(notices, pools.api, config.notices.pushHosts),
    ...inboundRoutesOf(caseParts),
    ...ownPhoneRoutesOf({ api: pools.api, ledger }),
    ...uploadRoutesOf({ ...caseParts, files }),
  ]
  serveRoutes(app, sessions, routes)
  serveCommands(app, sessions, handlers)
  serveAllFiles(app, sessions, { ...caseParts, files, publicUrl: config.publicUrl })
  serveHealth(app, pools.api, parts.siblings.number)
  serveMetrics(app, {
    metrics: parts.metrics,
    pool: pools.worker,
    dataFolder: config.dataFolder,
    token: config.metricsToken,
    looks: [watchNotices(parts.metrics, pools.worker)],
    siblings: async () => (await parts.siblings.ask('figures')) as readonly Figures[],
  })
  serveApiDocs(
    app,
    routes.map(({ row }) => row),
    version,
  )
  servePublic(app, {
    ...face,
    pools,
    ledger,
    reference,
    handle: handlers.case,
    answer: handlers.referral,
    files: files.store,
    secure,
    publicUrl: config.publicUrl,
    // Filling in a form takes longer than asking a question.
    formsPerMinute: Math.ceil(config.requestsPerMinute / 10),
  })
  await serveHooks(app, notices, hookSecretsOf(config), keepWhatsApp(notices))
  const { smsHookFile } = config.notices
  await serveSmsHook(app, notices, smsHookFile === null ? null : secretIn(smsHookFile))
  await serveWeb(app)
  return { app, adminLink: () => firstAdminLink(pools.api) }
}

const noticeRoutesFor = (notices: NoticeParts, api: Pool, pushHosts: readonly string[]): readonly Route[] => [
  ...ownNoticeRoutesOf({ ...notices, api, pushHosts }),
  ...noticeWayRoutesOf(notices, dropHeldAnswers),
  ...tellRoutesOf({ ...notices, api }),
]

/** Every door through which a file comes or goes. */
function serveAllFiles(
  app: FastifyInstance,
  sessions: Sessions,
  parts: CaseParts & { readonly files: Files; readonly publicUrl: string | null },
): void {
  serveFiles(app, sessions, parts)
  servePapers(app, sessions, parts)
  serveLogos(app, sessions, parts)
  serveVisitPhotos(app, sessions, parts)
  serveParts(app, sessions, parts)
  serveLoadFiles(app, sessions, { ...parts, store: parts.files.store })
  serveProposalFiles(app, sessions, parts)
}

/** Who is in. That somebody is out is told to the other processes at once. */
const sessionsOf = ({ config, pools, reference, demo, siblings }: Parts, secure: boolean): Sessions =>
  tellingOthers(siblings).sessions(
    makeSessions({
      pool: pools.api,
      reference,
      secure,
      isDemo: demo.shown,
      // One program leaves room for the people behind the same address.
      keyRequestsPerMinute: Math.ceil(config.requestsPerMinute / 2),
      mostDays: config.sessionDays,
    }),
  )

/** What signing in needs: by password, by a second factor, by somebody else's provider. */
function accountOf(
  { config, pools, ledger, reference, demo, log }: Parts,
  sessions: Sessions,
  secure: boolean,
): AccountParts {
  const onProviderFault = (error: unknown): void =>
    log.warn({ err: error }, 'the identity provider did not let somebody in')
  return {
    pool: pools.api,
    keys: ledger.keys,
    reference,
    sessions,
    firstAdmin: makeFirstAdmin(ledger, reference),
    isDemo: demo.shown,
    logDays: config.signInLogDays,
    secure,
    provider: config.provider && makeProvider(config.provider, onProviderFault),
    onProviderFault,
  }
}

function hookSecretsOf({ notices: { whatsapp } }: Config) {
  if (!whatsapp) return null
  return { appSecret: secretIn(whatsapp.appSecretFile), verifyToken: secretIn(whatsapp.verifyTokenFile) }
}
