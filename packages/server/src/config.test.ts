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

const bucket = {
  OPENSLRT_S3_ENDPOINT: 'https://s3.example.go.id',
  OPENSLRT_S3_BUCKET: 'slrt-berkas',
  OPENSLRT_S3_ACCESS_KEY: 'AKIA',
  OPENSLRT_S3_SECRET_KEY_FILE: '/run/secrets/s3',
}

test('CONFIG-2 a bucket is read whole, in the usual region unless another is named', () => {
  const whole = read(bucket).bucket
  assert.deepEqual(whole, {
    endpoint: 'https://s3.example.go.id',
    bucket: 'slrt-berkas',
    region: 'us-east-1',
    accessKey: 'AKIA',
    secretKeyFile: '/run/secrets/s3',
  })
  assert.equal(read({ ...bucket, OPENSLRT_S3_REGION: 'id-jkt-1' }).bucket?.region, 'id-jkt-1')
  assert.equal(read({ OPENSLRT_S3_REGION: 'id-jkt-1' }).bucket, null, 'a region alone names no bucket')
})

test('CONFIG-3 a bucket that is named in part ends the start: files must not go to another place than was meant', () => {
  const parts = Object.entries(bucket)
  for (let chosen = 1; chosen < 2 ** parts.length - 1; chosen++) {
    const env = Object.fromEntries(parts.filter((_, nth) => chosen & (1 << nth)))
    const problems = problemsOf(env)
    assert.equal(problems.length, 1, Object.keys(env).join())
    assert.match(problems[0] ?? '', /^OPENSLRT_S3_ENDPOINT: a bucket takes .* together$/)
  }
})

/** Settings that stand for themselves: how they are read, what they are when nobody says, and what they can't be. */
const plain: readonly {
  readonly name: string
  readonly of: (config: Config) => unknown
  readonly usual: unknown
  readonly right: readonly (readonly [said: string, read: unknown])[]
  readonly wrong: readonly string[]
}[] = [
  {
    name: 'OPENSLRT_CONNECTIONS',
    of: ({ connections }) => connections,
    usual: 16,
    right: [
      ['1', 1],
      ['500', 500],
      [' 20 ', 20],
    ],
    wrong: ['0', '501', '-1', '2.5', 'sixteen', '16 connections', 'Infinity'],
  },
  {
    name: 'OPENSLRT_PROCESSES',
    of: ({ processes }) => processes,
    usual: 1,
    right: [
      ['1', 1],
      ['64', 64],
    ],
    wrong: ['0', '65', '-4', '1.5', 'auto', '2x'],
  },
  {
    name: 'OPENSLRT_SIGN_IN_LOG_DAYS',
    of: ({ signInLogDays }) => signInLogDays,
    usual: 365,
    right: [
      ['1', 1],
      ['3650', 3_650],
    ],
    wrong: ['0', '3651', '-1', '0.5', 'always'],
  },
  {
    name: 'OPENSLRT_SESSION_DAYS',
    of: ({ sessionDays }) => sessionDays,
    usual: 30,
    right: [
      ['1', 1],
      ['365', 365],
    ],
    wrong: ['0', '366', '-1', '0.5', 'forever'],
  },
  {
    name: 'OPENSLRT_UNATTACHED_FILE_DAYS',
    of: ({ unattachedFileDays }) => unattachedFileDays,
    usual: 7,
    right: [
      ['1', 1],
      ['365', 365],
    ],
    wrong: ['0', '366', '-1', '0.5', 'never'],
  },
  {
    name: 'OPENSLRT_METRICS_TOKEN',
    of: ({ metricsToken }) => metricsToken,
    usual: null,
    right: [['sixteen-letters!', 'sixteen-letters!']],
    wrong: ['short', 'fifteen-letters'],
  },
  {
    name: 'OPENSLRT_CLAMAV',
    of: ({ clamav }) => clamav,
    usual: null,
    right: [
      ['127.0.0.1:3310', '127.0.0.1:3310'],
      ['/run/clamav/clamd.sock', '/run/clamav/clamd.sock'],
    ],
    wrong: [],
  },
  {
    name: 'OPENSLRT_WAL_ARCHIVE',
    of: ({ walArchive }) => walArchive,
    usual: null,
    right: [
      ['/backup/log', '/backup/log'],
      ['log', '/srv/openslrt/log'],
      ['../log', '/srv/log'],
    ],
    wrong: [],
  },
  {
    name: 'OPENSLRT_MASTER_KEY_FILE',
    of: ({ masterKeyFile }) => masterKeyFile,
    usual: '/srv/openslrt/data/master.key',
    right: [
      ['/run/secrets/key', '/run/secrets/key'],
      ['secrets/key', '/srv/openslrt/secrets/key'],
    ],
    wrong: [],
  },
  {
    name: 'OPENSLRT_TRUST_PROXY',
    of: ({ trustProxy }) => trustProxy,
    usual: 0,
    right: [
      ['0', 0],
      ['1', 1],
      ['9', 9],
    ],
    wrong: ['true', 'yes', '10'],
  },
  {
    name: 'OPENSLRT_ROLE',
    of: ({ role }) => role,
    usual: 'all',
    right: [
      ['web', 'web'],
      ['worker', 'worker'],
      ['all', 'all'],
    ],
    wrong: ['none', 'Worker'],
  },
  {
    name: 'PUBLIC_URL',
    of: ({ publicUrl }) => publicUrl,
    usual: null,
    right: [
      ['https://slrt.example.go.id', 'https://slrt.example.go.id'],
      ['http://10.0.0.4:8080/', 'http://10.0.0.4:8080'],
    ],
    wrong: ['https://', 'slrt', 'mailto:a@b.example'],
  },
]

