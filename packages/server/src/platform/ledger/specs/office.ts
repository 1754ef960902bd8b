import { bool, day, int, json, text, texts, time, uuid } from '../codec.ts'

/** Offices, the people who work in them, and their dated lists. */
export const officeSpecs = {
  office: {
    sqlName: 'office',
    fields: {
      name: text,
      kind: text,
      level: text,
      place: text,
      parent: uuid,
      active: bool,
      address: text,
      phone: text,
      openedAt: time,
    },
  },
  staff: { sqlName: 'staff', fields: { name: text, active: bool } },
  post: { sqlName: 'post', fields: { staff: uuid, office: uuid, role: text, from: time, until: time } },
  leave: {
    sqlName: 'leave',
    fields: { staff: uuid, post: uuid, office: uuid, standIn: uuid, standInPost: uuid, from: time, until: time },
  },
  duty: { sqlName: 'duty', fields: { office: uuid, staff: uuid, from: time, until: time } },
  area: { sqlName: 'post_area', fields: { villages: texts } },
  officeWeek: { sqlName: 'office_week', fields: { office: uuid, from: day, week: json } },
  networkOffice: {
    sqlName: 'network_office',
    fields: {
      state: text,
      stateOn: day,
      facts: json,
      grownYear: int,
      cohort: int,
      initiator: text,
      connection: text,
      changedAt: time,
    },
  },
  networkFact: {
    sqlName: 'network_fact',
    fields: {
      office: uuid,
      about: text,
      fromDay: day,
      said: json,
      state: text,
      reason: text,
      saidBy: uuid,
      saidAt: time,
    },
  },
  networkTarget: {
    sqlName: 'network_target',
    fields: { year: int, of: text, count: int, fromDay: day, reason: text, turn: int, saidBy: uuid, saidAt: time },
  },
  listItem: {
    sqlName: 'list_change',
    fields: { list: text, code: text, names: json, data: json, from: day, says: text },
  },
  calendarDay: { sqlName: 'calendar_change', fields: { day, closed: bool, name: text, basis: text } },
  officeHours: { sqlName: 'hours_change', fields: { from: day, week: json, basis: text } },
  joint: {
    sqlName: 'joint_programme',
    fields: {
      name: text,
      purpose: text,
      lead: uuid,
      status: text,
      agreement: text,
      agreedOn: day,
      validUntil: day,
      offices: texts,
      startedAt: time,
      changedAt: time,
      endedAt: time,
    },
  },
} as const
