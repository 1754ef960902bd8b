import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../config.ts'
import { anchorHeads } from '../platform/ledger/anchor.ts'
import { aDistrictOffice, openOffice } from '../testing/a-district-office.ts'
import { aCaseBy } from '../testing/a-registration.ts'
import type { Client } from '../testing/client.ts'
import { master } from '../testing/cluster.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { verbs } from './verbs.ts'

let house: TestHouse
let folder = ''
let env: NodeJS.ProcessEnv = {}
let kept = ''
let fo: Client

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  const offices = await aDistrictOffice(house)
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  kept = (await aCaseBy(fo)).id
  await aCaseBy(fo)
  await bo.does('case.take', { subject: kept, data: { note: '' } })
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  assert.ok(bantul)
  folder = await mkdtemp(join(tmpdir(), 'openslrt-verbs-'))
  await writeFile(join(folder, 'master.key'), master.toString('base64'))
  env = { DATABASE_URL: house.ownerUrl, OPENSLRT_DATA: folder }
})
after(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

/** What a verb says, and whether all is well. */
async function run(verb: string, ...rest: readonly string[]): Promise<{ well: boolean; said: readonly string[] }> {
  const answer = readConfig(env, folder)
  assert.ok(answer.ok)
  const said: string[] = []
  const well = await verbs[verb]?.run(answer.config, rest, (line) => said.push(line))
  assert.ok(well !== undefined, verb)
  return { well, said }
}

/** The same from a terminal: exit code, and what stood on both streams. */
async function terminal(args: readonly string[], own: NodeJS.ProcessEnv = {}) {
  const { DATABASE_URL: _url, PORT: _port, ...rest } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, '../slrt.ts'), ...args], {
    env: { ...rest, ...env, ...own },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => (out += part))
  child.stderr.on('data', (part: Buffer) => (err += part))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

test('CLI-1 verify proves every ledger that holds anything, says how much it looked at, and that all is well', async () => {
  const { well, said } = await run('verify')
  assert.equal(well, true)
  assert.match(said[0] ?? '', /^34\.02: 1 entries, 1 rows, all as the ledger says$/)
  assert.match(said[1] ?? '', /^34\.04: \d+ entries, \d+ rows, all as the ledger says$/)
  assert.deepEqual(said.slice(2), ['Verified: chain, rows and counters agree.'])
})

test('CLI-1 verify of one district looks at that one alone', async () => {
  const { well, said } = await run('verify', '34.02')
  assert.deepEqual([well, said.length], [true, 2])
  assert.match(said[0] ?? '', /^34\.02: 1 entries/)
})

test('CLI-1 a district in which nothing has happened yet has nothing to prove, and no district is a fault', async () => {
  const { well, said } = await run('verify', '12.01')
  assert.deepEqual([well, said[0]], [true, '12.01: 0 entries, 0 rows, all as the ledger says'])
  await assert.rejects(run('verify', '99.99'), /no district, province or nation 99\.99/)
})

/** Something that was done behind the application's back, what takes it back, and what verify says meanwhile. */
interface Tampering {
  readonly what: string
  readonly done: string
  readonly undone: string
  readonly told: RegExp
}
const inSleman = "district = '34.04'"
const keep = (table: string, where: string) =>
  `create table kept as select * from ${table} where ${where}; delete from ${table} where ${where}`
const restore = (table: string, columns = '*') =>
  `insert into ${table} ${columns === '*' ? '' : `(${columns})`} select ${columns} from kept; drop table kept`

