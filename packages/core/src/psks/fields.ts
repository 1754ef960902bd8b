import { wireDay } from '../kernel/instant.ts'
import { sex } from '../registry/registry.ts'
import type { PsksField, PsksKind } from './kinds.ts'

/** PSKS-4 The first field that a kind does not have, or that says what its kind of field can't; null where all fit. */
export function wrongField({ fields }: PsksKind, said: Readonly<Record<string, string>>): string | null {
  const byCode = new Map(fields.map((field) => [field.code, field]))
  const wrong = Object.entries(said).find(([code, value]) => {
    const field = byCode.get(code)
    return !field || !(value === '' || fits[field.kind](value))
  })
  return wrong?.[0] ?? null
}

/** What each kind of field takes. An empty one was not said. */
const fits: Readonly<Record<PsksField['kind'], (value: string) => boolean>> = {
  text: () => true,
  count: (value) => /^\d{1,7}$/.test(value),
  day: (value) => wireDay.safeParse(value).success,
  'yes-no': (value) => value === 'yes' || value === 'no',
  sex: (value) => sex.safeParse(value).success,
}
