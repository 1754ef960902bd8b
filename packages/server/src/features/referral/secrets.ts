import type { Door } from '@openslrt/core/case/register.ts'
import { readableSecret } from '../../platform/auth/token.ts'
import type { Keys } from '../../platform/ledger/keys.ts'

/** The two secrets of a reply link: one to type beside the number of the case, one that a QR code carries. */
export interface LinkSecrets {
  readonly short: string
  readonly long: string
}

/**
 * REF-21 The secrets of a reply link and the digests that are kept of them. They are made from the link's id under a key
 * that only this installation has: nobody makes one up, and the asking office can print them again.
 */
export function linkSecrets(
  keys: Keys,
  district: string,
  link: string,
): { readonly secrets: LinkSecrets; readonly digests: Door } {
  const seed = `${district}\n${link}`
  const short = readableSecret(keys.derive('reply', seed))
  const long = `${district.replace('.', '')}.${keys.derive('reply link', seed).subarray(0, 24).toString('base64url')}`
  const digestOf = (secret: string): string => keys.doorDigest(secret).toString('hex')
  return { secrets: { short, long }, digests: { short: digestOf(short), long: digestOf(long) } }
}
