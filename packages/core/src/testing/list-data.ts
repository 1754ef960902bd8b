import type { ListCommandData } from '../contract/lists.ts'

const from = '2099-01-05'
const words = {
  list: 'category',
  code: 'pip',
  names: { id: 'PIP', en: 'School aid' },
  from,
  data: {
    sector: 'education',
    kinds: ['complaint'],
    hopDays: { village: 1, subdistrict: 2, district: 3, province: 4, nation: 5 },
    totalDays: 9,
    basis: 'SK Bupati 12/2026',
    restricted: null,
  },
} satisfies ListCommandData['list.change']

/** For every command of lists, data that the law has nothing against in a district with the shipped lists. */
export const listData: ListCommandData = {
  'list.add': { ...words, code: 'uji-baru' },
  'list.change': words,
  'list.end': { list: 'category', code: 'pip', from, above: false },
  'list.take-back': { list: 'category', code: 'pip', from },
  'calendar.close': { day: from, name: 'Hari jadi', basis: 'SK Bupati' },
  'calendar.open': { day: '2026-12-25', basis: 'SK Bupati' },
  'hours.set': { from, week: [null, [450, 960], null, null, null, null, null], basis: 'SK Bupati' },
}
