// Made by scripts/framework.mjs from vocab/national/*.ttl: change the Turtle, then run `npm run framework`.
import type { FrameworkItem, FrameworkVersion, Named } from './types.ts'

export const principles: readonly FrameworkItem[] = [
  {"id":"public-benefit","iri":"https://w3id.org/grunddata/principle/public-benefit","label":{"sv":"ge samhällsnytta","en":"give public benefit"},"order":1,"notation":"P1","wordings":[{"version":"1.0","text":{"sv":"ge samhällsnytta","en":"give public benefit"}},{"version":"2.0","text":{"sv":"ge samhällsnytta","en":"give public benefit"}}]},
  {"id":"efficient-and-simple-use","iri":"https://w3id.org/grunddata/principle/efficient-and-simple-use","label":{"sv":"kunna nyttjas effektivt och enkelt","en":"be usable efficiently and simply"},"order":2,"notation":"P2","wordings":[{"version":"1.0","text":{"sv":"kunna nyttjas effektivt och enkelt","en":"be usable efficiently and simply"}},{"version":"2.0","text":{"sv":"kunna nyttjas effektivt och enkelt","en":"be usable efficiently and simply"}}]},
  {"id":"once-only","iri":"https://w3id.org/grunddata/principle/once-only","label":{"sv":"stödja ”en uppgift en gång”","en":"support “once only”"},"order":3,"notation":"P3","wordings":[{"version":"1.0","text":{"sv":"stödja ”en uppgift en gång”","en":"support “once only”"}},{"version":"2.0","text":{"sv":"stödja ”en uppgift en gång”","en":"support “once only”"}}]},
  {"id":"established-requirements","iri":"https://w3id.org/grunddata/principle/established-requirements","label":{"sv":"följa fastställda krav","en":"follow established requirements"},"order":4,"notation":"P4","wordings":[{"version":"1.0","text":{"sv":"följa fastställda krav","en":"follow established requirements"}},{"version":"2.0","text":{"sv":"följa fastställda krav","en":"follow established requirements"}}]},
  {"id":"interoperable","iri":"https://w3id.org/grunddata/principle/interoperable","label":{"sv":"vara interoperabla","en":"be interoperable"},"order":5,"notation":"P5","wordings":[{"version":"1.0","text":{"sv":"vara kombinerbara","en":"be combinable"}},{"version":"2.0","text":{"sv":"vara interoperabla","en":"be interoperable"}}]},
  {"id":"described","iri":"https://w3id.org/grunddata/principle/described","label":{"sv":"beskrivas","en":"be described"},"order":6,"notation":"P6","wordings":[{"version":"1.0","text":{"sv":"beskrivas","en":"be described"}},{"version":"2.0","text":{"sv":"beskrivas","en":"be described"}}]},
  {"id":"secure-handling","iri":"https://w3id.org/grunddata/principle/secure-handling","label":{"sv":"behandlas på ett säkert sätt","en":"be handled securely"},"order":7,"notation":"P7","wordings":[{"version":"1.0","text":{"sv":"behandlas på ett säkert sätt","en":"be handled securely"}},{"version":"2.0","text":{"sv":"behandlas på ett säkert sätt","en":"be handled securely"}}]},
]

