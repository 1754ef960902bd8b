import type { DemoFiles } from './demo-files.ts'
import { draft } from './draft-proposal.ts'
import { nameOf } from './people.ts'
import type { Deed, PeopleScene, Thread } from './thread.ts'
import { beginThread, merged, nthHousehold } from './thread.ts'
import { demoVillage } from './world.ts'

/** DEMO-14 Village meetings: one that was signed and carried its proposals on, one under way, one that was called off. */
export const planMinutes = (scene: PeopleScene, files: DemoFiles): readonly (readonly Deed[])[] => [
  signed(scene, files),
  open(scene),
  calledOff(scene),
]

const village = demoVillage
const writer = [village, 'fo'] as const
const venue = 'Balai Kalurahan Caturtunggal (data contoh)'

function signed(scene: PeopleScene, { paper }: DemoFiles): readonly Deed[] {
  const drafted = (['new', 'correction', 'eligibility', 'new'] as const).map((kind, nth) => {
    const thread = beginThread(scene, `musdes proposal ${nth}`, 24 - nth)
    return { thread, id: draft(thread, kind, nthHousehold(scene, 10 + nth * 2)) }
  })
  const talk = beginThread(scene, 'musdes signed', 15)
  const minutes = talk.newId('minutes')
  meet(talk, minutes)
  talk.act(writer, 'proposal.minute', minutes, {
    venue,
    leader: nameOf(talk.dice, false),
    attendance: ['Lurah', 'Ketua BPKal', 'Dukuh', 'Kader PKK', 'Pendamping PKH'].map((post, nth) => ({
      name: nameOf(talk.dice, nth > 2),
      post,
    })),
    counts: { notFound: 1, wellOff: 1, moved: 2, corrected: 1, prelist: 42, fresh: 2 },
    decisions: 'Tiga usulan disetujui, satu ditunda sampai keluarga dikunjungi.',
    verdicts: drafted.map(({ id }, nth) => ({
      proposal: id,
      agreed: nth < 3,
      note: nth < 3 ? '' : 'Keluarga belum dikenal oleh dukuh setempat.',
    })),
  })
  talk.act(writer, 'proposal.sign', minutes, { file: paper, fileName: 'Berita acara musdes.pdf' })
  talk.wait(4)
  const [first, second] = drafted
  for (const one of [first, second])
    if (one) talk.act(['secretariat', 'verifier'], 'proposal.verify', one.id, { note: '', capture: null })
  talk.wait(3)
  if (first) talk.act(['secretariat', 'approver'], 'proposal.approve', first.id, { note: '' })
  return merged([...drafted.map(({ thread }) => thread), talk])
}

const meet = (thread: Thread, minutes: string): void =>
  thread.act(writer, 'proposal.meet', minutes, { kind: 'musdes', place: village, day: thread.day(), venue })

function open(scene: PeopleScene): readonly Deed[] {
  const talk = beginThread(scene, 'musdes open', 2)
  meet(talk, talk.newId('minutes'))
  return talk.deeds
}

function calledOff(scene: PeopleScene): readonly Deed[] {
  const talk = beginThread(scene, 'musdes called off', 30)
  const minutes = talk.newId('minutes')
  meet(talk, minutes)
  talk.act(writer, 'proposal.call-off', minutes, { note: 'Peserta belum cukup, dijadwalkan ulang.' })
  return talk.deeds
}
