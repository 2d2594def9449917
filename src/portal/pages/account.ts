// Signing in and out.
import { empty, html } from '../../html.ts'
import { when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

export interface AccountState {
  readonly scopes: readonly string[]
  readonly hasOidc: boolean
  readonly problem?: string
}

export function accountPage(visit: Visit, { scopes, hasOidc, problem }: AccountState): Page {
  const { say, at, csrf, user } = visit
  return {
    title: say('Inloggning', 'Sign in'),
    isHidden: true,
    ...(problem !== undefined && { status: 403 }),
    main: html`<h1>${user === undefined ? say('Logga in', 'Sign in') : user}</h1>
${when(problem, () => html`<div class="note bad" role="alert"><p>${problem ?? ''}</p></div>`)}
${
  user === undefined
    ? html`<p>${say('Att läsa kräver ingen inloggning. Den som sköter insamlingen loggar in med en nyckel.', 'Reading needs no signing in. Whoever tends the harvest signs in with a token.')}</p>
<form class="inline" method="post" action="${at('/account')}"><label for="token">${say('Nyckel', 'Token')}</label><div class="field"><input id="token" name="token" type="password" autocomplete="current-password" required maxlength="200"><button>${say('Logga in', 'Sign in')}</button></div></form>
${hasOidc ? html`<p><a class="button quiet" href="${at('/account/oidc')}">${say('Logga in med organisationens konto', 'Sign in with the account of the organisation')}</a></p>` : empty}`
    : html`<p>${say('Du får', 'You may')}: ${scopes.length > 0 ? scopes.join(', ') : say('läsa', 'read')}.</p><form method="post" action="${at('/account/end')}"><input type="hidden" name="csrf" value="${csrf}"><button class="button quiet">${say('Logga ut', 'Sign out')}</button></form>`
}`,
  }
}
