// Why two judges say different things of the same statement: the specific reasons, then the general ones.
// Source: DCAT-AP-SE 3.0.1 against DCAT-AP 3.0.1, property by property.
import type { Text } from '../finding.ts'
import type { EuDefect, EuKind, EuProblem } from './eu-judge.ts'
import { type EuRow, euRows } from './eu-rows.ts'

export interface Reason {
  readonly why: Text
  /** What to do to please both, when something can be done. */
  readonly remedy?: Text
}

const toEu: Text = {
  sv: 'grunddata upgrade --to-eu skriver om värdena till EU:s form.',
  en: 'grunddata upgrade --to-eu rewrites the values in the form of the EU.',
}

/** `<property> <kind>` → why only the shapes of DCAT-AP complain. */
const specific: Readonly<Record<string, Reason>> = {
  'dcterms:format text': {
    why: {
      sv: 'DCAT-AP-SE skriver formatet som medietyp i text, DCAT-AP vill ha en adress ur EU:s lista över filtyper.',
      en: 'DCAT-AP-SE writes the format as a media type in text, DCAT-AP wants an address from the EU list of file types.',
    },
    remedy: toEu,
  },
  'adms:identifier text': {
    why: {
      sv: 'DCAT-AP-SE skriver den andra identifieraren som text, DCAT-AP som en egen resurs (adms:Identifier).',
      en: 'DCAT-AP-SE writes the other identifier as text, DCAT-AP as a resource of its own (adms:Identifier).',
    },
    remedy: toEu,
  },
  'spdx:checksumValue datatype': {
    why: {
      sv: 'DCAT-AP-SE tar kontrollsumman som vanlig text, DCAT-AP vill ha datatypen xsd:hexBinary.',
      en: 'DCAT-AP-SE takes the checksum as plain text, DCAT-AP wants the datatype xsd:hexBinary.',
    },
    remedy: toEu,
  },
  'dcterms:spatial list': {
    why: {
      sv: 'DCAT-AP-SE skriver adresser hos GeoNames med http, DCAT-AP:s regel känner bara https och EU:s egna platser.',
      en: 'DCAT-AP-SE writes the addresses of GeoNames with http, the rule of DCAT-AP knows only https and the places of the EU.',
    },
    remedy: toEu,
  },
  'dcat:dataset class': {
    why: {
      sv: 'DCAT-AP-SE räknar upp också dataserier med dcat:dataset; DCAT-AP vill att allt som räknas upp är en dcat:Dataset.',
      en: 'DCAT-AP-SE lists series with dcat:dataset too; DCAT-AP wants everything listed to be a dcat:Dataset.',
    },
  },
  'dcterms:rights class': {
    why: {
      sv: 'DCAT-AP-SE beskriver rättigheter med klassen odrs:RightsStatement, DCAT-AP med dcterms:RightsStatement.',
      en: 'DCAT-AP-SE describes rights with the class odrs:RightsStatement, DCAT-AP with dcterms:RightsStatement.',
    },
  },
  'dcterms:license repeated': {
    why: {
      sv: 'DCAT-AP tillåter en enda licens.',
      en: 'DCAT-AP allows a single licence.',
    },
  },
  'dcat:servesDataset missing': {
    why: {
      sv: 'DCAT-AP rekommenderar att datatjänsten säger vilka datamängder den ger; i DCAT-AP-SE är det valfritt.',
      en: 'DCAT-AP recommends that a data service says which datasets it serves; in DCAT-AP-SE that is optional.',
    },
  },
  'dcat:hadRole class': {
    why: {
      sv: 'DCAT-AP-SE:s roller är begrepp (skos:Concept), DCAT-AP vill ha klassen dcat:Role.',
      en: 'The roles of DCAT-AP-SE are concepts (skos:Concept), DCAT-AP wants the class dcat:Role.',
    },
  },
  'dcat:bbox missing': {
    why: {
      sv: 'DCAT-AP rekommenderar en ruta (dcat:bbox) för varje område; DCAT-AP-SE nöjer sig med en av formerna.',
      en: 'DCAT-AP recommends a box (dcat:bbox) for every area; DCAT-AP-SE is content with one of the forms.',
    },
  },
  'dcat:centroid missing': {
    why: {
      sv: 'DCAT-AP rekommenderar en mittpunkt (dcat:centroid) för varje område; DCAT-AP-SE nöjer sig med en av formerna.',
      en: 'DCAT-AP recommends a centre (dcat:centroid) for every area; DCAT-AP-SE is content with one of the forms.',
    },
  },
}

