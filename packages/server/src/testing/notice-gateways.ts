import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach } from 'node:test'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import { dispatchAll } from '../features/notice/dispatch.ts'
import { openWays } from '../features/notice/open-ways.ts'
import type { NoticeParts } from '../features/notice/parts.ts'
import { sendDue } from '../features/notice/send.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { startGateway } from './a-gateway.ts'
import { startMailServer } from './a-mail-server.ts'
import { startTestHouse } from './house.ts'

/** The secret that callbacks are signed with. */
export const appSecret = 'rahasia-aplikasi'

/** The secret that text messages are signed with when they are handed in. */
export const hookSecret = 'rahasia-gerbang'

/** A house with every way out, each leading to a receiver on this machine; all is well and empty before each test. */
export async function startNoticeHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'openslrt-notices-'))
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const sms = await startGateway({ status: 202, body: { id: 'sms-1' } })
  const whatsapp = await startGateway({ status: 200 })
  const browser = await startGateway({ status: 201 })
  const account = { password: 'rahasia-surat' }
  const mail = await startMailServer('slrt', () => account.password)
  const env = {
    PUBLIC_URL: 'https://slrt.contoh.go.id',
    OPENSLRT_SMTP_HOST: '127.0.0.1',
    OPENSLRT_SMTP_PORT: String(mail.port),
    OPENSLRT_SMTP_SECURITY: 'none',
    OPENSLRT_SMTP_USER: 'slrt',
    OPENSLRT_SMTP_PASSWORD_FILE: await file('smtp', account.password),
    OPENSLRT_SMTP_FROM: 'SLRT Sleman <slrt@contoh.go.id>',
    OPENSLRT_SMS_URL: `${sms.url}/kirim`,
    OPENSLRT_SMS_TOKEN_FILE: await file('sms', 'token-sms\n'),
    OPENSLRT_SMS_HOOK_SECRET_FILE: await file('sms-hook', hookSecret),
    OPENSLRT_WHATSAPP_URL: whatsapp.url,
    OPENSLRT_WHATSAPP_PHONE_ID: '1080',
    OPENSLRT_WHATSAPP_TOKEN_FILE: await file('wa', 'token-wa'),
    OPENSLRT_WHATSAPP_APP_SECRET_FILE: await file('wa-app', appSecret),
    OPENSLRT_WHATSAPP_VERIFY_TOKEN_FILE: await file('wa-verify', 'kata-sandi-webhook'),
    OPENSLRT_PUSH_HOSTS: browser.host,
  }
  const house = await startTestHouse({ env })
  const { config, pools, ledger, reference, log } = house.parts
  const home = config.publicUrl
  const parts: NoticeParts = {
    pool: pools.worker,
    ledger,
    reference,
    ways: openWays(config.notices, ledger.keys, home),
    home,
    log,
  }
  const offices = await aDistrictOffice(house)
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  const admin = await house.staffAt(offices.secretariat, 'admin')
  after(async () => {
    for (const server of [sms, whatsapp, browser, mail]) await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  let names = 0
  const wamid = () => ({ status: 200, body: { messages: [{ id: `wamid.${++names}` }] } })
  beforeEach(async () => {
    sms.says = { status: 202, body: { id: 'sms-1' } }
    whatsapp.says = wamid
    browser.says = { status: 201 }
    mail.refuses = () => null
    await tell()
    await house.owner('delete from notice')
    await house.owner('delete from notice_way')
    await house.owner('delete from staff_notice')
    for (const gateway of [sms, whatsapp, browser]) gateway.heard.length = 0
    mail.mails.length = 0
  })

  const tell = (at = Date.now()): Promise<number> => dispatchAll(parts, at)
  // Told and sent at one moment: what is told a millisecond later would not be due yet.
  const tellAndSend = async (at = Date.now()): Promise<number> => {
    await tell(at)
    return sendDue(parts, () => at)
  }
  const statesOf = async (id: string): Promise<readonly string[]> =>
    (
      await house.owner<{ said: string }>(
        "select way || ' ' || state as said from notice_delivery where case_id = $1 order by made_at, way",
        [id],
      )
    ).map(({ said }) => said)
  const wayOf = async (way: string) => (await admin.read(noticeWayRoutes.ways)).items.find((item) => item.way === way)
  const dropFile = (name: string): Promise<void> => rm(join(folder, name))
  return {
    house,
    env,
    parts,
    reference,
    offices,
    fo,
    bo,
    coordinator,
    admin,
    sms,
    whatsapp,
    browser,
    mail,
    account,
    file,
    dropFile,
    tell,
    tellAndSend,
    statesOf,
    wayOf,
    lastName: () => `wamid.${names}`,
    wamid,
  }
}
