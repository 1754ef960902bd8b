import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const read = (env: NodeJS.ProcessEnv) => readConfig(env, '/srv')
const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  const answer = read(env)
  return answer.ok ? [] : answer.problems.map((problem) => problem.split(':')[0] ?? '')
}

const whole = {
  OPENSLRT_SMTP_HOST: 'surat.contoh.go.id',
  OPENSLRT_SMTP_FROM: 'SLRT <slrt@contoh.go.id>',
  OPENSLRT_SMTP_USER: 'slrt',
  OPENSLRT_SMTP_PASSWORD_FILE: 'rahasia/smtp',
  OPENSLRT_SMS_URL: 'https://sms.contoh.id/kirim',
  OPENSLRT_SMS_TOKEN_FILE: '/etc/sms',
  OPENSLRT_WHATSAPP_PHONE_ID: '1080',
  OPENSLRT_WHATSAPP_TOKEN_FILE: 'rahasia/wa',
  OPENSLRT_WHATSAPP_APP_SECRET_FILE: 'rahasia/wa-app',
  OPENSLRT_WHATSAPP_VERIFY_TOKEN_FILE: 'rahasia/wa-verify',
} as const

test('CONFIG-2 without a word on it nothing goes out by itself', () => {
  const answer = read({})
  assert.ok(answer.ok)
  const { smtp, sms, whatsapp, pushHosts } = answer.config.notices
  assert.deepEqual([smtp, sms, whatsapp], [null, null, null])
  assert.ok(pushHosts.includes('fcm.googleapis.com'))
})

test('CONFIG-2 ways out are read with what they need; secrets are files', () => {
  const answer = read(whole)
  assert.ok(answer.ok)
  const { smtp, sms, whatsapp } = answer.config.notices
  assert.deepEqual(smtp, {
    host: 'surat.contoh.go.id',
    port: 587,
    security: 'starttls',
    user: 'slrt',
    passwordFile: '/srv/rahasia/smtp',
    from: 'SLRT <slrt@contoh.go.id>',
  })
  assert.deepEqual(sms, { url: 'https://sms.contoh.id/kirim', tokenFile: '/etc/sms', sender: 'SLRT' })
  assert.equal(whatsapp?.url, 'https://graph.facebook.com/v23.0')
  assert.equal(whatsapp?.tokenFile, '/srv/rahasia/wa')
  assert.equal(whatsapp?.template, 'kabar_layanan')
})

test('CONFIG-2 half of a way ends the start, and what is missing is named', () => {
  for (const name of Object.keys(whole)) {
    const { [name]: _left, ...rest } = whole as NodeJS.ProcessEnv
    assert.deepEqual(problemsOf(rest), [name])
  }
})

test('CONFIG-2 a token crosses no network in the open; on one machine it may', () => {
  assert.deepEqual(problemsOf({ ...whole, OPENSLRT_SMS_URL: 'http://sms.contoh.id' }), ['OPENSLRT_SMS_URL'])
  assert.deepEqual(problemsOf({ ...whole, OPENSLRT_WHATSAPP_URL: 'http://10.0.0.5' }), ['OPENSLRT_WHATSAPP_URL'])
  assert.deepEqual(problemsOf({ ...whole, OPENSLRT_SMS_URL: 'http://127.0.0.1:9' }), [])
})
