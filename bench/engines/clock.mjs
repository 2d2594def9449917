// Phases of a run in milliseconds.

/** A function that gives the milliseconds since it was last called. */
export function clock() {
  let last = performance.now()
  return () => {
    const now = performance.now()
    const took = now - last
    last = now
    return Math.round(took * 10) / 10
  }
}
