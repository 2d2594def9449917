// Types of bundle.mjs, which plain scripts use as well.
export function bundle(input: string, name: string): Promise<{ readonly path: string; readonly href: string }>
