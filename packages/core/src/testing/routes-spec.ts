import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteRow } from '../contract/route.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shape.ts'

/** A row of the wire as the specification writes it, apart from the row that server and screens are made of. */
export interface RouteSpec {
  /** `GET /api/cases` */
  readonly at: string
  readonly allow: string
  readonly audit: string
  readonly query: Shape
  readonly body: Shape
  readonly reply: Shape
}

/** Holds rows of the wire against their specification, field by field. */
export function testRoutes<Name extends string>(
  rows: Readonly<Record<Name, RouteRow>>,
  spec: Readonly<Record<Name, RouteSpec>>,
): void {
  for (const [name, row] of Object.entries<RouteRow>(rows)) {
    const specified: RouteSpec | undefined = Object.entries<RouteSpec>(spec).find(([known]) => known === name)?.[1]
    test(`WIRE-7 ${row.method} ${row.path} asks for, takes and gives what is written down`, () => {
      const { method, path, allow, audit, query, body, reply, summary } = row
      assert.deepEqual(
        {
          at: `${method} ${path}`,
          allow,
          audit,
          query: shapeOf(query),
          body: shapeOf(body),
          reply: shapeOf(reply),
        },
        specified,
      )
      assert.match(summary, /^[A-Z].{10,}[^.]$/, 'a summary says what the door is for, without a full stop')
    })
  }
}
