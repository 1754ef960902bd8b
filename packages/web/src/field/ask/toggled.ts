import { saidNone } from '@openslrt/core/registry/typed.ts'

/** Several codes as they are typed, with one more or one less; "none" and anything else are not said together. */
export function toggled(chosen: readonly string[], code: string): string {
  if (chosen.includes(code)) return chosen.filter((one) => one !== code).join(' ')
  return code === saidNone ? saidNone : [...chosen.filter((one) => one !== saidNone), code].join(' ')
}