export const schemes: readonly Named[] = [
  {"id":"component-type","iri":"https://w3id.org/grunddata/component-type","label":{"sv":"Typ av komponent","en":"Type of component"}},
  {"id":"category","iri":"https://w3id.org/grunddata/category","label":{"sv":"Kategori av komponent","en":"Category of component"}},
  {"id":"phase","iri":"https://w3id.org/grunddata/phase","label":{"sv":"Faser","en":"Phases"}},
  {"id":"off-path","iri":"https://w3id.org/grunddata/off-path","label":{"sv":"Tillstånd utanför faserna","en":"States off the path of phases"}},
  {"id":"basis","iri":"https://w3id.org/grunddata/basis","label":{"sv":"Vad en status grundas på","en":"What a status rests on"}},
  {"id":"component","iri":"https://w3id.org/grunddata/component","label":{"sv":"Komponenter i förvaltningsgemensam digital infrastruktur","en":"Components of the shared digital infrastructure"}},
  {"id":"characteristic","iri":"https://w3id.org/grunddata/characteristic","label":{"sv":"Kännetecken för nationella grunddata","en":"Characteristics of national basic data"}},
  {"id":"principle","iri":"https://w3id.org/grunddata/principle","label":{"sv":"Principer för nationella grunddata","en":"Principles for national basic data"}},
  {"id":"period","iri":"https://w3id.org/grunddata/period","label":{"sv":"Perioder","en":"Periods"}},
  {"id":"unit","iri":"https://w3id.org/grunddata/unit","label":{"sv":"Enheter","en":"Units"}},
  {"id":"funding-total","iri":"https://w3id.org/grunddata/funding-total","label":{"sv":"Summeringar","en":"Sums"}},
  {"id":"domain","iri":"https://w3id.org/grunddata/domain","label":{"sv":"Grunddatadomäner","en":"Basic data domains"}},
  {"id":"concept-status","iri":"https://w3id.org/grunddata/concept-status","label":{"sv":"Domänbegreppets ställning","en":"Standing of a domain concept"}},
  {"id":"eu-alignment","iri":"https://w3id.org/grunddata/eu-alignment","label":{"sv":"Europeiska specifikationer och system","en":"European specifications and systems"}},
  {"id":"dataset-status","iri":"https://w3id.org/grunddata/dataset-status","label":{"sv":"Datamängdens läge vid slutet av 2023","en":"State of a dataset at the end of 2023"}},
  {"id":"evidence","iri":"https://w3id.org/grunddata/evidence","label":{"sv":"Underlag för en uppgift","en":"Evidence for a fact"}},
  {"id":"measure","iri":"https://w3id.org/grunddata/measure","label":{"sv":"Mått på användning","en":"Measures of use"}},
  {"id":"usage-group","iri":"https://w3id.org/grunddata/usage-group","label":{"sv":"Grupper av mått","en":"Groups of measures"}},
]

export const characteristics: readonly FrameworkItem[] = [
  {"id":"produced-by-public-actors","iri":"https://w3id.org/grunddata/characteristic/produced-by-public-actors","label":{"sv":"produceras av offentliga aktörer","en":"are produced by public actors"},"order":1,"notation":"C1","wordings":[{"version":"1.0","text":{"sv":"produceras av offentliga aktörer","en":"are produced by public actors"}},{"version":"2.0","text":{"sv":"produceras av offentliga aktörer","en":"are produced by public actors"}}]},
  {"id":"used-by-several-consumers","iri":"https://w3id.org/grunddata/characteristic/used-by-several-consumers","label":{"sv":"används av flera konsumenter","en":"are used by several consumers"},"order":2,"notation":"C2","wordings":[{"version":"1.0","text":{"sv":"används av flera konsumenter","en":"are used by several consumers"}},{"version":"2.0","text":{"sv":"används av flera konsumenter","en":"are used by several consumers"}}]},
  {"id":"important-in-society","iri":"https://w3id.org/grunddata/characteristic/important-in-society","label":{"sv":"är viktiga i samhället","en":"are important in society"},"order":3,"notation":"C3","wordings":[{"version":"1.0","text":{"sv":"är viktiga i samhället","en":"are important in society"}},{"version":"2.0","text":{"sv":"är viktiga i samhället","en":"are important in society"}}]},
  {"id":"follows-the-framework","iri":"https://w3id.org/grunddata/characteristic/follows-the-framework","label":{"sv":"följer ramverket","en":"follow the framework"},"order":4,"notation":"C4","wordings":[{"version":"1.0","text":{"sv":"följer överenskomna regler","en":"follow agreed rules"}},{"version":"2.0","text":{"sv":"följer ramverket","en":"follow the framework"}}]},
]

export const frameworkVersions: readonly FrameworkVersion[] = [
  {"version":"1.0","iri":"https://w3id.org/grunddata/framework/1.0","label":{"sv":"Ramverk för nationella grunddata 1.0","en":"Framework for national basic data 1.0"},"issued":"2021-01-29","documentNumber":"AD 2019:585"},
  {"version":"2.0","iri":"https://w3id.org/grunddata/framework/2.0","label":{"sv":"Ramverk för nationella grunddata 2.0","en":"Framework for national basic data 2.0"},"issued":"2023-01-13","documentNumber":"2022-3474"},
]
