// What the reader says it expected, in words for people.
import type { Text } from '../../finding.ts'

/** What should have stood where the text went wrong. */
export const words = {
  stop: { sv: 'en punkt (.) som avslutar posten', en: 'a full stop (.) that ends the statement' },
  stopNotSemicolon: {
    sv: 'en punkt (.) i stället för semikolon (;), eftersom posten slutar här',
    en: 'a full stop (.) instead of a semicolon (;), because the statement ends here',
  },
  semicolon: { sv: 'ett semikolon (;) före nästa egenskap', en: 'a semicolon (;) before the next property' },
  semicolonNotStop: {
    sv: 'ett semikolon (;) i stället för punkt, eftersom posten fortsätter på nästa rad',
    en: 'a semicolon (;) instead of a full stop, because the statement goes on in the next line',
  },
  comma: { sv: 'ett kommatecken (,) före nästa värde', en: 'a comma (,) before the next value' },
  separator: {
    sv: 'punkt (.), semikolon (;) eller kommatecken (,)',
    en: 'a full stop (.), semicolon (;) or comma (,)',
  },
  subject: {
    sv: 'ett subjekt: en adress inom <…> eller ett namn som ex:dataset-1',
    en: 'a subject: an address inside <…> or a name such as ex:dataset-1',
  },
  predicate: {
    sv: 'en egenskap (predikat), till exempel dcterms:title',
    en: 'a property (predicate), such as dcterms:title',
  },
  object: {
    sv: 'ett värde: text inom citattecken, en adress inom <…> eller ett namn som ex:dataset-1',
    en: 'a value: text inside quotation marks, an address inside <…> or a name such as ex:dataset-1',
  },
  quoted: { sv: 'text inom citattecken ("…")', en: 'text inside quotation marks ("…")' },
  straightQuotes: {
    sv: 'text inom raka citattecken ("…")',
    en: 'text inside straight quotation marks ("…")',
  },
  address: { sv: 'adressen inom vinkelparenteser (<…>)', en: 'the address inside angle brackets (<…>)' },
  closingQuote: {
    sv: 'ett avslutande citattecken på samma rad',
    en: 'a closing quotation mark on the same line',
  },
  longQuotes: {
    sv: 'tre citattecken (""") på var sida om en text som går över flera rader',
    en: 'three quotation marks (""") on either side of a text that spans lines',
  },
  closingLongQuotes: {
    sv: 'tre avslutande citattecken (""")',
    en: 'three closing quotation marks (""")',
  },
  escapedQuote: {
    sv: 'omvänt snedstreck före citattecken inne i texten (\\")',
    en: 'a backslash before quotation marks inside the text (\\")',
  },
  oneAngle: { sv: 'ett enda < före adressen', en: 'a single < before the address' },
  closingAngle: { sv: 'ett > som avslutar adressen', en: 'a > that ends the address' },
  closingBracket: { sv: 'en avslutande hakparentes (])', en: 'a closing bracket (])' },
  closingParen: { sv: 'en avslutande parentes ())', en: 'a closing parenthesis ())' },
  closingBrace: { sv: 'en avslutande klammer (})', en: 'a closing brace (})' },
  openBrace: { sv: 'en inledande klammer ({)', en: 'an opening brace ({)' },
  noBraces: {
    sv: 'poster utan klamrar ({ }); namngivna grafer hör hemma i TriG',
    en: 'statements without braces ({ }); named graphs belong in TriG',
  },
  fewerLevels: {
    sv: 'högst 512 nivåer av hakparenteser och parenteser',
    en: 'at most 512 levels of brackets and parentheses',
  },
  nothing: { sv: 'inget tecken här', en: 'no character here' },
  name: { sv: 'ett giltigt namn som ex:dataset-1', en: 'a valid name such as ex:dataset-1' },
  fullAddress: {
    sv: 'hela adressen inom <…>, eller \\ före tecknet',
    en: 'the full address inside <…>, or \\ before the character',
  },
  blankLabel: { sv: 'ett namn efter _:', en: 'a name after _:' },
  escape: {
    sv: 'ett giltigt specialtecken som \\n, \\" eller \\u00E5 (skriv \\\\ för ett omvänt snedstreck)',
    en: 'a valid escape such as \\n, \\" or \\u00E5 (write \\\\ for a backslash)',
  },
  language: { sv: 'en språkkod, till exempel @sv', en: 'a language tag, such as @sv' },
  datatype: { sv: 'en datatyp, till exempel xsd:date', en: 'a datatype, such as xsd:date' },
  prefixName: {
    sv: 'ett prefix som slutar med kolon, till exempel dcat:',
    en: 'a prefix that ends with a colon, such as dcat:',
  },
  namespace: {
    sv: 'namnrymdens adress inom <…>',
    en: 'the address of the namespace inside <…>',
  },
  lowerCaseDirective: { sv: '@prefix eller @base med små bokstäver', en: '@prefix or @base in lower case' },
  directive: { sv: '@prefix eller @base', en: '@prefix or @base' },
  graphName: { sv: 'grafens namn: en adress inom <…>', en: "the graph's name: an address inside <…>" },
  lineTerm: { sv: 'en adress inom <…>', en: 'an address inside <…>' },
  lineSubject: { sv: 'en adress inom <…> eller _:namn', en: 'an address inside <…> or _:name' },
  lineObject: {
    sv: 'en adress inom <…>, _:namn eller text inom citattecken',
    en: 'an address inside <…>, _:name or text inside quotation marks',
  },
  lineStop: { sv: 'en punkt (.) sist på raden', en: 'a full stop (.) at the end of the line' },
  newLine: { sv: 'en ny rad', en: 'a new line' },
  endOfText: { sv: 'textens slut', en: 'the end of the text' },
} as const satisfies Record<string, Text>
