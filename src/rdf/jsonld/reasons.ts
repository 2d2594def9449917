// What can be wrong with a JSON-LD text, in words for the person who has to mend it.
import type { Text } from '../../finding.ts'

/** Reasons given in the `reason` parameter of `syntax-jsonld` problems. */
export const reasons = {
  comma: { sv: 'ett kommatecken saknas', en: 'a comma is missing' },
  extraComma: { sv: 'här står ett kommatecken för mycket', en: 'there is one comma too many' },
  colon: { sv: 'ett kolon saknas efter namnet', en: 'a colon is missing after the name' },
  key: { sv: 'här ska ett namn inom citattecken stå', en: 'a name in quotation marks is expected here' },
  value: { sv: 'ett värde saknas efter namnet', en: 'a value is missing after the name' },
  quotes: {
    sv: 'texten ska stå inom raka dubbla citattecken',
    en: 'the text must stand in straight double quotation marks',
  },
  unknown: { sv: 'detta är inget JSON-värde', en: 'this is not a JSON value' },
  number: { sv: 'talet är fel skrivet', en: 'the number is written wrongly' },
  stringEnd: { sv: 'citattecknet som avslutar texten saknas', en: 'the closing quotation mark is missing' },
  control: {
    sv: 'radbrytningar, tabbar och andra styrtecken i en text ska skrivas som \\n, \\t eller \\u0000',
    en: 'line breaks, tabs and other control characters in a text must be written as \\n, \\t or \\u0000',
  },
  escape: {
    sv: 'tecknet efter omvänt snedstreck är inte tillåtet',
    en: 'unknown character after a backslash',
  },
  comment: { sv: 'kommentarer är inte tillåtna i JSON', en: 'comments are not allowed in JSON' },
  bracket: {
    sv: 'parentesen stänger något annat än den som öppnades',
    en: 'this bracket closes another kind than the one opened',
  },
  unopened: { sv: 'parentesen stänger något som aldrig öppnades', en: 'this bracket closes nothing' },
  truncated: {
    sv: 'texten tar slut innan alla parenteser är stängda',
    en: 'the text ends before all brackets are closed',
  },
  afterEnd: {
    sv: 'det står något efter slutet på dokumentet',
    en: 'something follows the end of the document',
  },
  depth: { sv: 'objekten är nästlade för djupt', en: 'the objects are nested too deeply' },
  id: { sv: '@id ska vara en text med en adress', en: '@id must be a string with an IRI' },
  type: {
    sv: '@type ska vara en text eller en lista av texter',
    en: '@type must be a string or a list of strings',
  },
  valueObject: {
    sv: '@value ska vara en text, ett tal, true, false eller null',
    en: '@value must be a string, a number, true, false or null',
  },
  language: { sv: '@language ska vara en språkkod', en: '@language must be a language tag' },
  languageMap: {
    sv: 'värdena under språkkoderna ska vara texter',
    en: 'the values below the language tags must be strings',
  },
  reverse: {
    sv: 'en omvänd egenskap (@reverse) kan bara peka på ett objekt med @id',
    en: 'a reverse property (@reverse) can only point to an object with @id',
  },
  object: { sv: 'här ska ett objekt inom { } stå', en: 'an object in { } is expected here' },
} as const satisfies Record<string, Text>
