/**
 * Random hex digits, two for each byte, for names that nobody else may choose. `node:crypto` is loaded by the first
 * call, for that takes a sixth of bare Node's start and most starts need no name.
 */
export const randomHex = (bytes: number): string => loadRandom().randomBytes(bytes).toString('hex');

/** For when nobody waits: the first rating names a file. */
export const loadRandom = (): Pick<typeof import('node:crypto'), 'randomBytes'> =>
  process.getBuiltinModule('node:crypto');
