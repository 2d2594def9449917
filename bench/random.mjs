// Chance that is the same everywhere, and the terms that generated nodes are made of.

/** Mulberry32: small, fast, and the same on every machine. Gives numbers from 0 up to 1. */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Makers of terms: an IRI, a text in a language, a typed literal, a plain literal. */
export const terms = {
  iri: (iri) => ({ iri }),
  text: (value, lang) => ({ value, lang }),
  typed: (value, datatype) => ({ value, datatype }),
  plain: (value) => ({ value }),
}
