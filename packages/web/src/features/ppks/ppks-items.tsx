import type { PpksLine } from '@openslrt/core/contract/ppks-queries.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { cardPath } from './ppks-address.ts'
import { ppksTone } from './status-look.ts'

/** PPKS on the card of something else: each a way to their own. */
export function PpksItems({ items, none }: { readonly items: readonly PpksLine[] | undefined; readonly none: string }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <>
      {items?.length === 0 && <p className="ppks__quiet">{none}</p>}
      <ul className="ppks__items">
        {(items ?? []).map((line) => (
          <li key={line.id} className="ppks__item ppks__head">
            <Link href={cardPath(line)}>{`${line.name} · ${line.typeNames[lang]}`}</Link>
            <StatusTag small tone={ppksTone[line.status]} label={t(`ppks-status.${line.status}`)} />
          </li>
        ))}
      </ul>
    </>
  )
}
