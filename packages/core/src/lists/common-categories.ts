import type { CaseKind } from '../case/case.ts'

/**
 * What people bring most, in the order in which public forms offer it first. From the published counts of the field:
 * Langsa 2026 (health insurance and decile checks: 200 in five days), Musi Rawas 2017 (house repair 177, health cards 90),
 * the PKH complaint form, and Sleman's June peak of school letters.
 */
export const commonCategories: Readonly<Record<CaseKind, readonly string[]>> = {
  complaint: [
    'pbi-inactive',
    'aid-not-paid',
    'aid-card',
    'aid-wrong-target',
    'dtsen-update',
    'health-service',
    'officer-conduct',
    'unfit-house',
  ],
  service: [
    'pbi-inactive',
    'decile-check',
    'dtsen-letter',
    'patient-aid',
    'pip',
    'unfit-house',
    'neglected-elderly',
    'identity-card',
  ],
  question: [
    'decile-check',
    'pbi-inactive',
    'pbi-new',
    'aid-not-paid',
    'dtsen-update',
    'pip',
    'kip-kuliah',
    'identity-card',
  ],
  suggestion: ['health-service', 'officer-conduct', 'aid-wrong-target', 'dtsen-update'],
}
