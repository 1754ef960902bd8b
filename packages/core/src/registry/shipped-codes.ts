import type { Line, ShippedItem } from '../lists/item.ts'
import { itemsOf } from '../lists/item.ts'
import type { CodeList } from './code-lists.ts'
import { codeLists } from './code-lists.ts'
import { familyCodes } from './codes-family.data.ts'
import { personCodes } from './codes-person.data.ts'

const lines: Readonly<Record<CodeList, readonly Line[]>> = { ...personCodes, ...familyCodes }

/** REGISTRY-7 The codes that a new installation holds; a province or district may add its own, or end some, from a day on. */
export const shippedCodes: readonly ShippedItem[] = codeLists.flatMap((list) => itemsOf(list, lines[list]))