for (const { name, of, usual, right, wrong: refused } of plain) {
  test(`CONFIG-2 ${name} is what was said, and has a sensible value where nobody says`, () => {
    for (const env of [{}, { [name]: '' }, { [name]: '  ' }]) assert.deepEqual(of(read(env)), usual)
    for (const [said, expected] of right) assert.deepEqual(of(read({ [name]: said })), expected, said)
  })
  test(`CONFIG-3 ${name} that can't be used is named alone, and without other settings' values`, () => {
    for (const said of refused) {
      const problems = problemsOf({ ...bucket, [name]: said })
      assert.equal(problems.length, 1, `${said}: ${problems.join('; ')}`)
      assert.match(problems[0] ?? '', new RegExp(`^${name}: .{5,}`), said)
      assert.doesNotMatch(problems[0] ?? '', /AKIA/)
    }
  })
}

test('CONFIG-1 a setting of blanks is one that is not there: it opens no port of chance', () => {
  for (const blank of [' ', '\t', ' \n']) {
    const { port, dataFolder, host, databaseUrl } = read({
      PORT: blank,
      OPENSLRT_DATA: blank,
      HOST: blank,
      DATABASE_URL: blank,
    })
    assert.deepEqual([port, dataFolder, host, databaseUrl], [8080, '/srv/openslrt/data', '127.0.0.1', null])
  }
})

test('CONFIG-3 what the environment says besides is none of ours and changes nothing', () => {
  assert.deepEqual(read({ PATH: '/bin', HOME: '/root', NODE_ENV: 'production', OPENSLRT_UNKNOWN: 'x' }), read({}))
})

test('CONFIG-3 a provider that is named by any of its parts alone says all that it lacks', () => {
  const needed = [
    'OPENSLRT_OIDC_ISSUER',
    'OPENSLRT_OIDC_CLIENT_ID',
    'OPENSLRT_OIDC_CLIENT_SECRET_FILE',
    'OPENSLRT_OIDC_NAME',
    'PUBLIC_URL',
  ]
  for (const name of needed.slice(0, 4)) {
    const value = name === 'OPENSLRT_OIDC_ISSUER' ? 'https://masuk.example.go.id' : 'abc'
    const told = problemsOf({ [name]: value }).map((problem) => problem.split(':')[0])
    assert.deepEqual(told.toSorted(), needed.filter((other) => other !== name).toSorted())
  }
})
