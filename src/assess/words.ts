// The words of an assessment, for somebody who has never heard of SHACL.
import type { Text } from '../finding.ts'
import type { AssessedResource, Outcome } from './types.ts'

export const words = {
  title: {
    sv: 'Bedömning mot ramverket för nationella grunddata 2.0',
    en: 'Assessment against the framework for national basic data 2.0',
  },
  lead: {
    sv: 'Bedömningen läser metadata: beskrivningen av data, inte data själva. För varje princip visas vad som talar för den, vad som brister och vad som inte går att bedöma. Siffrorna i tabellen är antal regler. Bedömningen avgör inte om data följer ramverket. Det gör domänens ansvariga myndighet.',
    en: 'The assessment reads metadata: the description of the data, not the data themselves. For every principle it shows what speaks for it, what is lacking and what cannot be assessed. The figures of the table are numbers of rules. The assessment does not decide whether the data follow the framework. The responsible authority of the domain does.',
  },
  guidelines: {
    sv: 'Ramverkets riktlinjer är inte tillgängliga för oss. Reglerna är vår tolkning av principernas ordalydelse; grunddata explain <regel> visar hur.',
    en: 'The guidelines of the framework are not available to us. The rules are our reading of the wording of the principles; grunddata explain <rule> shows how.',
  },
  principle: { sv: 'Princip', en: 'Principle' },
  characteristic: { sv: 'Kännetecken', en: 'Characteristic' },
  toDo: { sv: 'Att åtgärda', en: 'To be done' },
  unknown: { sv: 'Går inte att bedöma ur metadata', en: 'Cannot be assessed from metadata' },
  fine: { sv: 'Uppfyllt', en: 'Met' },
  nothingToDo: { sv: 'Inget att åtgärda.', en: 'Nothing to be done.' },
  domain: { sv: 'Domän', en: 'Domain' },
  responsible: { sv: 'ansvarig myndighet', en: 'responsible authority' },
  together: {
    sv: 'Alla tillsammans. En regel räknas som brist om den brister för någon av dem.',
    en: 'All of them together. A rule counts as lacking when it is for any of them.',
  },
  others: { sv: 'I övrigt i katalogen', en: 'Elsewhere in the catalogue' },
  indication: { sv: 'indikation', en: 'indication' },
  footIndication: {
    sv: 'indikation = tyder på något, men är inget belägg.',
    en: 'indication = a sign of something, but no evidence.',
  },
  none: {
    sv: 'Inga nationella grunddata hittades. En datamängd märks med sin domän i dcterms:subject, till exempel <https://dataportal.se/concepts/grunddata/foretag>. Visa bedömningen för alla datamängder med --all.',
    en: 'No national basic data were found. A dataset is marked with its domain in dcterms:subject, for example <https://dataportal.se/concepts/grunddata/foretag>. Assess all datasets with --all.',
  },
  line: { sv: 'rad', en: 'line' },
  notRead: { sv: 'Gick inte att läsa', en: 'Could not be read' },
} as const satisfies Record<string, Text>

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  passed: { sv: 'uppfyllt', en: 'met' },
  failed: { sv: 'brister', en: 'lacking' },
  'not-assessed': { sv: 'ej bedömt', en: 'not assessed' },
}

/** `2 datamängder, 1 datatjänst`. */
export function countKinds(resources: readonly AssessedResource[]): Text {
  const count = (kind: AssessedResource['kind']) => resources.filter((each) => each.kind === kind).length
  const kinds = [
    { n: count('dataset'), sv: ['datamängd', 'datamängder'], en: ['dataset', 'datasets'] },
    { n: count('series'), sv: ['dataserie', 'dataserier'], en: ['series', 'series'] },
    { n: count('service'), sv: ['datatjänst', 'datatjänster'], en: ['data service', 'data services'] },
  ].filter(({ n }) => n > 0)
  const list = (language: 'sv' | 'en') =>
    kinds.map((kind) => `${kind.n} ${kind[language][kind.n === 1 ? 0 : 1]}`).join(', ')
  return { sv: list('sv'), en: list('en') }
}

/** What is said of resources that are not marked. */
export function unmarkedText(count: number): Text {
  return count === 1
    ? {
        sv: 'En resurs i källorna är inte märkt som nationella grunddata och bedöms inte (--all tar med den).',
        en: 'One resource in the sources is not marked as national basic data and is not assessed (--all includes it).',
      }
    : {
        sv: `${count} resurser i källorna är inte märkta som nationella grunddata och bedöms inte (--all tar med dem).`,
        en: `${count} resources in the sources are not marked as national basic data and are not assessed (--all includes them).`,
      }
}
