// Reads the description of an API: the document as it is; whoever composes makes a data service of it.
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import type { Given, Visit } from './types.ts'

const ACCEPT =
  'application/vnd.oai.openapi+json, application/vnd.oai.openapi;q=0.9, application/json;q=0.8, application/yaml;q=0.8, */*;q=0.1'

/** True for a text that says it is OpenAPI or Swagger, in JSON or in YAML. */
export function isOpenApi(text: string): boolean {
  return (
    /^[ \t]*["']?(openapi|swagger)["']?\s*:\s*["']?\d/m.test(text) ||
    /[{,]\s*"(openapi|swagger)"\s*:/.test(text)
  )
}

export async function* readOpenApi(source: Source, visit: Visit): AsyncIterable<Given> {
  const visited = await visit.fetch(source.url, { accept: ACCEPT })
  if (!visited?.document) return
  const { document, page } = visited
  if (isOpenApi(textOf(document))) yield { document, form: 'openapi', page }
  else yield { failure: unasked(page.url, { kind: 'content', ...noOpenApi(page.url) }) }
}

function noOpenApi(url: string) {
  return {
    text: { sv: `${url} är ingen OpenAPI-beskrivning.`, en: `${url} is not an OpenAPI description.` },
    hint: {
      sv: 'Ange adressen till själva filen (JSON eller YAML), inte till sidan som visar den.',
      en: 'Give the address of the file itself (JSON or YAML), not of the page that shows it.',
    },
  }
}
