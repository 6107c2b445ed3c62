const kibibyte = 1024;

/** What a deck may hold at most; sizes are bytes of UTF-8. */
export const limits = {
  file: 2048 * kibibyte,
  line: 8 * kibibyte,
  card: 64 * kibibyte,
  cards: 5000,
  frontMatter: 64 * kibibyte,
  frontMatterLevels: 20,
  files: 5000,
  folders: 12,
} as const;

/** True when a text takes more bytes than this; most texts are decided by their length alone. */
export function exceeds(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) size += 1;
    else size += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return size > bytes;
}
