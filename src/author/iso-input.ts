// Metadata records (ISO 19139, ISO 19115-3) as a kind of source: a file with one record, or an answer of a catalogue
// service with many. Findings point at the line of the record.
import { type Document, decodeDocument } from '../rdf/index.ts'
import type { Draft, Fault } from './draft.ts'
import type { Input, InputContext } from './inputs.ts'
import { joinServices } from './iso-join.ts'
import { resourceOf } from './iso-resource.ts'
import { findAll, readXml } from './iso-xml.ts'

const HEAD = 64_000
const inRecord = /<(?:[\w.-]+:)?MD_Metadata[\s>]/
const inAnswer = /<(?:[\w.-]+:)?(GetRecordsResponse|GetRecordByIdResponse)[\s>]/
const isNamespace = /isotc211\.org|standards\.iso\.org\/iso\/19115/

export const isoInput: Input = {
  id: 'iso',
  extensions: ['xml'],
  detect: ({ bytes }) => {
    const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
    return head.includes('<') && isNamespace.test(head) && (inRecord.test(head) || inAnswer.test(head))
  },
  read: readIso,
  join: joinServices,
}

/** Reads the records of a document as datasets and data services. What is wrong is in `faults`; it never throws. */
export function readIso(document: Document, { profile }: InputContext): Draft {
  const { bytes } = decodeDocument(document.bytes)
  const { root, broken } = readXml(new TextDecoder().decode(bytes), document.name)
  const faults: Fault[] = []
  if (broken) faults.push({ rule: 'build-xml-broken', place: broken.at, params: { reason: broken.reason } })
  const records = root
    ? findAll(root, ({ name, namespace }) => name === 'MD_Metadata' && isNamespace.test(namespace))
    : []
  if (records.length === 0 && !broken)
    faults.push({ rule: 'build-iso-empty', place: { file: document.name, line: 1, column: 1 } })
  const reading = { vocabularies: profile.vocabularies, faults }
  const entities = records
    .map((record) => resourceOf(record, reading))
    .filter((entity) => entity !== undefined)
  return { entities, faults }
}
