// What the reader says about bad RDF/XML, in Swedish and English: each reason is one clause without a full stop,
// to stand after "The file is not correct RDF/XML: ".
import type { Text } from '../../finding.ts'

const text = (sv: string, en: string): Text => ({ sv, en })

/** Reasons about the XML itself (XML 1.0, Namespaces in XML 1.0). */
export const xmlReasons = {
  empty: text('filen är tom', 'the file is empty'),
  noElement: text(
    'filen innehåller inget XML-element, så den är skriven i ett annat format',
    'the file has no XML element, so it is written in another format',
  ),
  mismatch: (end: string, open: string) =>
    text(
      `</${end}> kommer innan <${open}> har avslutats; skriv </${open}> före`,
      `</${end}> comes before <${open}> is closed; write </${open}> first`,
    ),
  wrongEnd: (end: string, open: string) =>
    text(`</${end}> står där </${open}> borde stå`, `</${end}> stands where </${open}> should`),
  strayEnd: (end: string) =>
    text(`</${end}> avslutar inget öppet element`, `</${end}> does not close any open element`),
  truncated: (open: string) =>
    text(
      `filen tar slut innan <${open}> har avslutats; den kan vara avklippt`,
      `the file ends before <${open}> is closed; it may be cut off`,
    ),
  truncatedMarkup: text(
    'filen tar slut mitt i en tagg, kommentar eller liknande; den kan vara avklippt',
    'the file ends in the middle of a tag, a comment or the like; it may be cut off',
  ),
  ampersand: text('tecknet & måste skrivas &amp;', 'the character & must be written &amp;'),
  lessThan: text('tecknet < måste skrivas &lt;', 'the character < must be written &lt;'),
  cdataEnd: text(
    ']]> får inte stå i vanlig text; skriv ]]&gt;',
    ']]> may not stand in plain text; write ]]&gt;',
  ),
  entity: (name: string) =>
    text(
      `&${name}; är inte deklarerat; skriv tecknet självt i stället`,
      `&${name}; is not declared; write the character itself instead`,
    ),
  characterReference: (written: string) =>
    text(`${written} är inget tillåtet tecken i XML`, `${written} is not a character allowed in XML`),
  control: (code: number) =>
    text(
      `styrtecknet U+${hex(code)} är inte tillåtet i XML; ta bort det`,
      `the control character U+${hex(code)} is not allowed in XML; remove it`,
    ),
  attributeValue: (name: string) =>
    text(
      `attributet ${name} saknar värde inom citattecken`,
      `the attribute ${name} has no value in quotation marks`,
    ),
  attributeSpace: (name: string) =>
    text(`sätt ett mellanslag före attributet ${name}`, `put a space before the attribute ${name}`),
  openQuote: (name: string) =>
    text(
      `värdet av attributet ${name} saknar avslutande citattecken`,
      `the value of the attribute ${name} has no closing quotation mark`,
    ),
  duplicate: (name: string) =>
    text(
      `attributet ${name} står två gånger i samma element`,
      `the attribute ${name} stands twice in the same element`,
    ),
  openTag: (name: string) => text(`taggen <${name} saknar avslutande >`, `the tag <${name} has no closing >`),
  strayInTag: (name: string) =>
    text(
      `taggen <${name} innehåller ett tecken som inte hör dit`,
      `the tag <${name} has a character out of place`,
    ),
  name: (name: string) =>
    text(`”${name}” är inget tillåtet namn i XML`, `“${name}” is not a name allowed in XML`),
  prefix: (prefix: string, iri: string | undefined) =>
    text(
      `prefixet ${prefix} är inte deklarerat; lägg till xmlns:${prefix}="${iri ?? '…'}" i rotelementet`,
      `the prefix ${prefix} is not declared; add xmlns:${prefix}="${iri ?? '…'}" to the root element`,
    ),
  prefixIri: (prefix: string) =>
    text(
      `prefixet ${prefix} är deklarerat utan adress`,
      `the prefix ${prefix} is declared without an address`,
    ),
  reservedPrefix: (prefix: string) =>
    text(`prefixet ${prefix} får inte deklareras om`, `the prefix ${prefix} may not be declared anew`),
  secondRoot: (name: string) =>
    text(
      `filen har mer än ett rotelement; <${name}> ska stå inuti det första`,
      `the file has more than one root element; <${name}> belongs inside the first`,
    ),
  textOutside: (excerpt: string) =>
    text(
      `texten ”${excerpt}” står utanför rotelementet`,
      `the text “${excerpt}” stands outside the root element`,
    ),
  declaration: text(
    'XML-deklarationen <?xml …?> måste stå allra först i filen',
    'the XML declaration <?xml …?> must be the very first thing in the file',
  ),
  dashes: text('en kommentar får inte innehålla --', 'a comment may not contain --'),
  markup: text('<! inleder inget som är tillåtet här', '<! does not begin anything allowed here'),
  doctype: text('DOCTYPE får bara stå före rotelementet', 'DOCTYPE may only stand before the root element'),
  doctypeContent: text(
    'DOCTYPE-deklarationen går inte att tyda',
    'the DOCTYPE declaration cannot be understood',
  ),
  depth: (limit: number) =>
    text(
      `elementen är nästlade djupare än ${limit} nivåer`,
      `the elements are nested deeper than ${limit} levels`,
    ),
}

