import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { NoticeSettings } from './config-notices.ts'
import { noticeProblems, noticeSettingsOf, noticeVariables } from './config-notices.ts'
import type { ProviderSettings } from './platform/auth/provider.ts'

/** What the environment may say. Anything left out has a sensible value; anything wrong ends the start with a sentence. */
const variables = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENSLRT_DATA: z.string().default('data'),
  OPENSLRT_MASTER_KEY_FILE: z.string().optional(),
  OPENSLRT_WAL_ARCHIVE: z.string().optional(),
  OPENSLRT_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  OPENSLRT_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(16),
  OPENSLRT_REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).default(1_200),
  OPENSLRT_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  OPENSLRT_METRICS_TOKEN: z.string().min(16).optional(),
  OPENSLRT_SIGN_IN_LOG_DAYS: z.coerce.number().int().min(1).max(3_650).default(365),
  OPENSLRT_SESSION_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  OPENSLRT_UNATTACHED_FILE_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  OPENSLRT_CLAMAV: z.string().optional(),
  OPENSLRT_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OPENSLRT_S3_BUCKET: z.string().optional(),
  OPENSLRT_S3_REGION: z.string().default('us-east-1'),
  OPENSLRT_S3_ACCESS_KEY: z.string().optional(),
  OPENSLRT_S3_SECRET_KEY_FILE: z.string().optional(),
  OPENSLRT_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OPENSLRT_OIDC_CLIENT_ID: z.string().optional(),
  OPENSLRT_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  OPENSLRT_OIDC_NAME: z.string().min(2).max(40).optional(),
  OPENSLRT_TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  ...noticeVariables,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
})

/** A bucket as the environment names it; its secret stands in a file of its own. */
export interface BucketSettings {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKeyFile: string
}

const environment = variables.superRefine((read, context) => {
  for (const [name, message] of [...providerProblems(read), ...noticeProblems(read)])
    context.addIssue({ code: 'custom', path: [name], message })
})

/** An identity provider is named whole or not at all, and spoken to over TLS unless it runs on this machine. */
function providerProblems(read: z.infer<typeof variables>): readonly (readonly [name: string, message: string])[] {
  const { OPENSLRT_OIDC_ISSUER: issuer, PUBLIC_URL } = read
  const parts = { OPENSLRT_OIDC_ISSUER: issuer, ...providerParts(read) }
  if (Object.values(parts).every((value) => value === undefined)) return []
  const missing = Object.entries({ ...parts, PUBLIC_URL })
    .filter(([, value]) => value === undefined)
    .map(([name]) => [name, 'needed for signing in by an identity provider'] as const)
  const isPlain = issuer !== undefined && new URL(issuer).protocol === 'http:'
  const isHere = issuer !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
  return isPlain && !isHere ? [...missing, ['OPENSLRT_OIDC_ISSUER', 'must begin with https:']] : missing
}

const providerParts = (read: z.infer<typeof variables>) => ({
  OPENSLRT_OIDC_CLIENT_ID: read.OPENSLRT_OIDC_CLIENT_ID,
  OPENSLRT_OIDC_CLIENT_SECRET_FILE: read.OPENSLRT_OIDC_CLIENT_SECRET_FILE,
  OPENSLRT_OIDC_NAME: read.OPENSLRT_OIDC_NAME,
})

export interface Config {
  readonly databaseUrl: string | null
  readonly port: number
  readonly host: string
  /** Address that links and QR codes carry. Null: a name of this machine, where the request came in under one. */
  readonly publicUrl: string | null
  readonly dataFolder: string
  readonly masterKeyFile: string
  /** Where the embedded database lays its log of changes, so that any later moment can be restored. Null: nowhere. */
  readonly walArchive: string | null
  readonly role: 'all' | 'web' | 'worker'
  /** How many connections to the database this process may hold for what people ask. */
  readonly connections: number
  /** How many processes serve behind one port. */
  readonly processes: number
  /** Whoever shows it may read `/metrics` from another machine. */
  readonly metricsToken: string | null
  /** Where ClamAV's daemon looks through files: `host:port`, or the path of its socket. Null: nobody does. */
  readonly clamav: string | null
  /** The bucket that files are kept in. Null: they lie in the data folder. */
  readonly bucket: BucketSettings | null
  /** How many proxies of one's own stand before this program, one behind the other. */
  readonly trustProxy: number
  /** How many requests one source may send in a minute before it is asked to wait. */
  readonly requestsPerMinute: number
  /** How long the log of sign-ins is kept. */
  readonly signInLogDays: number
  /** After how many days somebody signs in anew, however much they worked meanwhile. */
  readonly sessionDays: number
  /** How long a file is kept that was uploaded and that no case names. */
  readonly unattachedFileDays: number
  readonly logLevel: string
  /** The identity provider by which people may sign in too. Null: none. */
  readonly provider: ProviderSettings | null
  /** By which ways people are told beside the desk. */
  readonly notices: NoticeSettings
}

