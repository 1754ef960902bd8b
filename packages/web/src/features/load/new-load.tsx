import { ProgressBar } from '@navikt/ds-react/ProgressBar'
import { type LoadFileReply, mostLoadBytes } from '@openslrt/core/contract/load.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { Link } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { TablePick } from '../../platform/files/table-pick.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { loadsPath } from './load-address.ts'
import { MapForm } from './map-form.tsx'
import { useSentFile } from './use-new-load.ts'
import './load.css'

/** A new load: the file first, then what its columns mean and of what day it is. */
export function NewLoad() {
  const t = useText()
  const { file, share, problem, send } = useSentFile()
  return (
    <>
      <PageHead back={<Link href={loadsPath}>{t('load.back')}</Link>} title={t('load.new')} />
      <div className="load">
        <Panel>
          <p>{t('load.about')}</p>
          <Pick onFile={(chosen) => void send(chosen)} />
          {share !== null && <Going share={share} />}
          <ActProblem problem={problem} />
        </Panel>
        {file && <Known key={file.id} file={file} />}
      </div>
    </>
  )
}

function Pick({ onFile }: { onFile: (file: File | null) => void }) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <TablePick
      label={t('load.file')}
      description={t('load.file.hint', { size: saySize(mostLoadBytes, lang) })}
      accept=".csv,.txt,.tsv,.xlsx"
      limitBytes={mostLoadBytes}
      onFile={onFile}
    />
  )
}

function Going({ share }: { share: number }) {
  const t = useText()
  const percent = Math.round(share * 100)
  return (
    <div className="load__going">
      <ProgressBar size="small" value={percent} valueMax={100} aria-label={t('load.sending')} />
      <output>{percent < 100 ? t('load.sending') : t('load.keeping')}</output>
    </div>
  )
}

function Known({ file }: { file: LoadFileReply }) {
  const t = useText()
  return (
    <Panel title={t('load.columns')}>
      <p>{t(file.remembered ? 'load.remembered' : 'load.suggested')}</p>
      {file.encoding === 'windows-1252' && <p>{t('load.encoding.old')}</p>}
      <MapForm file={file} />
    </Panel>
  )
}
