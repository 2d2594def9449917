// Addresses of pages about everything that is no entity.

import { infrastructurePicture } from '../../framework/index.ts'
import { respond } from '../http/respond.ts'
import { apiPage } from '../pages/api.ts'
import { changesPage } from '../pages/changes.ts'
import { conceptSearchPage, conceptsPage } from '../pages/concepts.ts'
import { domainPage } from '../pages/domain.ts'
import { domainsPage } from '../pages/domains.ts'
import { harvestPage } from '../pages/harvest.ts'
import { sourcePage } from '../pages/harvest-source.ts'
import { infrastructurePage } from '../pages/infrastructure.ts'
import { organisationsPage } from '../pages/organisations.ts'
import { accessibilityPage } from '../pages/others.ts'
import { qualityPage } from '../pages/quality.ts'
import { rulePage, rulesPage } from '../pages/rules.ts'
import { searchPage } from '../pages/search.ts'
import { sourceQualityPage } from '../pages/source-quality.ts'
import { specificationsPage } from '../pages/specifications.ts'
import { startPage } from '../pages/start.ts'
import { vocabularyConceptPage, vocabularyPage } from '../pages/vocabularies.ts'
import { type App, pageAnswer } from './incoming.ts'

const DAY = 86_400

export function addPageRoutes(app: App): void {
  app.get('/', (call) => pageAnswer(call, startPage))
  app.get('/datasets', (call) => pageAnswer(call, searchPage))
  app.get('/organisations', (call) => pageAnswer(call, organisationsPage))
  app.get('/specifications', (call) => pageAnswer(call, specificationsPage))
  app.get('/concepts', (call) => pageAnswer(call, conceptsPage))
  app.get('/concepts/search', (call) => pageAnswer(call, conceptSearchPage))
  app.get('/terminology/:name{[a-z-]+}', (call) =>
    pageAnswer(call, (visit) => vocabularyPage(visit, call.req.param('name'))),
  )
  app.get('/terminology/:name{[a-z-]+}/concept', (call) =>
    pageAnswer(call, (visit) => vocabularyConceptPage(visit, call.req.param('name'))),
  )
  app.get('/domains', (call) => pageAnswer(call, domainsPage))
  app.get('/domains/:id', (call) => pageAnswer(call, (visit) => domainPage(visit, call.req.param('id'))))
  app.get('/infrastructure', (call) => pageAnswer(call, infrastructurePage))
  for (const lang of ['sv', 'en'] as const)
    app.get(`/infrastructure.${lang}.svg`, (call) => {
      const headers = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" }
      const body = infrastructurePicture(lang)
      return respond(call.req.raw, { mediaType: 'image/svg+xml', body, headers, keep: DAY })
    })
  app.get('/quality', (call) => pageAnswer(call, qualityPage))
  app.get('/quality/:id', (call) =>
    pageAnswer(call, (visit) => sourceQualityPage(visit, call.req.param('id'))),
  )
  app.get('/harvest', (call) => pageAnswer(call, harvestPage))
  app.get('/harvest/:id', (call) => pageAnswer(call, (visit) => sourcePage(visit, call.req.param('id'))))
  app.get('/changes', (call) => pageAnswer(call, changesPage))
  app.get('/rules', (call) => pageAnswer(call, rulesPage))
  app.get('/rules/:id', (call) => pageAnswer(call, (visit) => rulePage(visit, call.req.param('id'))))
  app.get('/api', (call) => pageAnswer(call, apiPage))
  app.get('/accessibility', (call) => pageAnswer(call, accessibilityPage))
}
