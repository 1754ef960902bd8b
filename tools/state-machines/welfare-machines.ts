import type { Permission } from '@openslrt/core/access/permission.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import {
  plannedService,
  ppksRule,
  ppksSteps,
  receivedPpks,
  serviceRule,
  serviceSteps,
} from '@openslrt/core/ppks/moves.ts'
import { ppksStatuses, serviceStatuses } from '@openslrt/core/ppks/ppks.ts'
import { psksRule, psksSteps, registeredPsks, reportRule, reportSteps, sentReport } from '@openslrt/core/psks/moves.ts'
import { psksStatuses, reportStatuses } from '@openslrt/core/psks/psks.ts'
import type { Machine } from './machine.ts'

const may = (right: Permission): string => translate('en', `permission.${right}`)
const noted = (note: boolean): string => (note ? 'required' : 'optional')
const waysOf = <Status extends string>(from: readonly Status[], to: Status | 'same') =>
  from.map((status) => [status, to === 'same' ? status : to] as const)

export const ppksColumns = ['Note']
export const psksColumns = ['Note', 'From where']

/** The law of PPKS, and that of the services of their plans. */
export const ppksMachine: Machine = {
  title: 'PPKS: what may follow what',
  source: 'packages/core/src/ppks/moves.ts',
  states: ppksStatuses.map((code) => ({ code, name: translate('en', `ppks-status.${code}`) })),
  begins: { move: translate('en', 'ppks-act.receive'), who: may('ppks.handle'), at: receivedPpks },
  moves: ppksSteps.map((step) => {
    const { from, to, note } = ppksRule(step)
    return {
      name: translate('en', `ppks-act.${step}`),
      ways: waysOf(from, to),
      who: may('ppks.handle'),
      more: [noted(note)],
    }
  }),
}
export const serviceMachine: Machine = {
  title: 'Services for PPKS: what may follow what',
  source: 'packages/core/src/ppks/moves.ts',
  states: serviceStatuses.map((code) => ({ code, name: translate('en', `ppks-service.${code}`) })),
  begins: { move: translate('en', 'ppks-act.add-service'), who: may('ppks.handle'), at: plannedService },
  moves: serviceSteps.map((step) => ({
    name: translate('en', `ppks-act.${step}`),
    ways: waysOf(serviceRule(step).from, serviceRule(step).to),
    who: may('ppks.handle'),
    more: [noted(ppksRule(step).note)],
  })),
}

const sides = {
  anybody: 'any office that it serves',
  home: 'where it sits',
  district: 'the district, by another',
} as const

/** The law of PSKS, and that of their reports. */
export const psksMachine: Machine = {
  title: 'PSKS: what may follow what',
  source: 'packages/core/src/psks/moves.ts',
  states: psksStatuses.map((code) => ({ code, name: translate('en', `psks-status.${code}`) })),
  begins: { move: translate('en', 'psks-act.register'), who: may('psks.manage'), at: registeredPsks },
  moves: psksSteps.map((step) => {
    const { from, to, note, by } = psksRule(step)
    return {
      name: translate('en', `psks-act.${step}`),
      ways: waysOf(from, to),
      who: may('psks.manage'),
      more: [noted(note), sides[by]],
    }
  }),
}
export const reportMachine: Machine = {
  title: 'Reports of PSKS: what may follow what',
  source: 'packages/core/src/psks/moves.ts',
  states: reportStatuses.map((code) => ({ code, name: translate('en', `psks-report.${code}`) })),
  begins: { move: translate('en', 'psks-act.report'), who: may('psks.manage'), at: sentReport },
  moves: reportSteps.map((step) => ({
    name: translate('en', `psks-act.${step}`),
    ways: waysOf(reportRule(step).from, reportRule(step).to),
    who: may('psks.manage'),
    more: [noted(psksRule(step).note)],
  })),
}
