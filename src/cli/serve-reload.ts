// Watches the files that are served, and tells of changes once they have settled.

const SETTLED_MS = 400

/** Calls `changed` after files have changed, one call at a time; gives what stops the watching. */
export async function onChange(
  refs: readonly string[],
  changed: () => Promise<void>,
): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  const files = refs.filter((ref) => !/^https?:|^-$/.test(ref))
  const watcher = watch(files, { ignoreInitial: true })
  let timer: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      work = work.then(changed, changed)
    }, SETTLED_MS)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
