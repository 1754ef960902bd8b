import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { familyId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { villageCode } from '../place/code.ts'
import { handWays, holder, marks } from '../registry/registry.ts'
import { statementIn } from '../registry/statements.ts'
import { variables } from '../registry/variables.ts'
import { code, shortText, text } from './case.ts'

const one: z.ZodType<Json> = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  text(300),
  z.array(z.union([z.number(), code])).max(40),
])
// A variable of this release, what a place asks itself (its list says which there are), or a statement of a rule.
const own = /^lokal-[a-z0-9-]{1,60}$/
const names = new Set(variables.map((variable) => variable.name))
const name = z.string().refine((typed) => names.has(typed) || own.test(typed) || statementIn(typed) !== null)

/** Values under official names, as many as somebody has; what each may be is the law's to say. */
export const givenValues = z.record(name, one).refine((values) => Object.keys(values).length <= 150)

const origin = { way: z.enum(handWays), source: shortText, ref: z.uuid().nullable() }

/** Desil is evidence from outside: who said it, on which snapshot. */
export const desil = z.strictObject({ value: z.int().min(1).max(10), on: wireDay, source: shortText.min(2) })

/** Commands about people and families. The subject is the person, or the family. */
export const registryCommandData = {
  'registry.add-family': {
    path: '/api/registry/families/add',
    right: 'registry.edit',
    data: z.strictObject({ place: villageCode, values: givenValues, desil: desil.nullable(), ...origin }),
  },
  'registry.add-person': {
    path: '/api/registry/people/add',
    right: 'registry.edit',
    data: z.strictObject({ place: villageCode, family: familyId.nullable(), values: givenValues, ...origin }),
  },
  'registry.record': {
    path: '/api/registry/record',
    right: 'registry.edit',
    data: z.strictObject({ of: holder, values: givenValues, desil: desil.nullable(), ...origin }),
  },
  'registry.join-family': {
    path: '/api/registry/join',
    right: 'registry.edit',
    /** `from`: the family that is left with it, by whoever moves somebody from one to another. */
    data: z.strictObject({ family: familyId, from: familyId.optional(), relation: code, ...origin }),
  },
  'registry.leave-family': {
    path: '/api/registry/leave',
    right: 'registry.edit',
    data: z.strictObject({ ...origin, source: shortText.min(3) }),
  },
  'registry.mark': {
    path: '/api/registry/mark',
    right: 'registry.edit',
    data: z.strictObject({ of: holder, status: z.enum(marks), on: wireDay, ...origin, source: shortText.min(3) }),
  },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type RegistryCommand = keyof typeof registryCommandData
export type RegistryCommandData = {
  readonly [Kind in RegistryCommand]: z.infer<(typeof registryCommandData)[Kind]['data']>
}
