import { resolve } from 'node:path'
import { z } from 'zod'

/** What the environment may say about ways out. Secrets stand in files of their own. */
export const noticeVariables = {
  OPENSLRT_SMTP_HOST: z.string().optional(),
  OPENSLRT_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  OPENSLRT_SMTP_SECURITY: z.enum(['tls', 'starttls', 'none']).default('starttls'),
  OPENSLRT_SMTP_USER: z.string().optional(),
  OPENSLRT_SMTP_PASSWORD_FILE: z.string().optional(),
  OPENSLRT_SMTP_FROM: z.string().max(200).optional(),
  OPENSLRT_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENSLRT_SMS_TOKEN_FILE: z.string().optional(),
  OPENSLRT_SMS_HOOK_SECRET_FILE: z.string().optional(),
  OPENSLRT_SMS_SENDER: z.string().max(20).default('SLRT'),
  OPENSLRT_WHATSAPP_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com/v23.0'),
  OPENSLRT_WHATSAPP_PHONE_ID: z
    .string()
    .regex(/^\w{1,40}$/)
    .optional(),
  OPENSLRT_WHATSAPP_TOKEN_FILE: z.string().optional(),
  OPENSLRT_WHATSAPP_APP_SECRET_FILE: z.string().optional(),
  OPENSLRT_WHATSAPP_VERIFY_TOKEN_FILE: z.string().optional(),
  OPENSLRT_WHATSAPP_TEMPLATE: z.string().default('kabar_layanan'),
  OPENSLRT_WHATSAPP_LANGUAGE: z.string().default('id'),
  OPENSLRT_PUSH_HOSTS: z
    .string()
    .default('fcm.googleapis.com,push.services.mozilla.com,notify.windows.com,push.apple.com'),
} as const

const group = z.object(noticeVariables)
type Read = z.infer<typeof group>

/** The ways out that were set up. */
export interface NoticeSettings {
  readonly smtp: {
    readonly host: string
    readonly port: number
    readonly security: 'tls' | 'starttls' | 'none'
    readonly user: string | null
    readonly passwordFile: string | null
    readonly from: string
  } | null
  readonly sms: { readonly url: string; readonly tokenFile: string; readonly sender: string } | null
  readonly whatsapp: {
    readonly url: string
    readonly phoneId: string
    readonly template: string
    readonly language: string
    readonly tokenFile: string
    readonly appSecretFile: string
    readonly verifyTokenFile: string
  } | null
  /** The file of the secret that a gateway signs text messages with when it hands them in. Null: none does. */
  readonly smsHookFile: string | null
  /** Push services whose addresses browsers may give. */
  readonly pushHosts: readonly string[]
}

/** A way is set up whole or not at all: half of one would only be noticed when somebody waits for word. */
const wholes: readonly (readonly (keyof Read)[])[] = [
  ['OPENSLRT_SMTP_HOST', 'OPENSLRT_SMTP_FROM'],
  ['OPENSLRT_SMTP_USER', 'OPENSLRT_SMTP_PASSWORD_FILE'],
  ['OPENSLRT_SMS_URL', 'OPENSLRT_SMS_TOKEN_FILE'],
  [
    'OPENSLRT_WHATSAPP_PHONE_ID',
    'OPENSLRT_WHATSAPP_TOKEN_FILE',
    'OPENSLRT_WHATSAPP_APP_SECRET_FILE',
    'OPENSLRT_WHATSAPP_VERIFY_TOKEN_FILE',
  ],
]

/** What is missing of a way that was begun, and tokens that would cross a network in the open. */
export function noticeProblems(read: Read): readonly (readonly [name: string, message: string])[] {
  const halves = wholes.flatMap((names) => {
    const missing = names.filter((name) => read[name] === undefined)
    const begun = missing.length > 0 && missing.length < names.length
    return begun ? missing.map((name) => [name, `needed together with ${names.join(', ')}`] as const) : []
  })
  const plain = (['OPENSLRT_SMS_URL', 'OPENSLRT_WHATSAPP_URL'] as const).filter((name) => isPlain(read[name]))
  return [...halves, ...plain.map((name) => [name, 'must begin with https:'] as const)]
}

function isPlain(url: string | undefined): boolean {
  if (url === undefined) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** The ways out, once nothing is missing. */
export function noticeSettingsOf(read: Read, cwd: string): NoticeSettings {
  const file = (path: string | undefined): string => resolve(cwd, path ?? '')
  const { OPENSLRT_SMTP_HOST: host, OPENSLRT_SMS_URL: url, OPENSLRT_WHATSAPP_PHONE_ID: phoneId } = read
  return {
    smtp: host ? smtpOf(read, host, cwd) : null,
    sms: url ? { url, tokenFile: file(read.OPENSLRT_SMS_TOKEN_FILE), sender: read.OPENSLRT_SMS_SENDER } : null,
    whatsapp: phoneId
      ? {
          url: read.OPENSLRT_WHATSAPP_URL.replace(/\/$/, ''),
          phoneId,
          template: read.OPENSLRT_WHATSAPP_TEMPLATE,
          language: read.OPENSLRT_WHATSAPP_LANGUAGE,
          tokenFile: file(read.OPENSLRT_WHATSAPP_TOKEN_FILE),
          appSecretFile: file(read.OPENSLRT_WHATSAPP_APP_SECRET_FILE),
          verifyTokenFile: file(read.OPENSLRT_WHATSAPP_VERIFY_TOKEN_FILE),
        }
      : null,
    smsHookFile: read.OPENSLRT_SMS_HOOK_SECRET_FILE ? file(read.OPENSLRT_SMS_HOOK_SECRET_FILE) : null,
    pushHosts: read.OPENSLRT_PUSH_HOSTS.split(',').map((name) => name.trim()),
  }
}

const smtpOf = (read: Read, host: string, cwd: string): NonNullable<NoticeSettings['smtp']> => ({
  host,
  port: read.OPENSLRT_SMTP_PORT,
  security: read.OPENSLRT_SMTP_SECURITY,
  user: read.OPENSLRT_SMTP_USER ?? null,
  passwordFile: read.OPENSLRT_SMTP_PASSWORD_FILE ? resolve(cwd, read.OPENSLRT_SMTP_PASSWORD_FILE) : null,
  from: read.OPENSLRT_SMTP_FROM ?? '',
})
