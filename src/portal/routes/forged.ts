// Forms that did not come from our own pages.
import { errorCodes } from '../../errors.ts'
import type { Call } from './incoming.ts'
import { told } from './problems.ts'

/** A form that did not come from our own pages. */
export function refused(call: Call): Response {
  call.env.site.metrics.add('grunddata_refused_total', { reason: 'forged' })
  return told(call, {
    status: errorCodes.SOURCE_REFUSED.http,
    code: 'FORBIDDEN',
    detail: {
      sv: 'Formuläret kom inte härifrån. Ladda om sidan och försök igen.',
      en: 'The form did not come from here. Reload the page and try again.',
    },
  })
}
