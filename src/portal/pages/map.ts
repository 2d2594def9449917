// Where data are about: their bounding boxes over an outline of Sweden, and the places they name.
import { empty, type Html, html } from '../../html.ts'
import { type Box, boxOf } from '../../publish/index.ts'
import type { Outline } from '../design/assets.ts'
import { outside, said } from '../design/pieces.ts'
import { listed } from '../design/tables.ts'
import type { Visit } from '../visit.ts'
import { shortAddress } from './entity-parts.ts'

const geometries = ['dcat:bbox', 'locn:geometry', 'dcat:centroid']
const SMALLEST = 6

export function mapPart(visit: Visit, term: number): Html {
  const { site, lang, say } = visit
  const { reading } = site.holdings
  const places = [...reading.values(term, 'dcterms:spatial')]
  const boxes = places.flatMap((place) => {
    for (const property of geometries) {
      const wkt = reading.literal(place, property)
      const box = wkt === undefined ? undefined : boxOf(wkt)
      if (box) return [box]
    }
    return []
  })
  const named = places
    .filter((place) => reading.isIri(place))
    .map((place) => {
      const name =
        reading.said(place, 'skos:prefLabel', lang) ??
        reading.said(place, 'rdfs:label', lang) ??
        reading.said(place, 'dcterms:title', lang)
      const iri = reading.text(place)
      return outside(iri, name ? said(name) : html`${shortAddress(iri)}`)
    })
  if (boxes.length === 0 && named.length === 0) return empty
  return html`<section class="where"><h2>${say('Område', 'Area')}</h2>
${listed(named) ?? empty}${boxes.length > 0 ? coverage(site.assets.sweden, boxes, visit) : empty}</section>`
}

function coverage(outline: Outline, boxes: readonly Box[], { say, lang }: Visit): Html {
  const words = boxes.map((box) => degrees(box, lang)).join('; ')
  const shown = boxes.filter((box) => touches(outline, box))
  const note =
    shown.length < boxes.length
      ? html`<p class="hint">${say('Området ligger utanför kartan.', 'The area lies outside of the map.')}</p>`
      : empty
  return html`<figure class="map"><svg viewBox="0 0 ${outline.width} ${outline.height}" role="img" aria-label="${say('Karta över Sverige med området utmärkt', 'Map of Sweden with the area marked')}: ${words}"><path class="land" d="${outline.path}"/>${shown.map((box) => rectangle(outline, box))}</svg><figcaption>${words}</figcaption></figure>${note}`
}

function rectangle(outline: Outline, box: Box): Html {
  const x = (longitude: number) =>
    ((longitude - outline.west) / (outline.east - outline.west)) * outline.width
  const y = (latitude: number) =>
    ((outline.north - latitude) / (outline.north - outline.south)) * outline.height
  const clip = (value: number, high: number) => Math.max(0, Math.min(high, value))
  const [left, right] = [clip(x(box.west), outline.width), clip(x(box.east), outline.width)]
  const [upper, lower] = [clip(y(box.north), outline.height), clip(y(box.south), outline.height)]
  const [width, height] = [Math.max(SMALLEST, right - left), Math.max(SMALLEST, lower - upper)]
  const [cx, cy] = [(left + right - width) / 2, (upper + lower - height) / 2]
  return html`<rect class="area" x="${cx.toFixed(1)}" y="${cy.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`
}

function touches(outline: Outline, { west, east, south, north }: Box): boolean {
  return west <= outline.east && east >= outline.west && south <= outline.north && north >= outline.south
}

function degrees({ west, south, east, north }: Box, lang: 'sv' | 'en'): string {
  const round = (value: number) => String(Math.round(value * 100) / 100)
  const shown = (value: number) => (lang === 'sv' ? round(value).replace('.', ',') : round(value))
  const [n, e] = lang === 'sv' ? ['N', 'Ö'] : ['N', 'E']
  if (west === east && south === north) return `${shown(south)}° ${n}, ${shown(west)}° ${e}`
  return `${shown(south)}–${shown(north)}° ${n}, ${shown(west)}–${shown(east)}° ${e}`
}
