import { sayRowProblem } from '@openslrt/core/i18n/say-load.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { SaidRow } from '@openslrt/core/load/check-row.ts'
import { readingOf } from '@openslrt/core/load/check-row.ts'
import type { Locals } from '@openslrt/core/load/columns.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import type { ChunkPlan } from '@openslrt/core/load/plan-chunk.ts'
import type { Pool } from 'pg'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { checkAll } from './ahead.ts'
import type { FileRow } from './queries.ts'
import type { Kept } from './read-file.ts'
import { readChunks } from './read-file.ts'
import { villagesOf } from './villages.ts'
import { chunkRows } from './work.ts'

export interface Asked {
  readonly load: LoadRow
  readonly file: FileRow
  readonly kept: Kept
  readonly pool: Pool
  readonly today: Day
  /** Of rows that can be read, those that can't be taken beside what stands. */
  readonly unfit: (said: readonly SaidRow[]) => Promise<ChunkPlan['wrong']>
  readonly locals: Locals
  readonly lang: Lang
}

/** A sheet is written in memory; what has more wrong rows than this is mended by another way than by hand. */
const mostInSheet = 20_000

/** The wrong rows as they came, with line, column and reason before them: mended, the file can be sent as it is. */
export async function* wrongCsv(asked: Asked): AsyncGenerator<string> {
  let isFirst = true
  for await (const rows of wrongRows(asked)) {
    const text = csvOf(rows)
    yield isFirst ? text : text.slice(1)
    isFirst = false
  }
}

export async function wrongSheet(asked: Asked): Promise<Buffer> {
  const all: (readonly string[])[] = []
  for await (const rows of wrongRows(asked)) {
    all.push(...rows)
    if (all.length > mostInSheet) break
  }
  return writeSheet(all.slice(0, mostInSheet + 1))
}

async function* wrongRows({
  load,
  file,
  kept,
  pool,
  today,
  unfit,
  locals,
  lang,
}: Asked): AsyncGenerator<readonly (readonly string[])[]> {
  const reading = readingOf(
    load.mapping,
    {
      today,
      place: load.place,
      findPlace: await villagesOf(pool, load.district),
    },
    locals,
  )
  yield [
    [
      translate(lang, 'load.wrong.line'),
      translate(lang, 'load.wrong.column'),
      translate(lang, 'load.wrong.reason'),
      ...file.head,
    ],
  ]
  for await (const chunk of readChunks(kept, file, { line: 0, offset: 0 }, chunkRows)) {
    const checked = checkAll({ reading }, chunk)
    const wrong = [...checked.wrong, ...(await unfit(checked.said))].map(({ line, column, code }) => [
      String(line),
      column === null ? '' : (file.head[column] ?? ''),
      sayRowProblem(code, lang),
      ...(chunk.rows[chunk.lines.indexOf(line)] ?? []),
    ])
    if (wrong.length > 0) yield wrong.toSorted(([one], [other]) => Number(one) - Number(other))
  }
}
