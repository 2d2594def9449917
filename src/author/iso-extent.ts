// Where and when: bounding boxes and periods out of the extents of a record.
import type { DraftEntity, DraftValue, Fault } from './draft.ts'
import { plainText, writtenValue } from './iso-text.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral'
const GEONAMES = /^https?:\/\/sws\.geonames\.org\/\d+\/?$/

/** Values of spatial and temporal. */
export function extentValues(identification: XmlNode, faults: Fault[]): readonly DraftValue[] {
  const extents = all(identification, 'extent/EX_Extent')
  return [
    ...extents.flatMap((extent) =>
      all(extent, 'geographicElement/EX_GeographicBoundingBox').flatMap((box) => placeOf(box, faults)),
    ),
    ...extents.flatMap((extent) => all(extent, 'geographicElement/EX_GeographicDescription')).flatMap(nameOf),
    ...extents
      .flatMap((extent) => all(extent, 'temporalElement/EX_TemporalExtent/extent/*'))
      .flatMap(periodOf),
  ]
}

function placeOf(box: XmlNode, faults: Fault[]): readonly DraftValue[] {
  const side = (name: string) => first(box, `${name}/Decimal`)?.text ?? ''
  const [west, east] = [side('westBoundLongitude'), side('eastBoundLongitude')]
  const [south, north] = [side('southBoundLatitude'), side('northBoundLatitude')]
  const isInside = (text: string, limit: number) => text !== '' && Math.abs(Number(text)) <= limit
  const isBox =
    [west, east].every((text) => isInside(text, 180)) &&
    [south, north].every((text) => isInside(text, 90)) &&
    Number(west) <= Number(east) &&
    Number(south) <= Number(north)
  if (!isBox) {
    faults.push({
      rule: 'build-iso-box',
      place: box.at,
      params: { box: `${west} ${south} ${east} ${north}` },
    })
    return []
  }
  const corners = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ]
  const literal = `POLYGON((${corners.map((corner) => corner.join(' ')).join(',')}))`
  const middle = (low: string, high: string) => String(Number(((Number(low) + Number(high)) / 2).toFixed(6)))
  const centre = `POINT(${middle(west, east)} ${middle(south, north)})`
  const wkt = (property: string, text: string): DraftValue => ({
    property,
    content: { kind: 'exact', term: { literal: text, datatype: WKT } },
    place: box.at,
  })
  // Records have no centre of their own; the portal recommends one, and it is that of the box.
  const values = [wkt('bbox', literal), wkt('centroid', centre)]
  return [inside('spatial', { class: 'Location', place: box.at, values })]
}

/** A named place, when its identifier is one that the portal knows. */
function nameOf(description: XmlNode): readonly DraftValue[] {
  const code = first(description, 'geographicIdentifier/MD_Identifier/code')
  const iri = first(code, 'Anchor')?.attributes.href ?? plainText(code) ?? ''
  return code && GEONAMES.test(iri) ? [writtenValue('spatial', iri, code.at)] : []
}

/** A gml:TimePeriod or gml:TimeInstant. */
function periodOf(time: XmlNode): readonly DraftValue[] {
  const moment = (...paths: readonly string[]) => first(time, ...paths)
  const start =
    time.name === 'TimeInstant'
      ? moment('timePosition')
      : moment('beginPosition', 'begin/TimeInstant/timePosition')
  const end = time.name === 'TimeInstant' ? start : moment('endPosition', 'end/TimeInstant/timePosition')
  const values = [
    ...(start?.text ? [writtenValue('startDate', start.text, start.at)] : []),
    ...(end?.text ? [writtenValue('endDate', end.text, end.at)] : []),
  ]
  return values.length === 0 ? [] : [inside('temporal', { class: 'PeriodOfTime', place: time.at, values })]
}

function inside(property: string, entity: DraftEntity): DraftValue {
  return { property, content: { kind: 'entity', entity }, place: entity.place }
}
