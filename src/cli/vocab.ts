// `grunddata vocab`: the code lists and the lists of the model, shown and searched, so that the right address is found.
import { GrunddataError } from '../errors.ts'
import { frameworkLists } from '../framework/index.ts'
import { type Concept, loadVocabularies, searchVocabularies, type Vocabulary } from '../profile/index.ts'
import type { Call } from './call.ts'
import { deliver, paperOf, readModelSettings } from './model-settings.ts'
import { type Found, writtenValue } from './vocab-found.ts'
import { conceptsText, hitsText, listsText } from './vocab-text.ts'
import { conceptsTurtle } from './vocab-turtle.ts'

const MOST_HITS = 20

/** Throws USAGE for a list that is not there. A first word that is no list is searched for. */
export async function run(call: Call): Promise<number> {
  const { namespace } = await readModelSettings(call)
  const lists = new Map([...loadVocabularies(), ...frameworkLists()])
  const [word] = call.args
  const list = word === undefined ? undefined : findList(word, lists)
  const typed = call.values.one('search') ?? (word !== undefined && !list ? word : undefined)
  if (word !== undefined && !list && call.values.has('search')) throw unknownList(word, lists)
  const found = typed === undefined ? valuesOf(list) : search(typed, lists, list)
  const format = call.values.one('modelFormat')
  if (format === 'turtle') await deliver(conceptsTurtle(found ?? schemesOf(lists)), call, namespace)
  else if (format === 'json') await deliver(json(found, lists), call, namespace)
  else await deliver(text({ found, lists, list, typed }, call), call, namespace)
  return 0

  function search(words: string, all: ReadonlyMap<string, Vocabulary>, only: Vocabulary | undefined) {
    return searchVocabularies(words, {
      lang: call.terminal.lang,
      limit: MOST_HITS,
      vocabularies: only ? new Map([[only.iri, only]]) : all,
    })
  }
}

function findList(word: string, lists: ReadonlyMap<string, Vocabulary>): Vocabulary | undefined {
  return lists.get(word) ?? [...lists.values()].find(({ name }) => name === word)
}

function valuesOf(list: Vocabulary | undefined): readonly Found[] | undefined {
  return list && [...list.concepts.values()].map((concept) => ({ concept, vocabulary: list }))
}

function schemesOf(lists: ReadonlyMap<string, Vocabulary>): readonly Vocabulary[] {
  return [...lists.values()]
}

function unknownList(word: string, lists: ReadonlyMap<string, Vocabulary>): GrunddataError {
  const near = [...lists.values()].map(({ name }) => name).filter((name) => name.includes(word.slice(0, 4)))
  const hint =
    near.length > 0
      ? { sv: `Menade du ${near.join(' eller ')}?`, en: `Did you mean ${near.join(' or ')}?` }
      : { sv: 'Se alla listor med grunddata vocab.', en: 'See all lists with grunddata vocab.' }
  const message = {
    sv: `Det finns ingen lista som heter ”${word}”.`,
    en: `There is no list called “${word}”.`,
  }
  return new GrunddataError('USAGE', message, { hint })
}

function json(found: readonly Found[] | undefined, lists: ReadonlyMap<string, Vocabulary>): string {
  const value = found
    ? { version: '1.0', values: found.map(valueJson) }
    : {
        version: '1.0',
        lists: [...lists.values()].map(({ iri, name, title, complete, concepts }) => ({
          name,
          iri,
          title,
          isComplete: complete,
          size: concepts.size,
        })),
      }
  return `${JSON.stringify(value, null, 2)}\n`
}

function valueJson({
  concept,
  vocabulary,
}: Found): Concept & { readonly list: string; readonly value: string } {
  return { ...concept, list: vocabulary.name, value: writtenValue(concept, vocabulary) }
}

interface Wanted {
  readonly found: readonly Found[] | undefined
  readonly lists: ReadonlyMap<string, Vocabulary>
  readonly list: Vocabulary | undefined
  readonly typed: string | undefined
}

function text({ found, lists, list, typed }: Wanted, call: Call): string {
  const paper = paperOf(call)
  if (found === undefined) return listsText([...lists.values()], paper)
  if (typed !== undefined) return hitsText(found, typed, paper)
  return conceptsText(found, list as Vocabulary, paper)
}