const tamperings: readonly Tampering[] = [
  {
    what: 'a case that was moved to another status',
    done: `update cases set status = 'closed' where ${inSleman} and status = 'handling'`,
    undone: `update cases set status = 'handling' where ${inSleman} and status = 'closed'`,
    told: /^ {2}case [0-9a-f-]{36} differs from its ledger in status$/,
  },
  {
    what: 'a case that was given to another office',
    done: `update cases set office = (select id from office where name = 'RSUD Sleman') where ${inSleman} and status = 'handling'`,
    undone: `update cases set office = registered_office where ${inSleman} and status = 'handling'`,
    told: /^ {2}case [0-9a-f-]{36} differs from its ledger in office$/,
  },
  {
    what: 'a limit that was put off',
    done: `update cases set hop_due_at = hop_due_at + interval '1 day' where ${inSleman} and status = 'registered'`,
    undone: `update cases set hop_due_at = hop_due_at - interval '1 day' where ${inSleman} and status = 'registered'`,
    told: /^ {2}case [0-9a-f-]{36} differs from its ledger in hop$/,
  },
  {
    what: 'a number of a case',
    done: `update cases set number = '3404-26-999999' where ${inSleman} and status = 'handling'`,
    undone: `update cases set number = '3404-' || to_char(now(), 'YY') || '-000001' where number = '3404-26-999999'`,
    told: /^ {2}case [0-9a-f-]{36} differs from its ledger in number$/,
  },
  {
    what: 'a name of a member of staff',
    done: `update staff set name = 'Orang Lain' where name = 'Petugas fo'`,
    undone: `update staff set name = 'Petugas fo' where name = 'Orang Lain'`,
    told: /^ {2}staff [0-9a-f-]{36} differs from its ledger in name$/,
  },
  {
    what: 'a post that was given by hand',
    done: `insert into post (district, id, version, seq, staff, office, role, valid_from) select district, gen_random_uuid(), 1, 1, staff, office, 'manager', now() from post where role = 'fo'`,
    undone: `delete from post where role = 'manager'`,
    told: /^ {2}post [0-9a-f-]{36} is in its table and the ledger does not know it$/,
  },
  {
    what: 'an office that was deleted',
    done: keep('office', `name = 'Dinas Sosial Sleman'`),
    // All but the words of its name, which the database makes itself.
    undone: restore(
      'office',
      'id, district, version, seq, name, kind, level, place, parent, active, address, phone, opened_at',
    ),
    told: /^ {2}office [0-9a-f-]{36} is told by the ledger and is not in its table$/,
  },
  {
    what: 'a payload that was changed',
    done: `update ledger set payload = set_byte(payload, 30, 255 - get_byte(payload, 30)) where ${inSleman} and seq = 4`,
    undone: `update ledger set payload = set_byte(payload, 30, 255 - get_byte(payload, 30)) where ${inSleman} and seq = 4`,
    told: /^ {2}entry 4 can't be read/,
  },
  {
    what: 'an entry that was taken out of the middle',
    done: keep('ledger', `${inSleman} and seq = 5`),
    undone: restore('ledger'),
    told: /^ {2}entry 5 is missing$/,
  },
  {
    what: 'who acted, in the open part of an entry',
    done: `update ledger set actor = 'setup' || actor where ${inSleman} and seq = 6`,
    undone: `update ledger set actor = substr(actor, 6) where ${inSleman} and seq = 6`,
    told: /^ {2}entry 6 does not follow from the one before it/,
  },
  {
    what: 'the last entry that was cut off',
    done: keep('ledger', `${inSleman} and seq = (select max(seq) from ledger where ${inSleman})`),
    undone: restore('ledger'),
    told: /^ {2}the head says \d+ entries; \d+ lead to another hash or number$/,
  },
  {
    what: 'a head that was put back',
    done: `update district_head set seq = seq - 1 where ${inSleman}`,
    undone: `update district_head set seq = seq + 1 where ${inSleman}`,
    told: /^ {2}the head says \d+ entries/,
  },
  {
    what: 'a counter of what lies where',
    done: `update case_state_count set n = n + 3 where ${inSleman} and state = 'handling|complaint'`,
    undone: `update case_state_count set n = n - 3 where ${inSleman} and state = 'handling|complaint'`,
    told: /^ {2}the counter "state handling\|complaint" says 4; the ledger adds up to 1$/,
  },
  {
    what: 'a counter of a day',
    done: `update case_day_count set n = n - 1 where ${inSleman} and measure = 'registered'`,
    undone: `update case_day_count set n = n + 1 where ${inSleman} and measure = 'registered'`,
    told: /^ {2}the counter "day \d{4}-\d{2}-\d{2} registered" says 1; the ledger adds up to 2$/,
  },
  {
    what: 'a counter that counts nothing',
    done: `insert into case_day_count (district, day, measure, n) values ('34.04', '2020-01-01', 'confirmed', 9)`,
    undone: `delete from case_day_count where day = '2020-01-01'`,
    told: /^ {2}the counter "day 2020-01-01 confirmed" says 9; the ledger adds up to 0$/,
  },
  {
    what: 'an answer that was deleted',
    done: keep(
      'command_outcome',
      `${inSleman} and command_id = (select command_id from ledger where ${inSleman} and seq = 3)`,
    ),
    undone: restore('command_outcome'),
    told: /^ {2}1 entries have no stored answer$/,
  },
  {
    what: 'an answer without an entry',
    done: `insert into command_outcome (district, command_id, actor, body_hash, reply, answered_at) values ('34.04', '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'setup', 'x', '{"status":"accepted"}', now())`,
    undone: `delete from command_outcome where command_id = '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'`,
    told: /^ {2}1 commands were answered "accepted" and have no entry$/,
  },
]

