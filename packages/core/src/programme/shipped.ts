import { centralProgrammes } from './shipped-central.ts'
import { localProgrammes } from './shipped-local.ts'
import type { ShippedProgramme } from './shipped-programme.ts'

/** PROG-12 The catalogue that every installation begins with. */
export const shippedProgrammes: readonly ShippedProgramme[] = [...centralProgrammes, ...localProgrammes]
