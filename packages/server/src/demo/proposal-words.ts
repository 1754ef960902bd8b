import type { ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import type { Household } from './plan-families.ts'
import type { Thread } from './thread.ts'

type Ask = readonly [name: string, before: string | null, after: string]
type Said = readonly [reason: string, note: string, programme: string | null, ...asked: readonly Ask[]]

const said: Readonly<Record<Exclude<ProposalKind, 'death' | 'move' | 'double' | 'new'>, Said>> = {
  correction: [
    'data-differs',
    'Lantai dan sumber air sudah diperiksa di rumah.',
    null,
    ['jenis_lantai_terluas', '3', '5'],
    ['sumber_air_minum_utama', '3', '7'],
  ],
  eligibility: ['well-off', 'Anak sudah bekerja tetap dan menanggung keluarga.', null, ['kelayakan', 'ya', 'tidak']],
  'not-found': ['unknown-here', 'Tidak dikenal di alamat ini menurut ketua RT.', null],
  programme: ['needs-aid', 'Belum menerima bantuan apa pun, penghasilan tidak tetap.', 'sembako'],
  objection: ['contested', 'Warga menyanggah: penerima mempunyai dua mobil.', null, ['kelayakan', 'ya', 'tidak']],
  withdrawal: ['own-wish', 'Keluarga merasa sudah mampu dan mengundurkan diri.', 'pkh'],
}

/** What a proposal of a kind asks for, and why. */
export function words(kind: ProposalKind, household: Household, thread: Thread) {
  const [reason, note, programme, ...asked] = saidOf(kind, household, thread)
  return { reason, note, programme, asked: asked.map(([name, before, after]) => ({ name, before, after })) }
}

function saidOf(kind: ProposalKind, { head, village }: Household, thread: Thread): Said {
  switch (kind) {
    case 'new': {
      const home = thread.dice.pick(['3', '4', '5'])
      const asks: readonly Ask[] = [
        ['alamat', null, head.address],
        ['status_kepemilikan_rumah', null, home],
        ['jenis_lantai_terluas', null, '3'],
      ]
      return ['not-registered', 'Belum pernah didata, menumpang di rumah saudara.', null, ...asks]
    }
    case 'death':
      return ['died', 'Ada surat keterangan kematian.', null, ['tanggal_meninggal', null, thread.dayAfter(-12)]]
    case 'move':
      return ['moved', 'Pindah ikut anak.', null, ['kode_kelurahan_desa', village, '34.04.06.2001']]
    case 'double':
      return ['twice', 'Tercatat dua kali dengan NIK berbeda.', null, ['nik_ganda', null, twinOf(head.nik)]]
    default:
      return said[kind]
  }
}

/** The number that was given by mistake: of the same day, and like the first one nobody's. */
const twinOf = (nik: string): string => `340401${nik.slice(6)}`
