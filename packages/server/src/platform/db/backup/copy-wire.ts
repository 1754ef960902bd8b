import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

/** What the driver's connection can do besides what its types say. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** Asks for `copy ... to stdout` and gives the bytes as they come; whoever reads slowly holds the server back. */
export function copyOut(client: Client, sql: string): Readable {
  return client.query(new CopyOut(sql)).bytes
}

class CopyOut implements Submittable {
  readonly bytes: Readable
  readonly #sql: string
  #connection: Connection | null = null

  constructor(sql: string) {
    this.#sql = sql
    this.bytes = new Readable({ read: () => void this.#connection?.stream.resume() })
  }

  submit(connection: Connection): void {
    this.#connection = connection
    connection.query(this.#sql)
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Connection): void {
    // A copy: the driver reads the next bytes into the same memory.
    if (!this.bytes.push(Buffer.from(chunk))) connection.stream.pause()
  }

  handleError(error: Error): void {
    this.bytes.destroy(error)
  }

  handleReadyForQuery(): void {
    this.bytes.push(null)
  }

  handleCommandComplete(): void {
    // Nothing to count: the bytes say it all.
  }
}

/** Sends bytes into `copy ... from stdin` and waits until the server has taken them. */
export function copyIn(client: Client, sql: string, bytes: Readable): Promise<void> {
  return client.query(new CopyIn(sql, bytes)).done
}

class CopyIn implements Submittable {
  readonly done: Promise<void>
  readonly #sql: string
  readonly #bytes: Readable
  readonly #settle = Promise.withResolvers<void>()

  constructor(sql: string, bytes: Readable) {
    this.#sql = sql
    this.#bytes = bytes
    this.done = this.#settle.promise
  }

  submit(connection: Connection): void {
    connection.query(this.#sql)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch((error: unknown) => {
      this.#settle.reject(error)
      connection.sendCopyFail('the bytes could not be read')
    })
  }

  handleError(error: Error): void {
    this.#bytes.destroy()
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    this.#settle.resolve()
  }

  handleCommandComplete(): void {
    // The server says ready after this, and then it is over.
  }

  async #send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.#bytes) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a table is sent as bytes')
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  }
}
