import './texts.ts'
import './psks.css'
import { Select } from '@navikt/ds-react/Select'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { WelfarePages } from '../../platform/people/welfare-pages.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { CoverMap } from './cover-map.tsx'
import { listPath, villagePath } from './psks-address.ts'

export type Coverage = z.output<typeof psksRoutes.coverage.reply>
type Village = Coverage['groups'][number]['villages'][number]

/** Which villages somebody serves, and which nobody does. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const [kind, setKind] = useState('')
  const { data: choices } = useAsk(psksRoutes.choices, {}, { staleTime: 600_000 })
  const asked = useAsk(psksRoutes.coverage)
  const serving = (village: Village): number => (kind === '' ? village.total : (village.kinds[kind] ?? 0))
  return (
    <>
      <PageHead title={t('ppks.title')} />
      <WelfarePages current="cover" />
      <div className="psks__filters">
        <Select
          size="small"
          label={t('psks.column.kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          <option value="">{t('psks.kind.all')}</option>
          {(choices?.kinds ?? []).map(({ code, names }) => (
            <option key={code} value={code}>
              {names[lang]}
            </option>
          ))}
        </Select>
      </div>
      {asked.data ? (
        <Cover data={asked.data} serving={serving} kind={kind} />
      ) : (
        <UnreadPart asked={asked} title={t('psks.cover.none')} rows={10} />
      )}
    </>
  )
}

/** Villages by name, each a way to its card, where somebody can be asked to look after it. */
function Villages({ villages }: { readonly villages: readonly Village[] }) {
  const t = useText()
  if (villages.length === 0) return t('psks.cover.nothing')
  return villages.map(({ code, name }, nth) => (
    <span key={code}>
      {nth > 0 && ', '}
      <Link href={villagePath(code)}>{name}</Link>
    </span>
  ))
}

interface CoverProps {
  readonly data: Coverage
  readonly kind: string
  readonly serving: (village: Village) => number
}

function Cover({ data, serving, kind }: CoverProps) {
  const [t, lang] = [useText(), useLanguage()]
  const villages = data.groups.flatMap((group) => group.villages)
  const without = villages.filter((village) => serving(village) === 0)
  return (
    <div className="psks">
      <p className="psks__sum">
        {without.length === 0
          ? t('psks.cover.full', { n: sayNumber(villages.length, lang) })
          : t('psks.cover.sum', { n: sayNumber(without.length, lang), all: sayNumber(villages.length, lang) })}
      </p>
      <Panel title={t('psks.cover.map')}>
        <CoverMap data={data} serving={serving} />
      </Panel>
      <Panel title={t('psks.cover.table')}>
        <table className="psks__table">
          <thead>
            <tr>
              <th scope="col">{t('psks.cover.subdistrict')}</th>
              <th scope="col">{t('psks.cover.served')}</th>
              <th scope="col">{t('psks.cover.without')}</th>
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => {
              const bare = group.villages.filter((village) => serving(village) === 0)
              const served = group.villages.filter((village) => serving(village) > 0)
              return (
                <tr key={group.code}>
                  <th scope="row">
                    <Link href={`${listPath}?wilayah=${group.code}${kind === '' ? '' : `&jenis=${kind}`}`}>
                      {group.name}
                    </Link>
                  </th>
                  <td className="numbers">{t('psks.cover.of', { n: served.length, all: group.villages.length })}</td>
                  <td>
                    <Villages villages={bare} />
                    {served.length > 0 && (
                      <p className="psks__quiet">
                        {t('psks.cover.served')}: <Villages villages={served} />
                      </p>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Panel>
    </div>
  )
}