/** Reasons about the grammar of RDF/XML (RDF 1.1 XML Syntax §7). */
export const rdfReasons = {
  noNamespace: (name: string) =>
    text(
      `elementet <${name}> saknar namnrymd; skriv det med prefix, till exempel dcat:${name}`,
      `the element <${name}> has no namespace; write it with a prefix, for example dcat:${name}`,
    ),
  attributeNamespace: (name: string) =>
    text(
      `attributet ${name} saknar prefix och betyder ingenting; skriv ${suggested(name)} eller ta bort det`,
      `the attribute ${name} has no prefix and means nothing; write ${suggested(name)} or remove it`,
    ),
  nodeName: (name: string) =>
    text(
      `<${name}> får inte beskriva en resurs; skriv en klass som dcat:Dataset, eller rdf:Description`,
      `<${name}> may not describe a resource; write a class such as dcat:Dataset, or rdf:Description`,
    ),
  propertyName: (name: string) =>
    text(
      `<${name}> kan inte vara en egenskap; den beskrivna resursen ska stå inuti en egenskap`,
      `<${name}> cannot be a property; the resource described belongs inside a property`,
    ),
  attributeName: (name: string) =>
    text(`attributet ${name} får inte användas här`, `the attribute ${name} may not be used here`),
  instead: (name: string, right: string) =>
    text(
      `attributet ${name} får inte användas här; skriv ${right} i stället`,
      `the attribute ${name} may not be used here; write ${right} instead`,
    ),
  together: (first: string, second: string) =>
    text(
      `attributen ${first} och ${second} får inte stå i samma element`,
      `the attributes ${first} and ${second} may not stand in the same element`,
    ),
  withContent: (attribute: string, element: string) =>
    text(
      `<${element}> har både ${attribute} och innehåll; behåll bara det ena`,
      `<${element}> has both ${attribute} and content; keep only one of them`,
    ),
  filled: (element: string) =>
    text(
      `<${element}> får sitt värde av ett attribut, till exempel rdf:resource, och kan inte också ha innehåll`,
      `<${element}> gets its value from an attribute, such as rdf:resource, and cannot have content too`,
    ),
  badId: (attribute: string, value: string) =>
    text(
      `värdet ”${value}” av ${attribute} är inget tillåtet namn; det ska börja med en bokstav och sakna mellanslag, kolon och snedstreck`,
      `the value “${value}” of ${attribute} is not an allowed name; it must begin with a letter and have no spaces, colons or slashes`,
    ),
  duplicateId: (value: string) =>
    text(
      `rdf:ID="${value}" används två gånger; använd rdf:about för att beskriva samma resurs igen`,
      `rdf:ID="${value}" is used twice; use rdf:about to describe the same resource again`,
    ),
  textInNode: (excerpt: string, element: string) =>
    text(
      `texten ”${excerpt}” står direkt i <${element}>; den ska stå inuti en egenskap, till exempel <dcterms:title>`,
      `the text “${excerpt}” stands directly in <${element}>; it belongs inside a property, for example <dcterms:title>`,
    ),
  textInRdf: (excerpt: string, element: string) =>
    text(
      `texten ”${excerpt}” står direkt i <${element}>, där bara element får stå`,
      `the text “${excerpt}” stands directly in <${element}>, where only elements may stand`,
    ),
  mixed: (element: string) =>
    text(
      `<${element}> innehåller både text och element; behåll bara det ena`,
      `<${element}> has both text and elements; keep only one of them`,
    ),
  twoNodes: (element: string) =>
    text(
      `<${element}> innehåller mer än ett element; upprepa <${element}> för varje värde`,
      `<${element}> has more than one element; repeat <${element}> for each value`,
    ),
}

/** Reasons about entities (XML 1.0 §4). */
export const entityReasons = {
  external: (name: string) =>
    text(
      `entiteten ${name} finns i en annan fil, som inte läses`,
      `the entity ${name} lives in another file, which is not read`,
    ),
  parameter: text('parameterentiteter (%) läses inte', 'parameter entities (%) are not read'),
  markup: (name: string) =>
    text(
      `entiteten ${name} går inte att använda: bara kort text utan taggar är tillåten`,
      `the entity ${name} cannot be used: only short text without tags is allowed`,
    ),
  tooMuch: (name: string) =>
    text(
      `entiteterna blir för mycket text; från och med &${name}; ersätts de inte`,
      `the entities become too much text; from &${name}; on they are not replaced`,
    ),
}

function suggested(name: string): string {
  if (name === 'lang' || name === 'base') return `xml:${name}`
  return `rdf:${name === 'href' || name === 'src' ? 'resource' : name}`
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}
