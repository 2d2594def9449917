// Signing in and out.
import { isGrunddataError } from '../../errors.ts'
import { ATTEMPT, cookieOf, isOwnForm, isSameOrigin } from '../access/index.ts'
import { readForm } from '../http/body.ts'
import { redirect } from '../http/respond.ts'
import { accountPage } from '../pages/account.ts'
import { refused } from './forged.ts'
import { type App, type Call, sendPage, visitOf } from './incoming.ts'
import { tooMany } from './toolkit.ts'

const MAX_FORM = 10_000

export function addAccessRoutes(app: App): void {
  app.get('/account', (call) => show(call))
  app.post('/account', async (call) => {
    const { site, visitor, lang } = call.env
    const { access, root } = site
    if (!isSameOrigin(call.req.raw)) return refused(call)
    const wait = await access.limiter.take('login', visitor)
    if (wait !== undefined) return tooMany(call, wait)
    const form = await readForm(call.req.raw, MAX_FORM)
    const identity = await access.byToken(form.text('token').trim())
    await access.audit({
      who: identity?.name ?? '-',
      what: 'sign-in',
      outcome: identity ? 'done' : 'refused',
      visitor,
    })
    if (!identity)
      return show(
        call,
        { sv: 'Nyckeln är fel eller för gammal.', en: 'The token is wrong or too old.' }[lang],
      )
    return redirect(`${root}/account`, 303, { 'Set-Cookie': await access.sessions.open(identity) })
  })
  app.post('/account/end', async (call) => {
    const { site, identity } = call.env
    const form = await readForm(call.req.raw, MAX_FORM)
    if (identity && !isOwnForm(identity, form.text('csrf'), call.req.raw)) return refused(call)
    return redirect(`${site.root}/account`, 303, { 'Set-Cookie': site.access.sessions.end() })
  })
  app.get('/account/oidc', async (call) => {
    const { oidc } = call.env.site.access
    if (!oidc) return show(call)
    const { location, cookie } = await oidc.begin(callbackOf(call))
    const { protocol } = new URL(call.env.site.base)
    const attributes = `Path=${call.env.site.root}/account; Max-Age=600; HttpOnly; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`
    return redirect(location, 303, {
      'Set-Cookie': `${ATTEMPT}=${cookie}; ${attributes}`,
      'Cache-Control': 'no-store',
    })
  })
  app.get('/account/back', async (call) => {
    const { site, query, visitor, lang } = call.env
    if (!site.access.oidc) return show(call)
    try {
      const identity = await site.access.oidc.finish(callbackOf(call), query, cookieOf(call.req.raw, ATTEMPT))
      await site.access.audit({ who: identity.name, what: 'sign-in', outcome: 'done', visitor })
      const response = redirect(`${site.root}/account`, 303, {
        'Set-Cookie': await site.access.sessions.open(identity),
      })
      response.headers.append('Set-Cookie', `${ATTEMPT}=; Path=${site.root}/account; Max-Age=0`)
      return response
    } catch (error) {
      if (!isGrunddataError(error)) throw error
      await site.access.audit({ who: '-', what: 'sign-in', outcome: 'refused', visitor })
      return show(call, error.text[lang])
    }
  })
}

function callbackOf({ env }: Call): string {
  return `${env.site.base}account/back`
}

function show(call: Call, problem?: string): Response {
  const { site, identity } = call.env
  const visit = visitOf(call)
  const state = {
    scopes: identity?.scopes ?? [],
    hasOidc: site.access.oidc !== undefined,
    ...(problem !== undefined && { problem }),
  }
  return sendPage(call, visit, accountPage(visit, state), { 'Cache-Control': 'no-store' })
}
