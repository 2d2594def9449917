// The YAML form as a kind of source: how it is told apart from OpenAPI and JSON-LD, which look alike.
import type { Document } from '../rdf/index.ts'
import type { Input } from './inputs.ts'
import { sections } from './sections.ts'
import { readYamlForm } from './yaml-read.ts'

const HEAD = 200_000
const words = sections.flatMap(({ one, many }) => [one, many]).join('|')
const openApi = /^\s*["']?(openapi|swagger)["']?\s*:/m
const jsonLd = /"@(context|graph|id|type)"\s*:/
const jsonSection = new RegExp(`"(${words})"\\s*:`)

function isYamlForm({ name, bytes, mediaType }: Document): boolean {
  const isYaml = /\.ya?ml$/i.test(name) || /yaml/.test(mediaType ?? '')
  const isJson = /\.json$/i.test(name) || mediaType === 'application/json'
  if (!isYaml && !isJson) return false
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  if (openApi.test(head) || /"(openapi|swagger)"\s*:/.test(head.slice(0, 2000))) return false
  return isYaml || (!jsonLd.test(head) && jsonSection.test(head))
}

export const yamlInput: Input = {
  id: 'yaml',
  extensions: ['yaml', 'yml', 'json'],
  detect: isYamlForm,
  read: (document) => readYamlForm(document),
}