export type ConfigAnswer =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the environment once. Every problem is named with its variable and what would be right. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string): ConfigAnswer {
  // Blanks are what a form or a file of settings leaves behind; taken for a number they would be nought.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const read = parsed.data
  const bucket = bucketOf(read)
  if (bucket === 'half')
    return {
      ok: false,
      problems: [
        'OPENSLRT_S3_ENDPOINT: a bucket takes OPENSLRT_S3_ENDPOINT, _BUCKET, _ACCESS_KEY and _SECRET_KEY_FILE together',
      ],
    }
  const dataFolder = resolve(cwd, read.OPENSLRT_DATA)
  return {
    ok: true,
    config: {
      databaseUrl: read.DATABASE_URL ?? null,
      port: read.PORT,
      host: read.HOST,
      publicUrl: read.PUBLIC_URL?.replace(/\/$/, '') ?? null,
      dataFolder,
      masterKeyFile: resolve(cwd, read.OPENSLRT_MASTER_KEY_FILE ?? join(dataFolder, 'master.key')),
      walArchive: read.OPENSLRT_WAL_ARCHIVE ? resolve(cwd, read.OPENSLRT_WAL_ARCHIVE) : null,
      role: read.OPENSLRT_ROLE,
      connections: read.OPENSLRT_CONNECTIONS,
      requestsPerMinute: read.OPENSLRT_REQUESTS_PER_MINUTE,
      processes: read.OPENSLRT_PROCESSES,
      metricsToken: read.OPENSLRT_METRICS_TOKEN ?? null,
      signInLogDays: read.OPENSLRT_SIGN_IN_LOG_DAYS,
      sessionDays: read.OPENSLRT_SESSION_DAYS,
      unattachedFileDays: read.OPENSLRT_UNATTACHED_FILE_DAYS,
      clamav: read.OPENSLRT_CLAMAV ?? null,
      bucket,
      trustProxy: read.OPENSLRT_TRUST_PROXY,
      logLevel: read.LOG_LEVEL,
      provider: providerOf(read, cwd),
      notices: noticeSettingsOf(read, cwd),
    },
  }
}

/** A bucket is named whole or not at all: files must not go to another place than was meant. */
function bucketOf(read: z.infer<typeof variables>): BucketSettings | null | 'half' {
  const {
    OPENSLRT_S3_ENDPOINT: endpoint,
    OPENSLRT_S3_BUCKET: bucket,
    OPENSLRT_S3_REGION: region,
    OPENSLRT_S3_ACCESS_KEY: accessKey,
    OPENSLRT_S3_SECRET_KEY_FILE: secretKeyFile,
  } = read
  if (endpoint && bucket && accessKey && secretKeyFile) return { endpoint, bucket, region, accessKey, secretKeyFile }
  return endpoint || bucket || accessKey || secretKeyFile ? 'half' : null
}

function providerOf(read: z.infer<typeof variables>, cwd: string): ProviderSettings | null {
  const { OPENSLRT_OIDC_ISSUER: issuer, OPENSLRT_OIDC_CLIENT_ID: clientId, OPENSLRT_OIDC_NAME: name, PUBLIC_URL } = read
  const secretFile = read.OPENSLRT_OIDC_CLIENT_SECRET_FILE
  if (!issuer || !clientId || !name || !secretFile || !PUBLIC_URL) return null
  const returnTo = `${PUBLIC_URL.replace(/\/$/, '')}/meja/penyedia`
  return { issuer, clientId, name, secretFile: resolve(cwd, secretFile), returnTo }
}
