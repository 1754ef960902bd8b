import { listNames } from '../case/policy.ts'
import { shippedChallengeKinds } from '../challenge/shipped.ts'
import { keysOf } from '../kernel/keys.ts'
import { shippedLetterItems } from '../letter/shipped.ts'
import { shippedMeetingKinds } from '../meeting/shipped.ts'
import { noticeLines } from '../notice/templates.ts'
import { shippedPpksItems } from '../ppks/shipped.ts'
import { shippedProposalItems } from '../proposal/shipped.ts'
import { shippedPsksKinds } from '../psks/shipped.ts'
import { shippedIndicators } from '../registry/indicators.ts'
import { shippedCodes } from '../registry/shipped-codes.ts'
import { shippedOrder } from '../surge/order.ts'
import type { ShippedCategory } from './categories.ts'
import { categories } from './categories.ts'
import { channels } from './channels.ts'
import { holidays } from './holidays.ts'
import type { Line, ShippedItem } from './item.ts'
import { itemsOf, sinceTheStart } from './item.ts'
import { officeHours } from './office-hours.ts'
import { outcomeKinds, outcomes, ways } from './outcomes.ts'
import { priorityLines } from './priorities.ts'
import { reasons } from './reasons.ts'
import { retention } from './retention.ts'
import { sectorLines } from './sectors.ts'
import { windows } from './windows.ts'
import { zoneLines, zonesBasis } from './zones.ts'

const lines: Readonly<Record<(typeof listNames)[number], readonly Line[]>> = {
  channel: channels,
  outcome: outcomes,
  how: ways,
  ...reasons,
}

/** Every list as items of one shape: what the table of lists is filled with. `data` of a category is its law. */
const items: readonly ShippedItem[] = [
  ...itemsOf('sector', sectorLines),
  ...itemsOf('priority', priorityLines),
  ...itemsOf('notice', noticeLines),
  ...categories.map(categoryItem),
  ...listNames.flatMap((list) => itemsOf(list, lines[list])).map(withKinds),
  ...keysOf(windows).map((code) => {
    const { days, names, basis } = windows[code]
    return { list: 'window', code, names, data: { days, basis }, ...sinceTheStart }
  }),
  ...keysOf(retention).map((code) => {
    const { years, names, basis } = retention[code]
    return { list: 'retention', code, names, data: { years, basis }, ...sinceTheStart }
  }),
  ...keysOf(zoneLines).flatMap((zone) =>
    itemsOf('zone', zoneLines[zone]).map((item) => ({ ...item, data: { zone, basis: zonesBasis } })),
  ),
  ...shippedLetterItems,
  ...shippedMeetingKinds,
  ...shippedCodes,
  ...shippedIndicators,
  ...shippedProposalItems,
  ...shippedPpksItems,
  ...shippedPsksKinds,
  ...shippedOrder,
  ...shippedChallengeKinds,
]

/** Reference data that a new installation starts with. All of it is dated data that offices may change; none is code. */
export const shippedLists = {
  items,
  categories,
  lines,
  windows,
  retention,
  holidays,
  officeHours,
} as const

/** What came of a question is not what comes of a complaint: an outcome says where it fits, as a category does. */
function withKinds(item: ShippedItem): ShippedItem {
  const kinds = item.list === 'outcome' ? outcomeKinds.get(item.code) : undefined
  return kinds ? { ...item, data: { kinds: [...kinds] } } : item
}

function categoryItem(category: ShippedCategory): ShippedItem {
  const { code, names, from, until, ...data } = category
  return { list: 'category', code, names, data, from, until }
}
