import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { ReportForm } from '@openslrt/core/contract/public-forms.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { Order } from '../../platform/http/order.ts'
import { readOrder } from '../../platform/http/order.ts'
import type { Reference } from '../reference/index.ts'
import { isContactWay, isRelation, nikDigits, usesNik } from './report-check.ts'
import { chosenCategory, kindOf, restrictedBy } from './report-choices.ts'

/**
 * A report as the command that any desk would send. What an anonymous reporter typed about themselves is left out here
 * already, so that it reaches neither the ledger nor a digest. `doneAt` is when the form was opened: the same words then
 * make the same command however often they are sent.
 */
export function orderOf(form: ReportForm, reference: Reference): Result<Order, Refusal> {
  const category = chosenCategory(form)
  return readOrder('case.register', {
    id: form.command,
    v: contractVersion,
    district: form.village.slice(0, 5),
    subject: form.case,
    office: null,
    doneAt: form.startedAt,
    base: null,
    data: {
      kind: kindOf[form.kind],
      category,
      channel: 'web',
      red: false,
      place: form.village,
      summary: form.summary,
      story: form.story,
      ...peopleOf(form),
      restricted: restrictedBy(reference, category),
    },
  })
}

function peopleOf(form: ReportForm) {
  const anonymous = form.anonymous !== ''
  const phone = anonymous ? null : orNull(form.phone)
  const other = form.forWhom === 'other'
  const nik = usesNik(form) ? orNull(nikDigits(form.nik)) : null
  const client = other
    ? { name: form.person, nik, kk: null, phone: null, address: form.address }
    : { name: anonymous ? '' : form.name, nik, kk: null, phone, address: form.address }
  return {
    client,
    reporter: {
      name: other && !anonymous ? orNull(form.name) : null,
      phone: other ? phone : null,
      relation: other && isRelation(form.relation) ? form.relation : 'self',
      anonymous,
    },
    contactVia: !anonymous && isContactWay(form.contactVia) ? form.contactVia : 'none',
  }
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
