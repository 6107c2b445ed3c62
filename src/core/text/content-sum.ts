/**
 * Tells one content from another: sixteen hex digits of 64 bits, which one changed byte always changes. `before` goes
 * first. No defence against one who looks for two contents with one sum. `node:crypto` would have to be loaded for more,
 * which takes longer than to sum up a deck.
 */
export function contentSum(bytes: Uint8Array, before: string): string {
  let a = bytes.length;
  let b = 0;
  const add = (word: number): void => {
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x85ebca6b) + a;
    b ^= b >>> 13;
  };
  for (let i = 0; i < before.length; i++) add(before.charCodeAt(i));
  const whole = bytes.length - (bytes.length % 4);
  for (let i = 0; i < whole; i += 4)
    add(
      (bytes[i] ?? 0) |
        ((bytes[i + 1] ?? 0) << 8) |
        ((bytes[i + 2] ?? 0) << 16) |
        ((bytes[i + 3] ?? 0) << 24),
    );
  for (const byte of bytes.subarray(whole)) add(byte);
  return hex8(a) + hex8(b);
}

const hex8 = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
