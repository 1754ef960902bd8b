import type { Finding } from '../finding.ts'

/** A finding that names the law it breaks, so that a planted fault can be matched with the law meant to catch it. */
export type Breach = Finding & { readonly rule: string }