for (const { what, done, undone, told } of tamperings) {
  test(`CLI-2 verify says what is broken: ${what}`, async () => {
    await house.owner(done)
    try {
      const { well, said } = await run('verify', '34.04')
      assert.equal(well, false)
      assert.ok(
        said.some((line) => told.test(line)),
        said.join('\n'),
      )
      assert.equal(said.at(-1), 'Not verified: see the lines above.')
    } finally {
      await house.owner(undone)
    }
    assert.deepEqual((await run('verify', '34.04')).said.slice(1), ['Verified: chain, rows and counters agree.'])
  })
}

test('CLI-2 a fault in one ledger does not keep the others from being proved', async () => {
  await house.owner(`update office set name = 'Lain' where district = '34.02'`)
  const { well, said } = await run('verify')
  await house.owner(`update office set name = 'Sekretariat Bantul' where district = '34.02'`)
  assert.equal(well, false)
  assert.equal(said[0], '34.02: 1 entries, 1 rows')
  assert.match(said.join('\n'), /34\.04: \d+ entries, \d+ rows, all as the ledger says/)
})

test('CLI-3 heads that were written down outside the database hold the ledger to what it said then', async () => {
  const file = join(folder, 'anchors.log')
  await anchorHeads(house.parts.pools.worker, file, new Date('2026-01-05T02:00:00Z'))
  assert.equal((await run('verify')).well, true)
  const [line] = (await readFile(file, 'utf8')).split('\n').filter((text) => text.includes(' 34.04 '))
  await appendFile(file, `${line?.replace(/ [0-9a-f]{64}$/, ` ${'0'.repeat(64)}`)}\n`)
  const { well, said } = await run('verify', '34.04')
  assert.equal(well, false)
  assert.match(said.join('\n'), / {2}entry \d+ is not the one that was written down on 2026-01-05T02:00:00\.000Z/)
  await appendFile(file, '2026-02-01T00:00:00.000Z 34.04 900 ff\n')
  assert.match(
    (await run('verify', '34.04')).said.join('\n'),
    /entry 900 is not the one that was written down on 2026-02-01/,
  )
  assert.equal((await run('verify', '34.02')).well, true)
  await rm(file)
})

test('CLI-4 rebuild writes what the ledger says, whatever was done to rows and counters, and verify is content', async () => {
  await house.owner(`update cases set status = 'closed', summary = 'Diubah', client_phone = null where id = '${kept}'`)
  await house.owner(tamperings[5]?.done ?? '')
  await house.owner("delete from case_day_count where district = '34.04'")
  await house.owner("update number_series set last = 77 where district = '34.04'")
  assert.equal((await run('verify', '34.04')).well, false)
  const { well, said } = await run('rebuild', '34.04')
  assert.equal(well, true)
  assert.match(
    said[0] ?? '',
    /^34\.04: \d+ rows and \d+ counters written from the ledger, 1 rows removed that it does not know\.$/,
  )
  assert.equal((await run('verify')).well, true)
  assert.ok((await aCaseBy(fo)).number.endsWith('-000003'), 'the next number follows the last one')
})

test('CLI-4 rebuild leaves other districts alone, and a broken ledger as it is', async () => {
  await house.owner("update case_state_count set n = 5 where district = '34.02' and state = 'closed|complaint'")
  await run('rebuild', '34.04')
  assert.equal((await run('verify', '34.02')).well, false)
  assert.equal((await run('rebuild', '34.02')).well, true)
  assert.equal((await run('verify', '34.02')).well, true)
  await house.owner(`update ledger set kind = kind || 'x' where ${inSleman} and seq = 2`)
  await assert.rejects(run('rebuild', '34.04'), /the ledger of 34\.04 itself is broken: entry 2/)
  await house.owner(`update ledger set kind = left(kind, -1) where ${inSleman} and seq = 2`)
  assert.equal((await run('verify')).well, true)
})

test('CLI-4 rebuild of no district says which word is missing, and does nothing', async () => {
  const { well, said } = await run('rebuild')
  assert.deepEqual([well, said], [false, ['Name the district: npm run slrt -- rebuild 34.04']])
})

