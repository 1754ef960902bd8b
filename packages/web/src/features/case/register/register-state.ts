import type { Form } from '../../../platform/act/use-form.ts'
import type { RegisterValues } from './register-values.ts'

/** The form as its parts get it. */
export type RegisterFormState = Form<RegisterValues>
