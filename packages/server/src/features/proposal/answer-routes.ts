import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import { mostImportBytes, mostImportRows } from '@openslrt/core/contract/import.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { AnswerLine } from '@openslrt/core/contract/proposal-answers.ts'
import { mostAnswerCells, mostInAnswerCell, proposalAnswerRoutes } from '@openslrt/core/contract/proposal-answers.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { Candidate } from '@openslrt/core/proposal/answers.ts'
import { readAnswerHead } from '@openslrt/core/proposal/answers.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Handler } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from '../office/index.ts'
import { proposalHandler } from './commands.ts'
import type { AnswerPlanned } from './plan-answers.ts'
import { answerReasons, planAnswers } from './plan-answers.ts'
import { mayType } from './reading.ts'

// What is sent back row by row must pass the door again.
const limits = { bytes: mostImportBytes, rows: mostImportRows, cells: mostAnswerCells, inCell: mostInAnswerCell }
const lacking = { code: 'not-permitted', needs: ['proposal.make', 'proposal.verify'] } as const satisfies Refusal

/** PROPOSAL-25 The doors through which the answers of an agency come in as a file. */
export const answerRoutes = (parts: CaseParts): readonly Route[] => [
  route(proposalAnswerRoutes.look, async ({ body: { file, day }, actor, request }) => {
    const reader = actor()
    if (!mayType(reader)) return no(lacking)
    const table = await readTable(Buffer.from(file, 'base64'), limits)
    if (!table.ok) return table
    const [first, ...rows] = table.value
    const lang = languageOf(request)
    const { head, missing } = readAnswerHead(first?.cells ?? [])
    const told = {
      head: [...(first?.cells ?? [])],
      missing: missing.map((column) => translate(lang, `answer-column.${column}`)),
    }
    if (missing.length > 0) return ok({ ...told, lines: [] })
    const cellsOf = new Map(rows.map(({ line, cells }) => [line, cells]))
    const planned = await planAnswers(parts, reader, { head, rows, day })
    const say = lineOf(parts, reader, lang)
    return ok({ ...told, lines: planned.map((plan) => ({ ...say(plan), cells: [...(cellsOf.get(plan.line) ?? [])] })) })
  }),
  route(proposalAnswerRoutes.take, async ({ body: { head: cells, rows, day }, actor, request }) => {
    const reader = actor()
    if (!mayType(reader)) return no(lacking)
    const lang = languageOf(request)
    const { head } = readAnswerHead(cells)
    const say = lineOf(parts, reader, lang)
    const handle = proposalHandler(parts)
    const lines: AnswerLine[] = []
    for (const plan of await planAnswers(parts, reader, { head, rows, day })) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the writers of a district wait for each other anyway
      const refusal = await give(handle, plan, reader)
      const line = say(plan)
      lines.push(refusal ? { ...line, what: 'wrong', problem: sayRefusal(lang, refusal) } : line)
    }
    return ok({ lines })
  }),
]

/** Each answer is a command like any other, by whoever sends the file: two who send it at once record it once. */
async function give(handle: Handler, { read, matched }: AnswerPlanned, actor: StaffActor): Promise<Refusal | null> {
  if (matched.what !== 'matched' || !read) return null
  const { proposal } = matched
  const { action, data } = read.act
  const doneAt = wireOf(Date.now())
  const order = readOrder(`proposal.${action}`, {
    id: idOf(
      `${actorName(actor)} ${actor.office} ${action} ${proposal.id} ${proposal.version} ${canonical({ ...data })}`,
    ),
    v: 1,
    district: ledgerOf(actor.place),
    subject: proposal.id,
    office: actor.office,
    doneAt,
    base: proposal.version,
    data,
  })
  if (!order.ok) return order.error
  const reply = await handle(order.value, actor, Date.now())
  return reply.status === 'refused' ? reply.refusal : null
}

/** A line as it is shown: whom it means by their masked name, and what is wrong in words. */
function lineOf(parts: CaseParts, reader: StaffActor, lang: Lang): (plan: AnswerPlanned) => AnswerLine {
  const reasons = answerReasons(parts, ledgerOf(reader.place))
  return ({ line, read, matched }) => ({
    line,
    what: matched.what,
    ...whomOf('proposal' in matched ? matched.proposal : null),
    answer: read?.act.action ?? null,
    reason: read && 'reason' in read.act.data ? reasons.name(read.act.data.reason, lang) : '',
    answeredOn: read?.act.data.answeredOn ?? '',
    problem: 'fault' in matched ? translate(lang, `answer-fault.${matched.fault}`) : null,
  })
}

const whomOf = (proposal: Candidate | null): Pick<AnswerLine, 'proposal' | 'name' | 'kind'> =>
  proposal
    ? { proposal: proposal.id, name: maskName(proposal.name), kind: proposal.kind }
    : { proposal: null, name: '', kind: null }
