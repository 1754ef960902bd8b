import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from './faults.ts'
import { faultOf } from './faults.ts'

const fault = (own: object, message = 'it failed'): Error => Object.assign(new Error(message), own)

const table: readonly (readonly [what: string, error: unknown, kind: Fault])[] = [
  ['our own check of a version', fault({ code: 'SL001' }), 'moved'],
  ['a transaction that could not be put in order', fault({ code: '40001' }), 'moved'],
  ['two that waited for each other', fault({ code: '40P01' }), 'moved'],
  ['an id that is taken', fault({ code: '23505', constraint: 'command_outcome_pkey' }), 'repeated'],
  ['the id of a row that is taken', fault({ code: '23505', constraint: 'cases_pkey' }), 'repeated'],
  ['a day of which two spoke at once', fault({ code: '23505', constraint: 'list_change_said_once' }), 'moved'],
  ['a month that two reported', fault({ code: '23505', constraint: 'psks_report_once' }), 'moved'],
  ['a sitting that two called to follow one', fault({ code: '23505', constraint: 'meeting_followed_once' }), 'moved'],
  ['a number that was given before', fault({ code: '23505', constraint: 'letter_numbered_once' }), 'other'],
  ['another thing that is there once', fault({ code: '23505', constraint: 'credential_name_key' }), 'other'],
  ['a taken key without a name', fault({ code: '23505' }), 'other'],
  ['a connection that broke', fault({ code: '08006' }), 'away'],
  ['a server that shuts down', fault({ code: '57P01' }), 'away'],
  ['a server that crashed', fault({ code: '57P02' }), 'away'],
  ['a server that starts', fault({ code: '57P03' }), 'away'],
  ['a server with no place left', fault({ code: '53300' }), 'away'],
  ['nobody who listens', fault({ code: 'ECONNREFUSED' }), 'away'],
  ['a line that was cut', fault({ code: 'ECONNRESET' }), 'away'],
  ['a line that broke while writing', fault({ code: 'EPIPE' }), 'away'],
  ['a host that does not answer', fault({ code: 'ETIMEDOUT' }), 'away'],
  ['a connection that ended', fault({}, 'Connection terminated unexpectedly'), 'away'],
  ['a pool without a connection', fault({}, 'timeout exceeded when trying to connect'), 'away'],
  ['an answer that did not come', fault({}, 'Query read timeout'), 'away'],
  ['a disk of the database without room', fault({ code: '53100' }), 'full'],
  ['a disk of the files without room', fault({ code: 'ENOSPC' }), 'full'],
  ['an account that may write no more', fault({ code: 'EDQUOT' }), 'full'],
  ['a row that is not allowed', fault({ code: '23514', constraint: 'cases_status_check' }), 'mixed'],
  ['a right that is lacking', fault({ code: '42501' }), 'other'],
  ['a statement that took too long', fault({ code: '57014' }), 'other'],
  ['a number instead of a code', fault({ code: 23505 }), 'other'],
  ['a fault of our own', new TypeError('x is not a function'), 'other'],
  ['what is no error', 'a text', 'other'],
  ['nothing at all', undefined, 'other'],
]

for (const [what, error, kind] of table) {
  test(`LEDGER-9 ${what} means: ${kind}`, () => {
    assert.equal(faultOf(error), kind)
  })
}
