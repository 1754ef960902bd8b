import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type FamilyLine, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { AddFamilyForm } from './add-family-form.tsx'
import { FamiliesFilters } from './families-filters.tsx'
import { familiesOf, familiesPath, familyHref } from './family-address.ts'
import { FindBox } from './find/find-box.tsx'
import { doublesPath } from './find/person-path.ts'
import './family.css'

/** REGISTRY-17 Families of the acting office's place. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const [, go] = useLocation()
  const [adding, setAdding] = useState(false)
  const filter = familiesOf(search)
  const asked = useAsk(registryRoutes.families, { query: filter }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string =>
    addressWith(familiesPath, search, { halaman: undefined, ...changes })
  const add = can('registry.edit') && <Button onClick={() => setAdding(true)}>{t('family.add')}</Button>
  return (
    <>
      <PageHead title={t('family.title')} action={add} />
      <FindBox />
      <div className="family__acts">
        {can('registry.merge') && (
          <Button as={Link} href={doublesPath} size="small" variant="tertiary" data-color="neutral">
            {t('double.title')}
          </Button>
        )}
        {can('registry.load') && (
          <Button as={Link} href="/pemuatan" size="small" variant="tertiary" data-color="neutral">
            {t('load.title')}
          </Button>
        )}
      </div>
      <FamiliesFilters search={search} onChange={(changes) => go(href(changes), { replace: true })} />
      <AskedList
        asked={asked}
        failedTitle={t('family.failed')}
        hrefOf={(halaman) => href({ halaman })}
        empty={<EmptyState title={t('family.empty.title')} text={t('family.empty.text')} />}
      >
        {(items) => (
          <DataRows
            caption={t('family.title')}
            columns={columnsIn(t)}
            rows={items}
            keyOf={({ id }) => id}
            hrefOf={familyHref}
          />
        )}
      </AskedList>
      {adding && <AddFamilyForm onClose={() => setAdding(false)} onDone={go} />}
    </>
  )
}

const columnsIn = (t: Say): readonly Column<FamilyLine>[] => [
  {
    key: 'head',
    header: t('family.column.head'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: ({ head }) => head || t('family.headless'),
    detail: ({ members, kk }) => [t('family.count', { n: members }), kk && `KK ${kk}`].filter(Boolean).join(' · '),
  },
  {
    key: 'place',
    header: t('family.column.place'),
    place: 'text',
    width: 'minmax(0, 2fr)',
    cell: ({ placeName }) => placeName,
    detail: ({ address }) => address,
  },
  {
    key: 'desil',
    header: t('family.column.desil'),
    place: 'aside',
    width: '160px',
    cell: ({ desil }) => (desil === null ? t('family.desil.none') : t('family.desil.one', { n: desil })),
  },
  {
    key: 'complete',
    header: t('family.column.complete'),
    place: 'text',
    width: '180px',
    cell: ({ complete }) => t('family.member.complete', { n: complete }),
  },
]
