import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Config } from '../config.ts'
import { openFiles, openShelf } from '../open-files.ts'
import { readManifest } from '../platform/db/backup/manifest.ts'
import type { Bucket } from '../platform/files/s3-shelf.ts'
import { pathOfFile } from '../platform/files/shelf.ts'
import { openKeys } from '../platform/ledger/keys.ts'
import { sealedWith, sha256 } from '../platform/ledger/seal.ts'
import type { BucketServer } from '../testing/a-bucket.ts'
import { startBucket } from '../testing/a-bucket.ts'
import { aDistrictOffice } from '../testing/a-district-office.ts'
import { aPdf, upload } from '../testing/a-file.ts'
import { aCaseBy } from '../testing/a-registration.ts'
import { emptyDatabase, master } from '../testing/cluster.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { runRotation } from './rotate-keys.ts'
import { verbs } from './verbs.ts'

const district = '34.04'
const digest = sha256(aPdf).toString('hex')
let folder = ''
let home: BucketServer
let away: BucketServer
let house: TestHouse
let config: Config

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-bucket-test-'))
  ;[home, away] = await Promise.all([startBucket(), startBucket()])
  const secretKeyFile = join(folder, 'secret')
  await writeFile(secretKeyFile, `${home.bucket.secretKey}\n`)
  house = await startTestHouse({ env: settingsOf(home.bucket, secretKeyFile) })
  const officer = await house.staffAt((await aDistrictOffice(house)).caturtunggal, 'coordinator')
  const { id: subject } = await aCaseBy(officer)
  await upload(officer, district, { bytes: aPdf, type: 'application/pdf' })
  await officer.does('case.attach', {
    subject,
    data: { attachment: randomUUID(), sha256: digest, name: 'surat.pdf', note: '' },
  })
  const masterKeyFile = join(folder, 'master.key')
  await writeFile(masterKeyFile, master.toString('base64'))
  config = { ...house.parts.config, databaseUrl: house.ownerUrl, masterKeyFile }
})
after(async () => {
  await Promise.all([home.close(), away.close()])
  await rm(folder, { recursive: true, force: true })
})

const settingsOf = ({ endpoint, bucket, accessKey }: Bucket, secretKeyFile: string): NodeJS.ProcessEnv => ({
  OPENSLRT_S3_ENDPOINT: endpoint,
  OPENSLRT_S3_BUCKET: bucket,
  OPENSLRT_S3_ACCESS_KEY: accessKey,
  OPENSLRT_S3_SECRET_KEY_FILE: secretKeyFile,
})

/** The same installation elsewhere: an empty database, a data folder of its own, and the other bucket. */
async function elsewhere(name: string): Promise<Config> {
  const { bucket } = config
  const other = bucket && { ...bucket, endpoint: away.bucket.endpoint }
  return { ...config, bucket: other, dataFolder: join(folder, name), databaseUrl: await emptyDatabase() }
}

async function run(verb: string, at: Config, ...rest: readonly string[]): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await verbs[verb]?.run(at, rest, (line) => said.push(line))
  return { well: well === true, said: said.join('\n') }
}

const lies = async (at: Config): Promise<Buffer | null> => (await openShelf(at)).read(district, digest)

async function opened(at: Config): Promise<Buffer> {
  const keys = await (await openKeys(master, house.parts.pools.api)).forDistrict(district)
  return (await openFiles(at)).store.get(district, digest, keys)
}

test('BACKUP-8 a backup takes the files in the bucket along, and a restore puts them into another bucket', async () => {
  const backup = join(folder, 'whole')
  const made = await run('backup', config, backup)
  assert.ok(made.well, made.said)
  const path = `files/${pathOfFile(district, digest)}`
  assert.ok((await readManifest(backup)).files.some((file) => file.path === path))
  assert.deepEqual(await readFile(join(backup, path)), await lies(config))
  const at = await elsewhere('other')
  assert.equal(await lies(at), null)
  const { well, said } = await run('restore', at, backup)
  assert.ok(well, said)
  assert.deepEqual(await opened(at), aPdf)
})

test('BACKUP-8 where the bucket is left, what is there is looked through, and what is missing is told', async () => {
  const backup = join(folder, 'left')
  const { well, said } = await run('backup', config, backup, '--leave-bucket')
  assert.ok(well, said)
  assert.match(said, /The files of cases stay in the bucket berkas/)
  assert.ok((await readManifest(backup)).files.every(({ path }) => !path.startsWith('files/')))
  const shelf = await openShelf(await elsewhere('emptied'))
  await shelf.remove(district, digest)
  const at = await elsewhere('lacking')
  const restored = await run('restore', at, backup, '--leave-bucket')
  assert.equal(restored.well, false)
  assert.ok(restored.said.includes(`1 files that cases name are missing: ${pathOfFile(district, digest)}`))
})

test('BACKUP-8 a backup in which a file of a case is missing is not called well', async () => {
  const shelf = await openShelf(config)
  const kept = await lies(config)
  assert.ok(kept)
  await shelf.remove(district, digest)
  const { well, said } = await run('backup', config, join(folder, 'lacking-backup'))
  await shelf.write(district, digest, kept)
  assert.equal(well, false)
  assert.match(said, /Not whole: 1 files that cases name are missing/)
})

test('SEAL-7 the files in a bucket are sealed anew there, and a backup of before does not take them for its own', async () => {
  const backup = join(folder, 'before-rotation')
  assert.ok((await run('backup', config, backup)).well)
  const pace = { freshMs: 50, settleMs: 100 }
  assert.ok(await runRotation(config, [district], () => undefined, pace))
  assert.equal(sealedWith((await lies(config)) ?? Buffer.alloc(9)), 2)
  assert.deepEqual(await opened(config), aPdf)
  const bucket = config.bucket
  const at = { ...(await elsewhere('same-bucket')), bucket }
  await assert.rejects(run('restore', at, backup), /sealed otherwise than the backup: name an empty bucket/)
  const left = await run('restore', at, backup, '--leave-bucket')
  assert.equal(left.well, false)
  assert.match(left.said, /1 files are sealed with a key that the database does not have/)
})
