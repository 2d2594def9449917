// A catalogue that somebody begins, joined with what is there already: both in the YAML form, the comments kept.
import type { Document, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { settings } from './sections.ts'
import { yaml } from './yaml-nodes.ts'

/** The sections of `found` added to `own`. Undefined when both use one name for two things. */
export function joinYaml(own: string, found: string): string | undefined {
  const { parseDocument, isMap, isSeq } = yaml()
  const into = parseDocument(own)
  const from = parseDocument(found)
  if (!isMap(into.contents) || !isMap(from.contents)) return undefined
  for (const { key, value } of (from.contents as YAMLMap).items as Pair[]) {
    const name = String(key)
    if ((settings as readonly string[]).includes(name)) continue
    const present = into.get(name, true)
    if (present === undefined) into.set(key, value)
    else if (isMap(present) && isMap(value)) {
      if (!addFields(present as YAMLMap, value as YAMLMap)) return undefined
    } else if (isSeq(present) && isSeq(value)) (present as YAMLSeq).items.push(...(value as YAMLSeq).items)
    else return undefined
  }
  return written(into)
}

function addFields(present: YAMLMap, more: YAMLMap): boolean {
  for (const pair of more.items as Pair[]) {
    if (present.has(String(pair.key))) return false
    present.items.push(pair as never)
  }
  return true
}

function written(document: Document): string {
  return document.toString({ lineWidth: 0 })
}
