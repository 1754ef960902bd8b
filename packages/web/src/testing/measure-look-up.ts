import { villageCode } from '@openslrt/core/place/code.ts'
import { find, lookUpOf } from '../platform/replica/look-up.ts'
import { aPerson } from './a-field-server.ts'

// Measures the search of a phone: `npm run bench:field-search`. No test waits for its figures.
const firsts = ['Siti', 'Ahmad', 'Sri', 'Muhammad', 'Nur', 'Budi', 'Dewi', 'Agus', 'Endang', 'Slamet', 'Wahyu', 'Eko']
const seconds = [
  'Aminah',
  'Hidayat',
  'Rahayu',
  'Yusuf',
  'Lestari',
  'Santoso',
  'Wulandari',
  'Priyono',
  'Astuti',
  'Mulyadi',
]
const thirds = ['', 'Nugroho', 'Kurniawan', 'Utami', 'Handayani', 'Setiawan', 'Purnomo']
const villages = Array.from({ length: 5 }, (_, at) => ({
  code: villageCode.parse(`34.04.07.200${at + 1}`),
  name: `Desa ${at}`,
}))

const pick = <One>(all: readonly One[], at: number): One | undefined => all[at % all.length]
const people = Array.from({ length: 10_000 }, (_, at) => {
  const name = [pick(firsts, at), pick(seconds, at * 7 + 3), pick(thirds, at * 13 + 5)].join(' ').trim()
  const said = {
    nama: name,
    tanggal_lahir: `19${40 + (at % 60)}-0${1 + (at % 9)}-1${at % 9}`,
    nomor_induk_kependudukan: `3404**********${String(at % 100).padStart(2, '0')}`,
  }
  return aPerson(at + 1, name, { said, place: villages[at % 5]?.code ?? '' })
})

const tell = (line: string): void => void process.stdout.write(`${line}\n`)
const started = performance.now()
const lookUp = lookUpOf({ person: new Map(people.map((one) => [one.id, one])), family: new Map() })
tell(`10,000 people made ready in ${(performance.now() - started).toFixed(0)} ms`)
for (const typed of [
  'siti',
  'akhmad yusup',
  'Sri Rahayoe Utami',
  'muh. hidayat 1985',
  'siti aminah 34',
  '17-08-1965',
  '3404071708850034',
]) {
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now()
    find(lookUp, typed, villages)
    return performance.now() - from
  }).toSorted((a, b) => a - b)
  tell(
    `${typed}: ${find(lookUp, typed, villages).length} found, median ${times[7]?.toFixed(1)} ms, worst ${times[14]?.toFixed(1)} ms`,
  )
}
