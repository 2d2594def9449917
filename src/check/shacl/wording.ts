// What to say for shapes of others: their own message, or a sentence by the kind of constraint.
import type { Text } from '../../finding.ts'
import type { ShaclResult } from './model.ts'
import { SH } from './vocabulary.ts'

const sentences: Readonly<Record<string, Text>> = {
  MinCount: {
    sv: 'Lägg till fler värden: {focus} har för få för {path}.',
    en: 'Add more values: {focus} has too few for {path}.',
  },
  MaxCount: {
    sv: 'Ta bort värden: {focus} har för många för {path}.',
    en: 'Remove values: {focus} has too many for {path}.',
  },
  Class: {
    sv: 'Ange en resurs av rätt klass i stället för {value}.',
    en: 'State a resource of the right class instead of {value}.',
  },
  Datatype: {
    sv: 'Skriv {value} med rätt datatyp och i rätt form.',
    en: 'Write {value} with the right datatype and in the right form.',
  },
  NodeKind: {
    sv: 'Byt ut {value}: värdet är av fel slag (adress, text eller resurs).',
    en: 'Replace {value}: the value is of the wrong kind (address, text or resource).',
  },
  In: {
    sv: 'Välj ett värde ur den tillåtna listan i stället för {value}.',
    en: 'Choose a value from the list allowed instead of {value}.',
  },
  HasValue: {
    sv: 'Lägg till det värde som krävs för {focus}.',
    en: 'Add the value that is required for {focus}.',
  },
  Pattern: {
    sv: 'Rätta {value} så att värdet får den form som krävs.',
    en: 'Correct {value} so that it has the form required.',
  },
  UniqueLang: {
    sv: 'Ange bara ett värde per språk för {path}.',
    en: 'Give only one value in each language for {path}.',
  },
  LanguageIn: {
    sv: 'Märk {value} med ett av de tillåtna språken.',
    en: 'Tag {value} with one of the languages allowed.',
  },
  LessThan: {
    sv: 'Rätta ordningen: {value} ska vara mindre eller tidigare än det värde som följer.',
    en: 'Correct the order: {value} must be less or earlier than the value that follows it.',
  },
  Closed: {
    sv: 'Ta bort {path}: egenskapen får inte användas för {focus}.',
    en: 'Remove {path}: the property may not be used for {focus}.',
  },
}

const otherwise = {
  withValue: {
    sv: 'Rätta {value}: värdet uppfyller inte ett krav på {focus}.',
    en: 'Correct {value}: the value does not meet a requirement on {focus}.',
  },
  plain: {
    sv: 'Rätta {focus}: ett krav är inte uppfyllt.',
    en: 'Correct {focus}: a requirement is not met.',
  },
} as const satisfies Record<string, Text>

/** The words for a result of somebody else's shape. One language stands for the other when only one is stated. */
export function wordsOf({ messages, component, value, path }: ShaclResult): Text {
  const by = (language: string) =>
    messages.find((message) => message.language.toLowerCase().split('-')[0] === language)?.value
  const any = messages[0]?.value
  if (any !== undefined) return { sv: by('sv') ?? by('en') ?? any, en: by('en') ?? by('') ?? any }
  const name = component.startsWith(SH) ? component.slice(SH.length).replace('ConstraintComponent', '') : ''
  const sentence = sentences[name]
  const isUsable = sentence && fits(sentence, { value, path })
  return isUsable ? sentence : value === undefined ? otherwise.plain : otherwise.withValue
}

function fits(sentence: Text, { value, path }: { value: unknown; path: unknown }): boolean {
  return (
    (value !== undefined || !sentence.en.includes('{value}')) &&
    (path !== undefined || !sentence.en.includes('{path}'))
  )
}
