/**
 * What can be made anew is kept twice against damage and compared: that needs no loop of ours, which at a start nobody
 * has compiled, and no hash, whose code takes longer to load.
 */
export function doubled(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, bytes]);
}

/** The text that was kept; `undefined` when the bytes are no such thing. */
export function halved(bytes: Buffer): string | undefined {
  const half = bytes.subarray(0, bytes.length / 2);
  return half.equals(bytes.subarray(half.length)) ? half.toString('utf8') : undefined;
}
