import { openWays } from '../features/notice/open-ways.ts'
import { sendDue } from '../features/notice/send.ts'
import { startTestHouse } from './house.ts'
import { noticePartsOf } from './notice-house.ts'

// A worker in a process of its own, on the database of a house that is open elsewhere: so that it can be killed.
const [, , database = '', settings = '{}'] = process.argv
const env: NodeJS.ProcessEnv = JSON.parse(settings)
const house = await startTestHouse({ database, env })
const { config, ledger } = house.parts
await sendDue(noticePartsOf(house, openWays(config.notices, ledger.keys, config.publicUrl)))
await house.close()
