import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import type { CatalogueEntry } from '@openslrt/core/figures/catalogue.ts'
import { catalogue, uncounted, uncountedCodes } from '@openslrt/core/figures/catalogue.ts'
import { catalogueJson, catalogueRows } from '@openslrt/core/figures/catalogue-file.ts'
import { answeringRoutes } from '@openslrt/core/figures/indicator.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { figuresPath } from './figures-address.ts'
import { IndicatorWords } from './indicator-words.tsx'
import './figures.css'
import './indicator.css'
import './texts.ts'

/** Every indicator with what it counts, of what, from which rows, how and why; and what nothing counts yet. */
export function Screen() {
  const t = useText()
  const lang = useLanguage()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const groups = catalogue.flatMap(({ group, entries }) => {
    const found = entries.filter(({ name, numerator }) =>
      `${name[lang]} ${numerator[lang]}`.toLowerCase().includes(wanted),
    )
    return found.length > 0 ? [{ group, found }] : []
  })
  const n = groups.reduce((all, { found }) => all + found.length, 0)
  return (
    <div className="board">
      <PageHead title={t('catalogue.title')} back={<Link href={figuresPath}>{t('figures.title')}</Link>} />
      <p className="board__what">{t('catalogue.lead')}</p>
      <div className="catalogue__head not-on-paper">
        <TextField
          size="small"
          label={t('catalogue.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          size="small"
          variant="secondary"
          onClick={() => saveAs('katalog-indikator.csv', csvOf(catalogueRows(t, lang)))}
        >
          {t('catalogue.csv')}
        </Button>
        <Button
          size="small"
          variant="secondary"
          onClick={() => saveAs('katalog-indikator.json', catalogueJson(), 'application/json')}
        >
          {t('catalogue.json')}
        </Button>
      </div>
      <output className="board__what">{n === 0 ? t('catalogue.none') : t('catalogue.shown', { n })}</output>
      {groups.map(({ group, found }) => (
        <Panel key={group} title={t(`indicator.group.${group}`)}>
          <ul className="catalogue__list">
            {found.map((entry) => (
              <Entry key={entry.code} entry={entry} />
            ))}
          </ul>
        </Panel>
      ))}
      {wanted === '' && <Uncounted />}
    </div>
  )
}

function Entry({ entry }: { entry: CatalogueEntry }) {
  const t = useText()
  const lang = useLanguage()
  const { code, name, unit, levels, by, since } = entry
  return (
    <li>
      <details className="catalogue__entry">
        <summary>
          <h3>{name[lang]}</h3>
        </summary>
        <IndicatorWords indicator={entry} />
        <p className="catalogue__facts">
          {`${t('indicator.unit')} ${t(`indicator.unit.${unit}`)} · ${t('indicator.levels')} ${levels.map((level) => t(`indicator.level.${level}`)).join(', ')}`}
        </p>
        <p className="catalogue__facts">
          {`${t('catalogue.code')} ${code} · ${t('indicator.route')} ${by.map((route) => answeringRoutes[route]).join(', ')} · ${t('indicator.since')} ${since}`}
        </p>
      </details>
    </li>
  )
}

function Uncounted() {
  const t = useText()
  const lang = useLanguage()
  return (
    <Panel title={t('catalogue.uncounted')}>
      <p className="board__what">{t('catalogue.uncounted.what')}</p>
      <ul className="catalogue__list">
        {uncountedCodes.map((code) => (
          <li key={code}>
            <h3>{uncounted[code].name[lang]}</h3>
            <p className="catalogue__facts">{code}</p>
            <p>{uncounted[code].why[lang]}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