const general: Readonly<Record<EuKind, Reason>> = {
  missing: {
    why: {
      sv: 'DCAT-AP begär eller rekommenderar uppgiften; i DCAT-AP-SE är den valfri.',
      en: 'DCAT-AP asks for it or recommends it; in DCAT-AP-SE it is optional.',
    },
  },
  repeated: {
    why: { sv: 'DCAT-AP tillåter ett enda värde.', en: 'DCAT-AP allows a single value.' },
  },
  text: {
    why: {
      sv: 'DCAT-AP vill ha en adress eller en beskriven resurs, inte text.',
      en: 'DCAT-AP wants an address or a described resource, not text.',
    },
  },
  resource: {
    why: { sv: 'DCAT-AP vill ha text, inte en adress.', en: 'DCAT-AP wants text, not an address.' },
  },
  datatype: {
    why: {
      sv: 'DCAT-AP godtar inte värdets datatyp eller skrivsätt.',
      en: 'DCAT-AP does not accept the datatype or the form of the value.',
    },
  },
  class: {
    why: {
      sv: 'Värdet beskrivs i filen med en annan klass än den DCAT-AP begär.',
      en: 'The value is described in the file with another class than DCAT-AP asks for.',
    },
  },
  list: {
    why: {
      sv: 'Värdet finns inte i den lista som DCAT-AP hänvisar till.',
      en: 'The value is not in the list that DCAT-AP refers to.',
    },
  },
  deprecated: {
    why: { sv: 'Egenskapen är ersatt av en nyare.', en: 'The property has been replaced by a newer one.' },
  },
}

/** Why the shapes of DCAT-AP complain where DCAT-AP-SE does not. */
export function reasonOfEu({ property, kind }: Pick<EuProblem, 'property' | 'kind'>): Reason {
  return specific[`${property} ${kind}`] ?? general[kind]
}

const endings: readonly (readonly [RegExp, Text])[] = [
  [
    /-language(?:-|$)/,
    {
      sv: 'DCAT-AP-SE kräver att texten har en språkkod; DCAT-AP tar all text.',
      en: 'DCAT-AP-SE demands a language tag on the text; DCAT-AP takes any text.',
    },
  ],
  [
    /-blank-node$/,
    {
      sv: 'DCAT-AP-SE kräver en egen adress; DCAT-AP tillåter noder utan namn.',
      en: 'DCAT-AP-SE demands an address of its own; DCAT-AP allows nodes without a name.',
    },
  ],
  [
    /-(?:form|https)$/,
    {
      sv: 'DCAT-AP-SE begär ett visst skrivsätt; DCAT-AP:s former ser inte på hur adressen är skriven.',
      en: 'DCAT-AP-SE asks for a certain form; the shapes of DCAT-AP do not look at how the address is written.',
    },
  ],
  [
    /-(?:unknown|unlisted|deprecated|literal|iri|resource|datatype)$/,
    {
      sv: 'DCAT-AP-SE begär ett värde av en viss sort eller ur en viss lista; DCAT-AP tar också andra.',
      en: 'DCAT-AP-SE asks for a value of a certain kind or from a certain list; DCAT-AP takes others too.',
    },
  ],
  [
    /-repeated$/,
    {
      sv: 'DCAT-AP-SE tillåter ett enda värde; DCAT-AP tillåter flera.',
      en: 'DCAT-AP-SE allows a single value; DCAT-AP allows several.',
    },
  ],
]

/** Subclasses that DCAT-AP-SE allows and that no shape of DCAT-AP is about. */
const unseenClasses: ReadonlySet<string> = new Set([
  'foaf:Organization',
  'foaf:Person',
  'foaf:Group',
  'vcard:Organization',
  'vcard:Individual',
])

/** What the Swedish rules say; `rule` is the id of the rule. */
interface Remark {
  readonly type: string
  readonly property: string
  readonly rule: string
  readonly severity: 'error' | 'warning'
}

/** Why DCAT-AP-SE complains where the shapes of DCAT-AP do not. */
export function reasonOfSweden({ type, property, rule, severity }: Remark): Reason {
  const row: EuRow | undefined = euRows[type]?.[property]
  if (unseenClasses.has(type))
    return {
      why: {
        sv: `DCAT-AP:s former ser bara på den vidare klassen, inte på det som anges som ${type}.`,
        en: `The shapes of DCAT-AP look only at the wider class, not at what is stated as ${type}.`,
      },
    }
  if (!row && property !== '')
    return {
      why: {
        sv: 'Bara DCAT-AP-SE ser på uppgiften; DCAT-AP:s former nämner den inte.',
        en: 'Only DCAT-AP-SE looks at it; the shapes of DCAT-AP do not mention it.',
      },
    }
  if (/-english-missing$/.test(rule))
    return {
      why: {
        sv: 'DCAT-AP-SE rekommenderar att texten också finns på engelska; DCAT-AP:s former ser inte på språk.',
        en: 'DCAT-AP-SE recommends that the text is there in English too; the shapes of DCAT-AP do not look at languages.',
      },
    }
  if (row && /-missing$/.test(rule)) {
    const asks =
      severity === 'error' ? { sv: 'kräver', en: 'demands' } : { sv: 'rekommenderar', en: 'recommends' }
    const there = row.isWanted ? { sv: 'rekommenderad', en: 'recommended' } : { sv: 'valfri', en: 'optional' }
    return {
      why: {
        sv: `DCAT-AP-SE ${asks.sv} uppgiften; i DCAT-AP är den ${there.sv}.`,
        en: `DCAT-AP-SE ${asks.en} it; in DCAT-AP it is ${there.en}.`,
      },
    }
  }
  const found = row && endings.find(([ending]) => ending.test(rule))
  return {
    why: found?.[1] ?? {
      sv: 'Sveriges regler säger mer än vad former kan: DCAT-AP har ingen motsvarande kontroll.',
      en: 'The Swedish rules say more than shapes can: DCAT-AP has no such check.',
    },
  }
}

