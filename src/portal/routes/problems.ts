// Problems as answers: pages for people, RFC 9457 for programs.
import { errorCodes, type GrunddataError, isGrunddataError } from '../../errors.ts'
import { respond } from '../http/respond.ts'
import { problemPage } from '../pages/others.ts'
import { type Call, sendPage, visitOf } from './incoming.ts'

/** True for whoever wants data rather than a page. */
export function wantsData(call: Call): boolean {
  const accept = call.req.header('accept') ?? ''
  return (
    /^\/(api|store|sparql|feed|static|health|metrics)\b/.test(call.env.path) ||
    (!accept.includes('text/html') && /json|rdf|turtle/.test(accept))
  )
}

/** A problem as a page, or as RFC 9457 says it. */
export function problemAnswer(
  call: Call,
  error: GrunddataError,
  extra: Readonly<Record<string, string>> = {},
): Response {
  const status = errorCodes[error.code]?.http ?? 500
  return told(
    call,
    { status, code: error.code, detail: error.text, ...(error.hint && { hint: error.hint }) },
    extra,
  )
}

interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: { readonly sv: string; readonly en: string }
  readonly hint?: { readonly sv: string; readonly en: string }
}

export function told(call: Call, problem: Problem, extra: Readonly<Record<string, string>> = {}): Response {
  const { lang } = call.env
  const { status, code, detail, hint } = problem
  if (!wantsData(call)) {
    const visit = visitOf(call)
    return sendPage(call, visit, problemPage(visit, status, detail[lang], hint?.[lang]), extra)
  }
  const instance = `${call.env.site.root}${call.env.path}`
  const body = {
    type: 'about:blank',
    title: code,
    status,
    detail: detail[lang],
    instance,
    ...(hint && { hint: hint[lang] }),
  }
  return respond(call.req.raw, {
    status,
    mediaType: 'application/problem+json',
    body: `${JSON.stringify(body)}\n`,
    headers: { 'Content-Language': lang, ...extra },
    isOpen: true,
    keep: 'never',
  })
}

/** Whatever was thrown, as an answer; a bug is logged and tells the visitor nothing of the inside. */
export function failedAnswer(call: Call, error: unknown): Response {
  if (isGrunddataError(error)) return problemAnswer(call, error)
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  call.env.site.io.log('error', `${call.req.method} ${call.env.path}: ${reason}`)
  return told(call, {
    status: 500,
    code: 'INTERNAL',
    detail: {
      sv: 'Något gick fel hos oss. Försök igen om en stund.',
      en: 'Something went wrong on our side. Try again in a while.',
    },
  })
}
