import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { FigureStrip, FigureTile } from '../../ui/figure-tile.tsx'

/** How far the programme is: as a whole, and for each who carries it. */
export function ProgressPanel({ card }: { readonly card: JointCard }) {
  const t = useText()
  const { reached, targets, done, tasks, late, shares } = card.progress
  const nameOf = new Map<string | null, string>(card.partners.map(({ id, name }) => [id, name]))
  return (
    <Panel title={t('joint.progress.title')}>
      <FigureStrip label={t('joint.progress.title')}>
        <FigureTile
          strong
          label={t('joint.progress.reached')}
          value={String(reached)}
          detail={t('joint.reached', { n: reached, all: targets })}
        />
        <FigureTile
          label={t('joint.progress.tasks')}
          value={String(done)}
          detail={t('joint.tasks-done', { n: done, all: tasks })}
        />
        <FigureTile label={t('joint.progress.late')} value={String(late)} detail={t('joint.late', { n: late })} />
      </FigureStrip>
      <table className="joint__table">
        <caption className="only-for-readers">{t('joint.progress.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('joint.progress.who')}</th>
            <th scope="col">{t('joint.progress.tasks')}</th>
            <th scope="col">{t('joint.progress.late')}</th>
            <th scope="col">{t('joint.progress.reached')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.partner ?? ''}>
              <th scope="row">{share.partner === null ? card.leadName : nameOf.get(share.partner)}</th>
              <td>
                {share.done} / {share.tasks}
              </td>
              <td>{share.late}</td>
              <td>{share.reached}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
