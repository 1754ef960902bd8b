import { anExpectedFile, registration } from './a-case.ts'
import { challengeData } from './a-challenge.ts'
import { jointData } from './a-joint.ts'
import { letterData } from './a-letter.ts'
import { meetingData } from './a-meeting.ts'
import { needData } from './a-need.ts'
import { networkData, networkTargetData } from './a-network.ts'
import { doubleData } from './a-pair.ts'
import { payData } from './a-pay.ts'
import { programmeData } from './a-programme.ts'
import { proposalData } from './a-proposal.ts'
import { surgeData } from './a-surge.ts'
import { visitData } from './a-visit.ts'
import { ppksData, psksData } from './a-welfare.ts'
import { independenceData } from './an-assessment.ts'
import { erasureData } from './an-erasure.ts'
import { offices } from './an-office.ts'
import { blankData } from './blank-data.ts'
import { dutyData } from './duty-data.ts'
import { fullData } from './full-data.ts'
import { goodItems } from './good-items.ts'
import { ids } from './ids.ts'
import { listData } from './list-data.ts'
import { loadData } from './load-data.ts'
import { caseData, referralData } from './moves.ts'
import { noticeData } from './notice-data.ts'
import { registryData } from './registry-data.ts'

/** A registration with everything that may be said. */
const fullRegistration = registration({
  files: [anExpectedFile()],
  reporter: { name: 'Budi', phone: '+62 812-3456-7890', relation: 'family', anonymous: false },
  contactCare: ['no-call', 'unsafe'],
  restricted: 'violence',
  consent: { basis: 'verbal', words: 'Ibu Sumarni di rumahnya' },
  form: 'F3404-26-000123-07',
  messages: { ids: ['00000000-0000-4000-8000-0000000000a1'], done: true },
})

const office = {
  name: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place: '34.04.07.2001',
  parent: offices.village.id,
  address: 'Jl. Kaliurang 12',
  phone: '(0274) 512345',
}

const officeData: Readonly<Record<string, object>> = {
  'office.open': office,
  'office.change': { ...office, active: true },
  'office.hours': { office: ids.office(1), from: '2026-12-01', week: [[450, 960], null, null, null, null, null, null] },
  'staff.add': { name: 'Rina', post: ids.post(1), office: ids.office(1), role: 'front-office' },
  'staff.change': { name: 'Rina Wulandari', active: false },
  'post.give': { staff: ids.staff(1), office: ids.office(1), role: 'front-office' },
  'post.serve': { villages: ['34.04.07.2001'] },
  'leave.give': {
    post: ids.post(1),
    from: '2026-11-02',
    until: '2026-11-06',
    standIn: ids.staff(2),
    standInPost: ids.post(2),
  },
  'leave.end': {},
  'post.end': {},
}

const under = (capability: string, data: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] =>
  Object.entries(data).map(([action, carried]) => [`${capability}.${action}`, carried])

/** For every command that people send, data with which nothing is wrong; of some there is more than one example. */
export const goodData: readonly (readonly [kind: string, data: unknown])[] = [
  ['case.register', fullRegistration],
  ...under('case', caseData),
  ...under('referral', referralData),
  ...under('letter', letterData),
  ...Object.entries(officeData),
  ...under('network', { ...networkData, target: networkTargetData }),
  ...Object.entries<unknown>(dutyData),
  ...Object.entries<unknown>(listData),
  ...Object.entries<unknown>(noticeData),
  ...Object.entries<unknown>(jointData),
  ...under('meeting', meetingData),
  ...Object.entries<unknown>(blankData),
  ...under('visit', visitData),
  ...under('surge', surgeData),
  ...Object.entries<unknown>(registryData),
  ...Object.entries<unknown>(doubleData),
  ...Object.entries<unknown>(loadData),
  ...Object.entries<unknown>(programmeData),
  ...Object.entries<unknown>(needData),
  ...under('proposal', proposalData),
  ...Object.entries<unknown>(ppksData),
  ...Object.entries<unknown>(psksData),
  ...under('activity', payData),
  ...under('independence', independenceData),
  ...Object.entries<unknown>(challengeData),
  ...Object.entries<unknown>(erasureData),
  ...goodItems.map((item) => ['list.add', item] as const),
  ...fullData,
]
