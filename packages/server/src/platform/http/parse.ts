import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { z } from 'zod'

/** Parses at the door. Unknown fields are refused by name, so that a misspelt one is not silently dropped. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): Result<z.output<Schema>, Refusal> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const unknown = parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0) return no({ code: 'unknown-field', fields: unknown.slice(0, 10) })
  return no({ code: 'invalid', fields: [...new Set(parsed.error.issues.map(fieldOf))].slice(0, 20) })
}

// The field only, never the value: it may be personal.
const fieldOf = (issue: z.core.$ZodIssue): string => issue.path.join('.') || issue.code
