import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { permission, permissions, restrictedKind, restrictedKinds, sights } from '../access/permission.ts'
import { caseKind, priorities } from '../case/case.ts'
import { wireDay, zones } from '../kernel/instant.ts'
import { letterKind } from '../letter/kinds.ts'
import { chainData, logoData, numberData, purposeData, signerData, templateData } from '../letter/rules.ts'
import { plainLists, retentionCodes, ruledLists, windowCodes } from '../lists/list-law.ts'
import { zonedCode } from '../lists/zones.ts'
import { meetingKindData, meetingList } from '../meeting/kinds.ts'
import { citizenWords } from '../notice/words.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import { cellLimitCodes, cellLimitData, cellLimitList, ppksTypeData, ppksTypeList } from '../ppks/types.ts'
import { cutOffData, cutOffList, monthly } from '../proposal/cut-off.ts'
import { targetData, targetList } from '../proposal/rules.ts'
import { reasonLists } from '../proposal/scene.ts'
import { psksKindData, psksKindList } from '../psks/kinds.ts'

import { codeLists } from '../registry/code-lists.ts'
import { indicatorData, indicatorList } from '../registry/indicators.ts'
import { orderData, orderList, usualOrder } from '../surge/order.ts'
import { code, shortText, text } from './case.ts'
import { week } from './week.ts'

const names = z.strictObject({ id: shortText.min(1), en: shortText.min(1) })
const days = z.int().min(1).max(365)
const percent = z.int().min(5).max(80)
const basis = text(300)
const kinds = z.array(caseKind).min(1).max(4)

/** What a category says beside its names: its bidang, what may be brought under it, and its limits in working days. */
export const categoryData = z.strictObject({
  sector: code,
  kinds,
  hopDays: z.strictObject({ village: days, subdistrict: days, district: days, province: days, nation: days }),
  totalDays: days,
  /** Hundredths of an office's time for taking a case on and for deciding; left out: a quarter each. */
  takePercent: percent.exactOptional(),
  decidePercent: percent.exactOptional(),
  /** Whether a case goes up by itself when an office's time is over; left out: it does. */
  rises: z.boolean().exactOptional(),
  basis,
  restricted: restrictedKind.nullable(),
})
/** An outcome that names no kinds fits all. */
export const outcomeData = z.union([z.strictObject({}), z.strictObject({ kinds })])
export const windowData = z.strictObject({ days: z.int().min(0).max(365), basis })
export const zoneData = z.strictObject({ zone: z.enum(zones), basis })
export const retentionData = z.strictObject({ years: z.int().min(1).max(100), basis })

const once = (all: readonly string[]): boolean => new Set(all).size === all.length
/** ROLE-3 What a role gives: rights, restricted kinds, how far its holder sees; where it is held and from where it is given. */
export const roleData = z.strictObject({
  permissions: z.array(permission).min(1).max(permissions.length).refine(once),
  restricted: z.array(restrictedKind).max(restrictedKinds.length).refine(once),
  sees: z.enum(sights),
  heldAt: z.array(z.enum(officeKinds)).min(1).max(officeKinds.length).refine(once),
  givenFrom: z.array(z.enum(officeLevels)).min(1).max(officeLevels.length).refine(once),
  secondFactor: z.boolean(),
})

const from = wireDay
/** An item with everything that is said of it from a day on; what stands in `data` is each list's own. */
export const itemWords = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('category'), code, names, from, data: categoryData }),
  z.strictObject({ list: z.literal('outcome'), code, names, from, data: outcomeData }),
  // None but the review can be switched off: a limit of no days would be no limit.
  z
    .strictObject({ list: z.literal('window'), code: z.enum(windowCodes), names, from, data: windowData })
    .refine(({ code: limit, data: { days: some } }) => some > 0 || limit === 'reviewDays', { path: ['data', 'days'] }),
  z.strictObject({ list: z.literal('retention'), code: z.enum(retentionCodes), names, from, data: retentionData }),
  z.strictObject({ list: z.literal('role'), code, names, from, data: roleData }),
  z.strictObject({ list: z.literal('zone'), code: z.string().regex(zonedCode), names, from, data: zoneData }),
  z.strictObject({ list: z.literal('letter-template'), code: letterKind, names, from, data: templateData }),
  z.strictObject({ list: z.literal('letter-chain'), code: letterKind, names, from, data: chainData }),
  z.strictObject({ list: z.literal('letter-number'), code, names, from, data: numberData }),
  z.strictObject({ list: z.literal('letter-purpose'), code, names, from, data: purposeData }),
  z.strictObject({ list: z.literal('letter-signer'), code, names, from, data: signerData }),
  z.strictObject({ list: z.literal(meetingList), code, names, from, data: meetingKindData }),
  z.strictObject({ list: z.literal(cutOffList), code: z.literal(monthly), names, from, data: cutOffData }),
  z.strictObject({ list: z.literal(targetList), code, names, from, data: targetData }),
  z.strictObject({ list: z.literal('letter-logo'), code, names, from, data: logoData }),
  z.strictObject({ list: z.literal(ppksTypeList), code, names, from, data: ppksTypeData }),
  z.strictObject({ list: z.literal(cellLimitList), code: z.enum(cellLimitCodes), names, from, data: cellLimitData }),
  z.strictObject({ list: z.literal(psksKindList), code, names, from, data: psksKindData }),
  z.strictObject({ list: z.literal(orderList), code: z.literal(usualOrder), names, from, data: orderData }),
  z.strictObject({ list: z.literal('priority'), code: z.enum(priorities), names, from, data: z.strictObject({}) }),
  z.strictObject({ list: z.literal('notice'), code: z.enum(citizenWords), names, from, data: z.strictObject({}) }),
  z.strictObject({ list: z.enum(codeLists), code, names, from, data: z.strictObject({}) }),
  z.strictObject({ list: z.literal(indicatorList), code, names, from, data: indicatorData }),
  z.strictObject({
    list: z.enum([...plainLists, 'sector', ...reasonLists]),
    code,
    names,
    from,
    data: z.strictObject({}),
  }),
])
export type ItemWords = z.infer<typeof itemWords>

/**
 * Commands that change lists, calendar and hours. The ledger that a command stands in is the place that says it: `00`
 * for the nation. Nothing is deleted; whatever is said holds from a day, today at the earliest.
 */
export const listCommandData = {
  'list.add': { path: '/api/lists/add', right: 'lists.manage', data: itemWords },
  'list.change': { path: '/api/lists/change', right: 'lists.manage', data: itemWords },
  'list.end': {
    path: '/api/lists/end',
    right: 'lists.manage',
    // `above`: the place says nothing of its own any more, and what the place above says counts again.
    data: z.strictObject({ list: z.enum(ruledLists), code: text(60), from, above: z.boolean() }),
  },
  'list.take-back': {
    path: '/api/lists/take-back',
    right: 'lists.manage',
    data: z.strictObject({ list: z.enum(ruledLists), code: text(60), from }),
  },
  'calendar.close': {
    path: '/api/calendar/close',
    right: 'lists.manage',
    data: z.strictObject({ day: wireDay, name: shortText.min(3), basis }),
  },
  'calendar.open': { path: '/api/calendar/open', right: 'lists.manage', data: z.strictObject({ day: wireDay, basis }) },
  'hours.set': {
    path: '/api/calendar/hours',
    right: 'lists.manage',
    data: z.strictObject({ from, week, basis }),
  },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type ListCommand = keyof typeof listCommandData
export type ListCommandData = { readonly [Kind in ListCommand]: z.infer<(typeof listCommandData)[Kind]['data']> }
