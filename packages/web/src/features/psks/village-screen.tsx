import './texts.ts'
import './psks.css'
import { Button } from '@navikt/ds-react/Button'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { toVillage } from './post-target.ts'
import { PostedPanel } from './posted-panel.tsx'
import { cardPath, coverPath } from './psks-address.ts'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One village as far as PSKS go: who serves it, and who was asked to look after it. */
export function Screen({ params }: ScreenProps) {
  const code = villageCode.safeParse(params['code'])
  return code.success ? <Read place={code.data} /> : <None />
}

function Read({ place }: { readonly place: ReturnType<typeof villageCode.parse> }) {
  const [t, lang] = [useText(), useLanguage()]
  const asked = useAsk(psksRoutes.at, { query: { place } })
  const { data } = asked
  if (!data) return <Unread asked={asked} none={<None />} rows={8} />
  return (
    <>
      <PageHead title={data.placeName} back={<Link href={coverPath}>{t('psks.village.back')}</Link>} />
      <div className="psks">
        <Panel title={t('psks.postings')}>
          <PostedPanel
            items={data.items}
            none={t('psks.village.none')}
            district={ledgerOf(data.place)}
            place={data.place}
            target={toVillage(data.place)}
          />
        </Panel>
        <Panel title={t('psks.village.serving')}>
          {data.serving.length === 0 && <p className="psks__quiet">{t('psks.village.bare')}</p>}
          <ul className="psks__items">
            {data.serving.map((row) => (
              <li key={row.id} className="psks__item">
                <div className="psks__head">
                  <Link href={cardPath(row)}>{row.name}</Link>
                  {row.due && <StatusTag small tone="attention" label={t('psks.due')} />}
                </div>
                <span className="psks__quiet">{`${row.kindNames[lang]} · ${row.placeName}`}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('psks.village.gone.title')}
      text={t('psks.village.gone.text')}
      action={
        <Button as={Link} href={coverPath} variant="secondary">
          {t('psks.village.back')}
        </Button>
      }
    />
  )
}
