import { Socket } from 'node:net'

type Written = (error?: Error | null) => void

/**
 * A socket that sends everything written within one turn of the event loop as one message. A command's three queries
 * are written in one turn and used to cost three system calls, each waking the database: a quarter of the server's time.
 */
export class CoalescingSocket extends Socket {
  #gathering = false

  override write(chunk: Uint8Array | string, written?: Written): boolean
  override write(chunk: Uint8Array | string, encoding?: BufferEncoding, written?: Written): boolean
  override write(chunk: Uint8Array | string, second?: BufferEncoding | Written, written?: Written): boolean {
    if (!this.#gathering) this.#gather()
    return typeof second === 'string' ? super.write(chunk, second, written) : super.write(chunk, second)
  }

  #gather(): void {
    this.#gathering = true
    this.cork()
    process.nextTick(() => {
      this.#gathering = false
      this.uncork()
    })
  }
}
