import { ChevronRightIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { type OfficeBranch, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import './office-tree.css'

interface TreeProps {
  readonly hrefOf: (id: string) => string
}

/** Offices as a tree: each branch is asked for when it is opened. */
export function OfficeTree({ hrefOf }: TreeProps) {
  return <Branch parent={null} hrefOf={hrefOf} />
}

interface BranchProps extends TreeProps {
  /** Null for the highest. */
  readonly parent: OfficeBranch | null
}

/** The offices right below one, a page at a time. */
function Branch({ parent, hrefOf }: BranchProps) {
  const t = useText()
  const [pages, setPages] = useState(1)
  return (
    <ul
      className="office-tree"
      aria-label={parent ? t('office.tree.below', { name: parent.name }) : t('office.caption')}
    >
      {Array.from({ length: pages }, (_, at) => (
        <BranchPage
          // A page stays what it is: the next ones come after it.
          key={at + 1}
          page={at + 1}
          parent={parent}
          hrefOf={hrefOf}
          onMore={at + 1 === pages ? () => setPages(pages + 1) : null}
        />
      ))}
    </ul>
  )
}

function BranchPage({ parent, hrefOf, page, onMore }: BranchProps & { page: number; onMore: (() => void) | null }) {
  const t = useText()
  const lang = useLanguage()
  const query = parent ? { parent: parent.id, page } : { page }
  const { data, problem, refetch } = useAsk(referenceRoutes.tree, { query })
  if (problem && !data)
    return (
      <li>
        <ErrorState
          title={t('office.failed.title')}
          text={problem.message}
          action={<Button onClick={refetch}>{t('failed.action')}</Button>}
        />
      </li>
    )
  if (!data)
    return (
      <li>
        <Loading label={t('shell.loading')} rows={2} />
      </li>
    )
  const left = data.total - data.page * data.size
  return (
    <>
      {data.items.map((office) => (
        <Twig key={office.id} office={office} hrefOf={hrefOf} open={parent === null && data.total === 1} />
      ))}
      {onMore && left > 0 && (
        <li>
          <Button size="small" variant="secondary" onClick={onMore}>
            {t('office.tree.more', { count: sayNumber(left, lang) })}
          </Button>
        </li>
      )}
    </>
  )
}

interface TwigProps extends TreeProps {
  readonly office: OfficeBranch
  /** Whether it stands open at first: the only one at the top does. */
  readonly open: boolean
}

/** One office: opened to what lies below it, or itself opened to be read and changed. */
function Twig({ office, hrefOf, open }: TwigProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(open)
  const branch = useId()
  return (
    <li>
      <div className="office-tree__line">
        {office.below > 0 ? (
          <button
            type="button"
            className="office-tree__turn"
            aria-expanded={isOpen}
            aria-controls={branch}
            aria-label={t('office.tree.below', { name: office.name })}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRightIcon aria-hidden fontSize="1.25rem" />
          </button>
        ) : (
          <span className="office-tree__turn" />
        )}
        <span className="office-tree__office">
          <Link href={hrefOf(office.id)} data-row-link>
            {office.name}
          </Link>
          <Facts office={office} />
        </span>
        {!office.active && <StatusTag small tone="stopped" label={t('office.inactive')} />}
      </div>
      <div id={branch} hidden={!isOpen}>
        {isOpen && <Branch parent={office} hrefOf={hrefOf} />}
      </div>
    </li>
  )
}

function Facts({ office }: { office: OfficeBranch }) {
  const t = useText()
  const lang = useLanguage()
  const { below, inactiveBelow } = office
  const counts = [
    ...(below > 0 ? [t('office.tree.count', { count: sayNumber(below, lang) })] : []),
    ...(inactiveBelow > 0 ? [t('office.tree.inactive', { count: sayNumber(inactiveBelow, lang) })] : []),
  ]
  return (
    <span className="office-tree__facts">
      {[t(`office-kind.${office.kind}`), office.placeName, ...counts].join('\u00a0· ')}
    </span>
  )
}
