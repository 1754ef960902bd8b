import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'

const cwd = '/srv/openslrt'
const read = (env: NodeJS.ProcessEnv): Config => {
  const answer = readConfig(env, cwd)
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.config
}
const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  const answer = readConfig(env, cwd)
  return answer.ok ? [] : answer.problems
}

test('CONFIG-1 nothing has to be set: the database comes along, this machine alone is served, data lie in one folder', () => {
  const { databaseUrl, port, host, publicUrl, dataFolder, masterKeyFile, role, trustProxy, logLevel } = read({})
  assert.deepEqual(
    { databaseUrl, port, host, publicUrl, dataFolder, masterKeyFile, role, trustProxy, logLevel },
    {
      databaseUrl: null,
      port: 8080,
      host: '127.0.0.1',
      publicUrl: null,
      dataFolder: '/srv/openslrt/data',
      masterKeyFile: '/srv/openslrt/data/master.key',
      role: 'all',
      trustProxy: 0,
      logLevel: 'warn',
    },
  )
})

test('CONFIG-1 a setting that is empty is one that is not there', () => {
  const { requestsPerMinute, ...config } = read({ DATABASE_URL: '', PORT: '', OPENSLRT_DATA: '', LOG_LEVEL: '' })
  const { requestsPerMinute: usual, ...usually } = read({})
  assert.deepEqual(config, usually)
  assert.equal(requestsPerMinute, usual)
  assert.ok(usual >= 60)
})

test('CONFIG-2 every setting is read: database, address, port, data, key, role, limits and log', () => {
  const config = read({
    DATABASE_URL: 'postgresql://owner:secret@db.example:5432/slrt',
    PORT: '9000',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://slrt.example.go.id/',
    OPENSLRT_DATA: '/var/lib/openslrt',
    OPENSLRT_MASTER_KEY_FILE: '/run/secrets/master.key',
    OPENSLRT_ROLE: 'worker',
    OPENSLRT_REQUESTS_PER_MINUTE: '60',
    OPENSLRT_TRUST_PROXY: '1',
    LOG_LEVEL: 'debug',
  })
  const { databaseUrl, port, host, publicUrl, dataFolder, masterKeyFile } = config
  assert.deepEqual(
    { databaseUrl, port, host, publicUrl, dataFolder, masterKeyFile },
    {
      databaseUrl: 'postgresql://owner:secret@db.example:5432/slrt',
      port: 9000,
      host: '0.0.0.0',
      publicUrl: 'https://slrt.example.go.id',
      dataFolder: '/var/lib/openslrt',
      masterKeyFile: '/run/secrets/master.key',
    },
  )
  const { role, requestsPerMinute, trustProxy, logLevel } = config
  assert.deepEqual([role, requestsPerMinute, trustProxy, logLevel], ['worker', 60, 1, 'debug'])
})

test('CONFIG-2 the key lies with the data unless told otherwise, and a relative folder where one stands', () => {
  assert.equal(read({ OPENSLRT_DATA: '/d' }).masterKeyFile, '/d/master.key')
  assert.equal(read({ OPENSLRT_DATA: 'data-demo' }).dataFolder, '/srv/openslrt/data-demo')
  assert.equal(read({ OPENSLRT_DATA: '../elsewhere' }).dataFolder, '/srv/elsewhere')
})

const wrong: readonly (readonly [variable: string, values: readonly string[]])[] = [
  ['PORT', ['eighty', '-1', '65536', '80.5', '8080x', 'NaN']],
  ['DATABASE_URL', ['localhost', 'mysql://u:p@h/d', 'http://db.example', '/var/run/postgres', 'postgres']],
  ['PUBLIC_URL', ['slrt.example', 'ftp://slrt.example', '//slrt.example', 'javascript:alert(1)']],
  ['OPENSLRT_ROLE', ['both', 'WEB', 'all,web']],
  ['OPENSLRT_REQUESTS_PER_MINUTE', ['0', '59', 'many', '100.5']],
  ['LOG_LEVEL', ['verbose', 'WARN', 'none']],
  ['OPENSLRT_TRUST_PROXY', ['maybe', '10', '-1', '1.5']],
]

for (const [variable, values] of wrong) {
  test(`CONFIG-3 a ${variable} that can't be used is named, and nothing else is`, () => {
    for (const value of values) {
      const problems = problemsOf({ [variable]: value })
      assert.equal(problems.length, 1, `${value}: ${problems.join('; ')}`)
      assert.match(problems[0] ?? '', new RegExp(`^${variable}: .{5,}`), value)
    }
  })
}

test('CONFIG-3 all that is wrong is told at once', () => {
  const problems = problemsOf({ PORT: 'x', DATABASE_URL: 'x', LOG_LEVEL: 'x' })
  assert.deepEqual(
    problems.map((problem) => problem.split(':')[0]),
    ['DATABASE_URL', 'PORT', 'LOG_LEVEL'],
  )
})

test('CONFIG-3 a wrong address of the database is named without its password', () => {
  for (const problem of problemsOf({ DATABASE_URL: 'mysql://owner:s3cr3t@db/slrt' }))
    assert.doesNotMatch(problem, /s3cr3t/)
})

test('CONFIG-2 the edges of what a port and a limit may be', () => {
  assert.deepEqual([read({ PORT: '0' }).port, read({ PORT: '65535' }).port], [0, 65_535])
  assert.equal(read({ OPENSLRT_REQUESTS_PER_MINUTE: '61' }).requestsPerMinute, 61)
})

test('CONFIG-3 an identity provider is named whole or not at all, and over TLS unless it runs on this machine', () => {
  const whole = {
    PUBLIC_URL: 'https://slrt.example.go.id/',
    OPENSLRT_OIDC_ISSUER: 'https://masuk.example.go.id',
    OPENSLRT_OIDC_CLIENT_ID: 'openslrt',
    OPENSLRT_OIDC_CLIENT_SECRET_FILE: 'client.secret',
    OPENSLRT_OIDC_NAME: 'INApas',
  }
  assert.equal(read({ PUBLIC_URL: whole.PUBLIC_URL }).provider, null)
  assert.deepEqual(read(whole).provider, {
    issuer: whole.OPENSLRT_OIDC_ISSUER,
    clientId: 'openslrt',
    name: 'INApas',
    secretFile: '/srv/openslrt/client.secret',
    returnTo: 'https://slrt.example.go.id/meja/penyedia',
  })
  for (const name of Object.keys(whole)) {
    const problems = problemsOf({ ...whole, [name]: '' })
    assert.equal(problems.length, 1, name)
    assert.ok(problems[0]?.startsWith(`${name}: `), problems[0])
  }
  assert.deepEqual(problemsOf({ ...whole, OPENSLRT_OIDC_ISSUER: 'http://masuk.example.go.id' }), [
    'OPENSLRT_OIDC_ISSUER: must begin with https:',
  ])
  assert.deepEqual(problemsOf({ ...whole, OPENSLRT_OIDC_ISSUER: 'http://127.0.0.1:9000' }), [])
})
