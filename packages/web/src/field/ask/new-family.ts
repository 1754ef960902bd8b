import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { numberFault, numberTyped } from '@openslrt/core/registry/identity.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import { commandOf } from '../make-command.ts'

/** Somebody who was found nowhere, with their family where that is new too. Ids are kept with what is typed. */
export interface NewFamily {
  readonly family: string
  readonly person: string
  readonly place: string
  readonly address: string
  readonly nama: string
  readonly nik: string
  readonly sex: string
  readonly birth: string
}

const filled = (values: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** FIELD-7 The commands that record them; a family that was there before is none of them. */
export function commandsOfNew(typed: NewFamily, isNew: boolean, source: string): Command[] {
  const place = villageCode.parse(typed.place)
  const origin = { way: 'visit', source, ref: null } as const
  const about = { district: ledgerOf(place), base: null }
  const family = () =>
    commandOf('registry.add-family', {
      ...about,
      subject: typed.family,
      data: { place, values: filled({ alamat: typed.address.trim() }), desil: null, ...origin },
    })
  const person = commandOf('registry.add-person', {
    ...about,
    subject: typed.person,
    data: { place, family: typed.family, values: personIn(typed, isNew), ...origin },
  })
  return isNew ? [family(), person] : [person]
}

const personIn = ({ nama, nik, sex, birth }: NewFamily, isHead: boolean): Values =>
  filled({
    nama: nama.trim(),
    nomor_induk_kependudukan: numberTyped(nik),
    jenis_kelamin: sex,
    tanggal_lahir: birth,
    status_hubungan_keluarga: isHead ? '1' : '',
  })

type Fault = 'ask.new.village.missing' | 'ask.new.name.missing' | 'ask.wrong.digits'

/** What is missing or wrong, by its form. */
export const faultsOfNew = ({ place, nama, nik }: NewFamily): Partial<Record<keyof NewFamily, Fault>> => ({
  ...(place === '' ? { place: 'ask.new.village.missing' } : {}),
  ...(nama.trim() === '' ? { nama: 'ask.new.name.missing' } : {}),
  ...(nik.trim() !== '' && numberFault(numberTyped(nik)) !== null ? { nik: 'ask.wrong.digits' } : {}),
})
