import '../../platform/files/photo-texts.ts'
import './photos.css'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { useEffect, useState } from 'react'
import { bytesLeft, type KeptFile } from '../../platform/file-queue/kept-file.ts'
import { findRoom, isTight, type Room } from '../../platform/file-queue/room.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { usePhone } from '../phone-context.ts'
import { sayNumber } from '../say-number.ts'
import { Facts } from '../screens/facts.tsx'
import { Preview } from './preview.tsx'
import { Stopped } from './stopped.tsx'

/** SYNC-45 Photos and signatures apart from entries: what waits, what a person must decide about, and the room on the phone. */
export function FilesPart() {
  const t = useText()
  const lang = useLanguage()
  const { files: open } = usePhone()
  const all = open?.files ?? []
  const waiting = all.filter(({ state }) => state === 'waiting')
  const size = saySize(bytesLeft(all), lang)
  return (
    <section className="photos">
      <h2 className="photos__title">{t('files.title')}</h2>
      <p>{waiting.length === 0 ? t('files.none') : t('files.waiting', { count: sayNumber(waiting.length), size })}</p>
      <ul className="photos__files">
        {all
          .filter(({ state }) => state === 'waiting' || state === 'stopped')
          .map((file) => (
            <li key={file.id} className="photos__one">
              <FileLine file={file} />
            </li>
          ))}
      </ul>
      <RoomFacts key={all.length} />
    </section>
  )
}

function FileLine({ file }: { readonly file: KeptFile }) {
  const t = useText()
  const name = t(`visit-photo.${file.kind}`)
  return (
    <>
      <Preview file={file} name={name} />
      <div className="photos__about">
        <strong>{name}</strong>
        {file.state === 'stopped' ? <Stopped file={file} name={name} /> : <Way file={file} />}
      </div>
    </>
  )
}

/** Where a waiting file stands: behind its entry, under way, or between two tries. */
function Way({ file }: { readonly file: KeptFile }): string {
  const t = useText()
  const when = useWhen()
  const { entries } = usePhone()
  if (entries.some(({ command }) => command.id === file.command)) return t('files.held')
  if (file.tries > 0) return t('files.again', { time: when.moment(file.nextAt) })
  return t('files.sending', { share: sayNumber(Math.floor((file.have / file.size) * 100)) })
}

/** SYNC-46 How full the phone is, told before it is too late. */
function RoomFacts() {
  const t = useText()
  const lang = useLanguage()
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => void findRoom(navigator.storage).then(setRoom), [])
  const used = room && t('files.space.of', { used: saySize(room.used, lang), quota: saySize(room.quota, lang) })
  return (
    <>
      {isTight(room) && <p role="alert">{t('files.space.low')}</p>}
      <Facts
        facts={[
          [t('files.space'), used ?? t('files.space.unknown')],
          [t('files.persist'), room ? t(room.persisted ? 'files.persist.yes' : 'files.persist.no') : ''],
        ]}
      />
    </>
  )
}