/** Why both complain, but not equally. */
export const differentSeverity: Reason = {
  why: {
    sv: 'Båda har synpunkten, men den ena ser den som ett fel och den andra som en varning.',
    en: 'Both remark on it, but one calls it an error and the other a warning.',
  },
}

/** What a slip of the shapes is, and what it means for the one who reads their report. */
export const slips: Readonly<Record<EuDefect, Text>> = {
  'described-elsewhere': {
    sv: 'Formerna vill att varje värde har sin klass i samma fil. Licenser, webbsidor och koder ur listor är beskrivna någon annanstans, så varje sådan adress ger ett fel.',
    en: 'The shapes want the class of every value in the same file. Licences, web pages and codes of lists are described elsewhere, so every such address is faulted.',
  },
  superclass: {
    sv: 'Formerna känner inte att en organisation är en aktör eller en kontakt (foaf:Organization, vcard:Organization), så en riktigt angiven klass ger ett fel.',
    en: 'The shapes do not know that an organisation is an agent or a contact (foaf:Organization, vcard:Organization), so a class rightly stated is faulted.',
  },
  'publisher-body': {
    sv: 'Formerna varnar för varje utgivare som inte är ett av EU:s egna organ.',
    en: 'The shapes warn of every publisher that is not a body of the EU itself.',
  },
  'checksum-algorithm': {
    sv: 'Formerna väntar sig https i adressen till algoritmen, men SPDX:s adresser börjar med http: varje riktigt värde ger ett fel.',
    en: 'The shapes expect https in the address of the algorithm, but the addresses of SPDX begin with http: every right value is faulted.',
  },
  'status-scheme': {
    sv: 'En form begär status ur den nya listan, en annan ur den gamla: ett riktigt värde ger alltid en varning.',
    en: 'One shape asks for a status of the new list, another of the old one: a right value always gives a warning.',
  },
  'all-values': {
    sv: 'Ett värde ur EU:s lista ska räcka, men formerna prövar alla värden och varnar för varje nationellt tillägg.',
    en: 'One value of the EU list ought to be enough, but the shapes test every value and warn of each national addition.',
  },
  'maximum-outdated': {
    sv: 'Formerna tillåter ett enda värde där DCAT-AP 3.0.1 tillåter flera.',
    en: 'The shapes allow a single value where DCAT-AP 3.0.1 allows several.',
  },
  'geometry-two-ways': {
    sv: 'Den här uppsättningen former vill ha geometrin som text, en annan uppsättning för samma version som en resurs.',
    en: 'This set of shapes wants the geometry as text, another set for the same version wants it as a resource.',
  },
  'date-unchecked': {
    sv: 'Datumet är fel, men formerna tiger: de begär datatypen med ett ord som SHACL inte har (sh:shape).',
    en: 'The date is wrong, but the shapes are silent: they ask for the datatype by a word that SHACL does not have (sh:shape).',
  },
  'deprecated-unchecked': {
    sv: 'Egenskapen är ersatt, men formerna tiger: de nämner den utan att förbjuda den.',
    en: 'The property has been replaced, but the shapes are silent: they name it without forbidding it.',
  },
}

/** Why an indicator gives other points in Sweden than at data.europa.eu, by metric. */
export const metricReasons: Readonly<Record<string, Text>> = {
  dcatApCompliance: {
    sv: 'Sveriges dataportal ger inga poäng för att följa DCAT-AP; data.europa.eu prövar mot DCAT-AP:s former.',
    en: 'Sveriges dataportal gives no points for conforming to DCAT-AP; data.europa.eu tests against the shapes of DCAT-AP.',
  },
  formatMediaTypeVocabularyAlignment: {
    sv: 'Sverige tar en medietyp i text som ett känt format; EU vill ha både filtyp och medietyp som adresser.',
    en: 'Sweden takes a media type in text as a known format; the EU wants both file type and media type as addresses.',
  },
  formatMediaTypeNonProprietary: {
    sv: 'EU känner igen öppna format bara på listans adresser, Sverige också på medietypen i text.',
    en: 'The EU recognises open formats only by the addresses of the list, Sweden also by the media type in text.',
  },
  formatMediaTypeMachineInterpretable: {
    sv: 'EU känner igen maskinläsbara format bara på listans adresser, Sverige också på medietypen i text.',
    en: 'The EU recognises machine-readable formats only by the addresses of the list, Sweden also by the media type in text.',
  },
}

/** Why an indicator that both count alike still differs. */
export const otherDistribution: Text = {
  sv: 'En annan distribution är den bästa när formaten läses på det andra sättet.',
  en: 'Another distribution is the best when the formats are read the other way.',
}