test('CLI-11 every verb and option that the how-tos tell people to type is one that help knows', async () => {
  const docs = join(import.meta.dirname, '../../../../docs/how-to')
  let seen = 0
  for (const name of await readdir(docs)) {
    const text = await readFile(join(docs, name), 'utf8')
    for (const [line, verb = ''] of text.matchAll(/npm run (?:-s )?slrt -- ([\w-]+)[^`\n#|]*/g)) {
      const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
      assert.ok(known, `${name}: ${line}`)
      const help = [known.what, ...(known.more ?? [])].join('\n')
      // The first two dashes are npm's.
      for (const [option] of line.slice(line.indexOf(verb)).matchAll(/--[\w-]+/g))
        assert.ok(help.includes(option), `${name}: ${option} of ${verb}`)
      seen++
    }
  }
  assert.ok(seen > 10, 'the how-tos were looked at')
})

test('CLI-5 help lists every verb with what it does', async () => {
  const { well, said } = await run('help')
  assert.equal(well, true)
  assert.equal(said.length, Object.keys(verbs).length)
  for (const [name, { what }] of Object.entries(verbs))
    assert.ok(said.some((line) => line.includes(name) && line.includes(what)))
})

test('CLI-5 at a terminal all is well with 0; without a word the verbs are listed', async () => {
  const [verified, bare] = [await terminal(['verify']), await terminal([])]
  assert.deepEqual([verified.code, verified.err], [0, ''])
  assert.match(verified.out, /Verified: chain, rows and counters agree\.\n$/)
  assert.equal(bare.code, 0)
  assert.match(bare.out, /verify .*\n.*rebuild/)
})

test('CLI-5 at a terminal what is not well ends with 1, and says so where faults are said', async () => {
  await house.owner(`update cases set summary = 'Diubah' where id = '${kept}'`)
  const broken = await terminal(['verify', '34.04'])
  assert.equal(broken.code, 1)
  assert.match(broken.out, /differs from its ledger in summary\nNot verified/)
  assert.equal((await terminal(['rebuild', '34.04'])).code, 0)
  const unknown = await terminal(['verify', '99.99'])
  assert.deepEqual([unknown.code, unknown.out], [1, ''])
  assert.match(unknown.err, /^there is no district, province or nation 99\.99\n$/)
})

test('CLI-5 a word that is no verb is named, with the words that are', async () => {
  for (const word of ['verifi', 'constructor']) {
    const { code, err } = await terminal([word])
    assert.equal(code, 1, word)
    assert.ok(err.startsWith(`"${word}" is not a verb of slrt.\n`), err)
    assert.match(err, /slrt -- rebuild/)
  }
})

test('CLI-6 settings that can not be used are named one by one, and nothing is touched', async () => {
  const { code, err } = await terminal(['verify'], { PORT: 'eighty', DATABASE_URL: 'mysql://x' })
  assert.equal(code, 1)
  assert.match(err, /^These settings can't be used:\n {2}DATABASE_URL: .*\n {2}PORT: .*\n$/)
})

test('CLI-6 a folder without an installation is named, and does not become one', async () => {
  const nowhere = join(folder, 'mistyped')
  const { code, err } = await terminal(['verify'], { OPENSLRT_DATA: nowhere })
  assert.equal(code, 1)
  assert.match(err, new RegExp(`^there is no installation in ${nowhere}: .*master\\.key is missing\n$`))
  await assert.rejects(readFile(join(nowhere, 'master.key')), { code: 'ENOENT' })
})

test('CLI-6 another master key is refused with a sentence, before anything is read', async () => {
  const other = join(folder, 'other.key')
  await writeFile(other, Buffer.alloc(32, 8).toString('base64'))
  const { code, err, out } = await terminal(['verify'], { OPENSLRT_MASTER_KEY_FILE: other })
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /^the master key is not the one that this database was sealed with\. .*nothing was changed\.\n$/)
})

test('CLI-6 a database that does not answer is named by its host, and its password stands in no line', async () => {
  const { code, err, out } = await terminal(['verify'], { DATABASE_URL: 'postgresql://owner:s3cr3t@127.0.0.1:9/slrt' })
  assert.equal(code, 1)
  assert.match(err, /^no database answers at 127\.0\.0\.1:9: see that it runs and that DATABASE_URL is right\n$/)
  assert.doesNotMatch(err + out, /s3cr3t/)
})

test('CLI-10 help tells every verb in one line, and of each what it takes', async () => {
  const { well, said } = await run('help')
  assert.equal(well, true)
  for (const name of Object.keys(verbs)) {
    assert.equal(said.filter((line) => line.startsWith(`npm run slrt -- ${name.padEnd(12)} `)).length, 1, name)
    const own = await run('help', name)
    assert.equal(own.well, true)
    assert.deepEqual(own.said, [verbs[name]?.what, ...(verbs[name]?.more ?? [])])
    assert.ok(
      own.said.every((line) => line.length <= 120),
      name,
    )
  }
  for (const word of ['toString', 'constructor', '__proto__', 'Verify', '', 'verify ']) {
    const none = await run('help', word)
    assert.equal(none.well, false, word)
    assert.deepEqual(none.said, said)
  }
})
