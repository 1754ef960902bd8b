import { programmeId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { CriteriaVersion } from '@openslrt/core/programme/programme.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import type { ShippedProgramme } from '@openslrt/core/programme/shipped-programme.ts'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from '../office/index.ts'
import { programmeHandler } from './commands.ts'
import { findProgramme } from './load.ts'

/**
 * PROG-12 Gives an installation the programmes that this release knows and it was not given yet, and new versions of their
 * criteria: commands of the set-up in the ledgers of their owners. What was changed or ended here stays as it is.
 */
export async function openShippedProgrammes(
  parts: Pick<CaseParts, 'ledger' | 'reference'>,
  shipped: readonly ShippedProgramme[] = shippedProgrammes,
): Promise<void> {
  const handle = programmeHandler(parts)
  for (const programme of shipped) await give(parts, handle, programme)
}

/** The id of a shipped programme: the same in every installation, whatever it is called there. */
export const shippedProgrammeId = (code: string) => programmeId.parse(idOf(`shipped programme ${code}`))

async function give(
  { ledger }: Pick<CaseParts, 'ledger'>,
  handle: Handler,
  programme: ShippedProgramme,
): Promise<void> {
  const there = await findProgramme(ledger.pool, shippedProgrammeId(programme.code))
  const [first, ...later] = programme.versions
  if (!there && first) await send(handle, programme, 'programme.open', first, openData(programme, first))
  const newest = there?.versions.at(-1)?.from ?? first?.from ?? ''
  for (const version of later)
    if (version.from > newest) await send(handle, programme, 'programme.set-criteria', version, { ...version })
}

function openData(programme: ShippedProgramme, first: CriteriaVersion): object {
  const { versions: _versions, ...words } = programme
  return { ...words, ...first, office: null, replaces: null }
}

async function send(
  handle: Handler,
  { code, place }: ShippedProgramme,
  kind: string,
  { from }: CriteriaVersion,
  data: object,
): Promise<void> {
  // Nothing of the moment: two machines that start at once give the same command, and it is done once.
  const order = readOrder(kind, {
    id: idOf(`${kind} ${code} ${from}`),
    v: 1,
    district: ledgerOf(placeCode.parse(place)),
    subject: shippedProgrammeId(code),
    office: null,
    doneAt: wireOf(Date.parse(from)),
    base: null,
    data,
  })
  if (!order.ok) throw new Error(`${code}: ${JSON.stringify(order.error)}`)
  const reply = await handle(order.value, { kind: 'setup' }, Date.now())
  if (reply.status === 'refused') throw new Error(`${code} was not given: ${JSON.stringify(reply.refusal)}`)
}
