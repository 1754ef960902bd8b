import { ReadMore } from '@navikt/ds-react/ReadMore'
import { Table } from '@navikt/ds-react/Table'
import { Link } from 'wouter'
import { inTwo, linesOf, roundTop } from './chart-path.ts'
import './trend-chart.css'

export interface TrendSeries {
  readonly name: string
  /** One for each period; null where there is no figure. */
  readonly values: readonly (number | null)[]
  /** Opens what one number counts, in the table. */
  readonly hrefs?: readonly (string | undefined)[]
}

interface TrendChartProps {
  readonly title: string
  /** What is counted, from where, as of when. */
  readonly definition: string
  readonly periods: readonly string[]
  /** Which periods are not whole, and what is said of their thinner line. */
  readonly partial: readonly boolean[]
  readonly partialText: string
  /** At most three: they differ by dash as well as by colour. */
  readonly series: readonly TrendSeries[]
  readonly periodLabel: string
  readonly tableText: string
  readonly say: (value: number) => string
}

const frame = { width: 600, height: 200 }

/** Lines over time, with their definition and the same figures as a table. */
export function TrendChart(props: TrendChartProps) {
  const { title, definition, periods, partial, series, say } = props
  const top = roundTop(Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0))))
  return (
    <figure className="trend">
      <figcaption>
        <span className="trend__title">{title}</span>
        <span className="trend__definition">{definition}</span>
      </figcaption>
      <Legend series={series} />
      <div className="trend__plot" aria-hidden="true">
        <div className="trend__scale">
          {[top, top / 2, 0].map((value) => (
            <span key={value}>{say(value)}</span>
          ))}
        </div>
        <Lines series={series} partial={partial} top={top} />
        <div className="trend__periods">
          <span>{periods[0]}</span>
          <span>{periods[Math.floor((periods.length - 1) / 2)]}</span>
          <span>{periods.at(-1)}</span>
        </div>
      </div>
      {partial.some(Boolean) && <p className="trend__definition trend__partial">{props.partialText}</p>}
      <ReadMore header={props.tableText} size="small">
        <TrendTable {...props} />
      </ReadMore>
    </figure>
  )
}

function Legend({ series }: { series: readonly TrendSeries[] }) {
  return (
    <ul className="trend__legend">
      {series.map((one, at) => (
        <li key={one.name}>
          <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
            <line className={`trend__line trend__line--${at}`} x1="0" y1="4" x2="28" y2="4" />
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  )
}

interface LinesProps extends Pick<TrendChartProps, 'series' | 'partial'> {
  readonly top: number
}

function Lines({ series, partial, top }: LinesProps) {
  return (
    <svg className="trend__lines" viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none">
      {[0, 0.5, 1].map((share) => (
        <line key={share} className="trend__grid" x1="0" x2={frame.width} y1={share * 200} y2={share * 200} />
      ))}
      {series.map((one, at) => {
        const line = inTwo(one.values, partial)
        return (
          <g key={one.name} className={`trend__line trend__line--${at}`}>
            {linesOf(line.partial, { ...frame, top }).map((points) => (
              <polyline key={points} className="trend__thin" points={points} />
            ))}
            {linesOf(line.whole, { ...frame, top }).map((points) => (
              <polyline key={points} points={points} />
            ))}
          </g>
        )
      })}
    </svg>
  )
}

function TrendTable({ title, periods, series, periodLabel, say }: TrendChartProps) {
  return (
    // A table of many days is higher than its room: whoever has no mouse scrolls it by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the keyboard
    <section className="trend__table" aria-label={title} tabIndex={0}>
      <Table size="small">
        <caption className="only-for-readers">{title}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{periodLabel}</Table.HeaderCell>
            {series.map((one) => (
              <Table.HeaderCell key={one.name} scope="col" align="right">
                {one.name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {periods.map((period, at) => (
            <Table.Row key={period}>
              <Table.HeaderCell scope="row">{period}</Table.HeaderCell>
              {series.map((one) => (
                <Table.DataCell key={one.name} align="right">
                  <Value href={one.hrefs?.[at]} text={sayValue(one.values[at], say)} />
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  )
}

const Value = ({ href, text }: { href: string | undefined; text: string }) =>
  href === undefined ? text : <Link href={href}>{text}</Link>

const sayValue = (value: number | null | undefined, say: (value: number) => string): string =>
  value === null || value === undefined ? '–' : say(value)
