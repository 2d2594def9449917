// What the model refuses to write, in words.
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'

const sentences = {
  missing: {
    sv: 'Ange {property} för {entity}: det är obligatoriskt.',
    en: 'Give {property} for {entity}: it is mandatory.',
  },
  unknown: {
    sv: 'Ta bort {property} från {entity}: egenskapen finns inte i klassen.',
    en: 'Remove {property} from {entity}: the class has no such property.',
  },
  many: {
    sv: 'Ange bara ett värde av {property} för {entity}.',
    en: 'Give only one {property} for {entity}.',
  },
  list: { sv: 'Ange {property} för {entity} som en lista.', en: 'Give {property} of {entity} as a list.' },
  code: {
    sv: 'Välj ett värde ur kodlistan för {property} i {entity}, inte ”{value}”.',
    en: 'Choose a value of the code list for {property} of {entity}, not “{value}”.',
  },
  datatype: {
    sv: 'Skriv {property} för {entity} med rätt datatyp, inte ”{value}”.',
    en: 'Write {property} of {entity} with the right datatype, not “{value}”.',
  },
  form: {
    sv: 'Skriv {property} för {entity} i rätt form, inte ”{value}”.',
    en: 'Write {property} of {entity} in the right form, not “{value}”.',
  },
  iri: {
    sv: 'Ange en fullständig adress som {property} för {entity}, inte ”{value}”.',
    en: 'Give an absolute IRI as {property} of {entity}, not “{value}”.',
  },
  term: {
    sv: 'Skriv {property} för {entity} som en RDF-term, inte ”{value}”.',
    en: 'Write {property} of {entity} as an RDF term, not “{value}”.',
  },
  'iri-missing': {
    sv: 'Ange iri för {entity}: portalen håller isär sådana med deras adresser.',
    en: 'Give the iri of {entity}: the portal tells such things apart by their addresses.',
  },
} as const satisfies Record<string, Text>

/** The error for something that DCAT-AP-SE does not allow; the params fill its sentence. */
export function modelFault(
  fault: keyof typeof sentences,
  params: { readonly entity: string; readonly property?: string; readonly value?: string },
): GrunddataError {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: keyof typeof params) => params[name] ?? '')
  const { sv, en } = sentences[fault]
  return new GrunddataError('MODEL_INVALID', { sv: fill(sv), en: fill(en) })
}
