import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import type { Pool } from 'pg'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { deletePhone, savePhone, selectPhone } from './queries-desk.ts'

const about = (staff: string): string => `staff_phone ${staff}`

/** INBOUND-9 The number that an officer writes from: each says their own. */
export function ownPhoneRoutesOf({ api, ledger }: { readonly api: Pool; readonly ledger: Ledger }): readonly Route[] {
  return [
    route(inboundRoutes.ownPhone, async ({ person }) => {
      const { staff } = person()
      const kept = await selectPhone(api, staff)
      const keys = await ledger.keys.forDistrict('00')
      return ok({ phone: kept && keys.open(kept, about(staff)).toString() })
    }),
    route(inboundRoutes.savePhone, async ({ body: { phone }, person }) => {
      const { staff } = person()
      const keys = await ledger.keys.forDistrict('00')
      if (phone === null) await deletePhone(api, staff)
      else
        await savePhone(api, staff, keys.seal(Buffer.from(phone), about(staff)), keys.index('phone', phoneKey(phone)))
      return ok({ phone })
    }),
  ]
}
