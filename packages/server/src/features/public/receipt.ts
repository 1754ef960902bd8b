import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { create } from 'qrcode'
import { ownAddress } from '../../platform/http/own-address.ts'
import { doorOf } from '../case/index.ts'
import { knock } from './door.ts'
import { openOf } from './open-hours.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { beginCitizen, whoseCase } from './sessions.ts'

/** Opens the case that was just registered in this browser, with its receipt. */
export async function openReceipt(
  { ledger, pools, secure }: PublicParts,
  reply: FastifyReply,
  district: string,
  caseId: string,
  command: string,
): Promise<void> {
  const { digests } = doorOf(ledger.keys, district, command)
  const proof = Buffer.from(digests.long, 'hex')
  await beginCitizen(pools.api, reply, { district, case: caseId, proof, receipt: command }, secure)
}

/** The receipt of the report that was made in this browser. Its secrets are made again; they are kept nowhere. */
export async function showReceipt(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const citizen = await whoseCase(parts.pools.api, request)
  const kase = citizen?.receipt ? await knock(parts, citizen.district, citizen.case, citizen.proof) : null
  if (!citizen?.receipt || !kase) return reply.redirect(publicPaths.track, 303)
  const shell = shellOf(parts, request)
  const { receipt } = doorOf(parts.ledger.keys, citizen.district, citizen.receipt)
  const secret = readable(receipt.short)
  const home = parts.publicUrl ?? ownAddress(request)
  const said = { number: kase.number, secret }
  const message = home
    ? translate(shell.lang, 'public.receipt.message', { ...said, url: `${home}${publicPaths.track}` })
    : translate(shell.lang, 'public.receipt.message.bare', said)
  const props = {
    shell,
    number: kase.number,
    secret,
    qr: home ? rowsOf(`${home}${publicPaths.track}#k=${receipt.long}`) : null,
    officeName: kase.officeName,
    officePhone: kase.officePhone,
    officeOpen: openOf(parts, kase.office, shell.lang).open,
    whatsapp: `https://wa.me/?text=${encodeURIComponent(message)}`,
  }
  return sendPage(parts, reply, 'receipt', props, { keep: 'never' })
}

/** "abcd-efgh": two halves are read aloud and copied with fewer mistakes than eight signs. */
const readable = (secret: string): string => `${secret.slice(0, 4)}-${secret.slice(4)}`

function rowsOf(text: string): readonly (readonly boolean[])[] {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1))
}
