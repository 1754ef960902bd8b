import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { askOnce } from '../../platform/api/ask.ts'
import type { Choices } from '../../platform/replica/phone-db.ts'

/** The code lists of the registry and the questions of the place, from the server; null where it did not give them. */
export async function askChoices(district: string): Promise<Choices | null> {
  const answer = await askOnce(registryRoutes.choices, { query: { district: ledgerCode.parse(district) } })
  return answer.ok ? answer.value : null
}
