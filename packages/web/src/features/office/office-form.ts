import type { OfficeLine } from '@openslrt/core/contract/reference-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { levelsOf, type OfficeKind, type OfficeLevel, officeKinds, officeLevels } from '@openslrt/core/office/office.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'

/** An office as its form holds it: text only, so that a draft of it can be kept and read back. */
export interface OfficeValues {
  readonly name: string
  readonly kind: string
  readonly place: string
  readonly placeLabel: string
  readonly level: string
  readonly parent: string
  readonly parentLabel: string
  readonly address: string
  readonly phone: string
  readonly active: boolean
}

/** The form of a new office; it begins under the office that opens it. */
export const blankOffice = (parent: { office: string; officeName: string } | null): OfficeValues => ({
  name: '',
  kind: '',
  place: '',
  placeLabel: '',
  level: '',
  parent: parent?.office ?? '',
  parentLabel: parent?.officeName ?? '',
  address: '',
  phone: '',
  active: true,
})

/** The form of an office that is there. `parentName` is looked up apart: its line carries only the id. */
export const valuesOf = (office: OfficeLine, parentName: string): OfficeValues => ({
  name: office.name,
  kind: office.kind,
  place: office.place,
  placeLabel: office.placeName,
  level: office.level,
  parent: office.parent ?? '',
  parentLabel: parentName,
  address: office.address,
  phone: office.phone,
  active: office.active,
})

/** The level of an office is that of the place it serves. */
export const levelFor = (place: string): string => {
  const read = placeCode.safeParse(place)
  return read.success ? levelOf(read.data) : ''
}

/** What is wrong, as far as this page can tell; the rest is the law's to say. */
export function officeFaults(values: OfficeValues): Partial<Record<keyof OfficeValues, MessageKey>> {
  return {
    ...(values.name.trim().length < 3 && { name: 'office.form.name.missing' }),
    ...kindFault(values),
    ...(values.place === '' && { place: 'office.form.place.missing' }),
    ...(!isPhone(values.phone) && { phone: 'office.form.phone.wrong' }),
  }
}

/** OFFICE-9 A kind of office stands at its level only; the level follows from the place. */
function kindFault(values: OfficeValues): { readonly kind?: MessageKey } {
  const [kind, level] = [kindOf(values.kind), levelNamed(values.level)]
  if (!kind) return { kind: 'office.form.kind.missing' }
  return level && !levelsOf[kind].includes(level) ? { kind: 'office.form.kind.level' } : {}
}

/** What the command carries; null while something is missing. */
export function officeData(values: OfficeValues) {
  const [kind, level] = [kindOf(values.kind), levelNamed(values.level)]
  if (!kind || !level) return null
  const { name, place, address, phone } = values
  return { name, kind, level, place, parent: values.parent === '' ? null : values.parent, address, phone: phone.trim() }
}

const kindOf = (text: string): OfficeKind | undefined => officeKinds.find((kind: OfficeKind) => kind === text)
const levelNamed = (text: string): OfficeLevel | undefined => officeLevels.find((level: OfficeLevel) => level === text)
const isPhone = (text: string): boolean => text.trim() === '' || /^\+?[0-9 ()-]{6,20}$/.test(text.trim())
