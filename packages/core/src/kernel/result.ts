/** A decision's answer: a value, or the reason why not. A refusal is a value, never an exception (R2). */
export type Result<Value, Reason> = Ok<Value> | No<Reason>
export type Ok<Value> = { readonly ok: true; readonly value: Value }
export type No<Reason> = { readonly ok: false; readonly error: Reason }

/** Answers yes, with what was decided. */
export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value })

/** Answers no, with the reason. */
export const no = <Reason>(error: Reason): No<Reason> => ({ ok: false, error })
