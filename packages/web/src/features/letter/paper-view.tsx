import { letterPaths } from '@openslrt/core/contract/letter-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { LetterLogo, LetterPaper } from '@openslrt/core/letter/paper.ts'
import type { Block, Run } from '@openslrt/core/letter/template.ts'
import { blocksOf } from '@openslrt/core/letter/template.ts'
import { addressOf } from '../../platform/api/address.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import './paper.css'

/** A letter on the screen: the same blocks as on paper, at a size that a phone can read. */
export function PaperView({ paper }: { paper: LetterPaper }) {
  return <PaperSheet paper={paper} t={useText()} />
}

/** The same, told in which language to speak. */
export function PaperSheet({ paper, t }: { paper: LetterPaper; t: Say }) {
  const { head, signed } = paper
  const blocks = blocksOf(paper.body)
  return (
    <article className="paper" lang="id">
      <PaperHead head={head} picture={head.logo && logoAddress(head.logo)} />
      <h2 className="paper__title">{paper.title}</h2>
      <p className="paper__number">{t('letter.number', { number: paper.number })}</p>
      {keyed(blocks).map(({ key, one }) => (
        <OneBlock key={key} block={one} />
      ))}
      <footer className="paper__signed">
        <span>{signed.at}</span>
        <span>{signed.post},</span>
        <strong>{signed.name || '…'}</strong>
        {signed.rank && <span>{signed.rank}</span>}
        {signed.nip && <span>{t('letter.nip', { nip: signed.nip })}</span>}
      </footer>
      <small className="paper__check">{t('letter.paper.check')}</small>
    </article>
  )
}

/** Where a picture over letters is shown from. */
export const logoAddress = ({ place, file }: LetterLogo): string =>
  addressOf(letterPaths.logo, { district: place, file })

/** The letterhead alone, with its picture where there is one. */
export function PaperHead({ head, picture }: { head: Omit<LetterPaper['head'], 'logo'>; picture: string | null }) {
  return (
    <header className={picture ? 'paper__head paper__head--logo' : 'paper__head'}>
      {picture && <img src={picture} alt="" />}
      <div>
        <span>{head.over}</span>
        <strong>{head.office}</strong>
        <small>{head.address}</small>
      </div>
    </header>
  )
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'gap':
      return <div className="paper__gap" />
    case 'cut':
      return <hr className="paper__cut" />
    case 'row':
      return (
        <p className="paper__row">
          <span>{block.label}</span>
          <span>
            <Runs runs={block.runs} />
          </span>
        </p>
      )
    default:
      return (
        <p className={`paper__${block.kind}`}>
          <Runs runs={block.runs} />
        </p>
      )
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return keyed(runs).map(({ key, one: { text, bold } }) =>
    bold ? <strong key={key}>{text}</strong> : <span key={key}>{text}</span>,
  )
}

/** Parts of a letter have no name but their place, and none of them is ever moved. */
const keyed = <Part,>(parts: readonly Part[]) => parts.map((one, at) => ({ key: `part ${at}`, one }))
