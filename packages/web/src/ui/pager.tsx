import { Pagination } from '@navikt/ds-react/Pagination'
import { Link } from 'wouter'
import './pager.css'

interface PagerProps {
  readonly label: string
  /** "1–25 dari 112". */
  readonly text: string
  readonly page: number
  readonly pageCount: number
  readonly hrefOf: (page: number) => string
}

/** Which part of a list is shown, and links to the others: each page has its own address. */
export function Pager({ label, text, page, pageCount, hrefOf }: PagerProps) {
  return (
    <div className="pager">
      <span className="pager__text numbers">{text}</span>
      {pageCount > 1 && (
        <Pagination
          aria-label={label}
          size="small"
          // With more around the current one, a list of ten pages is wider than a phone.
          siblingCount={0}
          page={page}
          count={pageCount}
          renderItem={({ page: to, disabled: _disabled, onClick: _onClick, ...rest }) => (
            <Pagination.Item as={Link} {...rest} page={to} href={hrefOf(Math.min(pageCount, Math.max(1, to)))} />
          )}
        />
      )}
    </div>
  )
}
