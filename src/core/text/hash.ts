/** Computed at the first hash: a start that needs none is spared it. */
let roundConstants: Uint32Array | undefined;

/** 32 bits of the cube roots' fractions of the first 64 primes (FIPS 180-4, 4.2.2), of which a double has 50. */
function fractionsOfCubeRoots(): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => (Math.cbrt(prime) % 1) * 2 ** 32);
}

/** Room for the bytes of one text at a time: hashing 100,000 questions must not make as many buffers. */
let room = new Uint8Array(4096);

/** Writes the UTF-8 bytes of a text, a lone surrogate as U+FFFD, to the beginning of `room`; gives their number. */
function encode(text: string): number {
  const most = text.length * 3 + 128;
  if (room.length < most) room = new Uint8Array(most);
  const bytes = room;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[end++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = text.charCodeAt(i + 1);
      const pair = code < 0xdc00 && low >= 0xdc00 && low < 0xe000;
      code = pair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (pair) i++;
    }
    if (code < 0x800) bytes[end++] = 0xc0 | (code >> 6);
    else if (code < 0x10000) {
      bytes[end++] = 0xe0 | (code >> 12);
      bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
    } else {
      bytes[end++] = 0xf0 | (code >> 18);
      bytes[end++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (code & 0x3f);
  }
  return end;
}

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
const schedule = new Int32Array(64);

/** One block of 64 bytes of `room` into the eight words of `state` (FIPS 180-4, 6.2.2). */
function compress(state: Int32Array, offset: number): void {
  const w = schedule;
  for (let i = 0, at = offset; i < 16; i++, at += 4)
    w[i] =
      ((room[at] ?? 0) << 24) |
      ((room[at + 1] ?? 0) << 16) |
      ((room[at + 2] ?? 0) << 8) |
      (room[at + 3] ?? 0);
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] ?? 0;
    const y = w[i - 2] ?? 0;
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
  }
  mix(state, w);
}

function mix(state: Int32Array, w: Int32Array): void {
  roundConstants ??= fractionsOfCubeRoots();
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

const initialState = Int32Array.from([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

const lastState = new Int32Array(8);

/** Eight words that count until the next text is hashed. */
function sha256(text: string): Int32Array {
  const length = encode(text);
  const end = ((length + 8) >> 6) * 64 + 64;
  room.fill(0, length, end);
  room[length] = 0x80;
  for (let i = end - 1, bits = length * 8; bits > 0; i--, bits = Math.floor(bits / 256)) room[i] = bits % 256;
  lastState.set(initialState);
  for (let offset = 0; offset < end; offset += 64) compress(lastState, offset);
  return lastState;
}

let hexOfBytes: readonly string[] | undefined;

/** Out of a table: `toString` takes longer than all else of a hash. */
function hex8(word = 0): string {
  hexOfBytes ??= Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
  const hex = hexOfBytes;
  return `${hex[word >>> 24]}${hex[(word >>> 16) & 0xff]}${hex[(word >>> 8) & 0xff]}${hex[word & 0xff]}`;
}

/** SHA-256 of the text's UTF-8 bytes, 64 lower-case hex digits. */
export const sha256Hex = (text: string): string => Array.from(sha256(text), (word) => hex8(word)).join('');

/** The first 12 hex digits of the SHA-256. */
export function hash12(text: string): string {
  const state = sha256(text);
  return hex8(state[0]) + hex8(state[1]).slice(0, 4);
}

/** Four tables: that of single bytes, and those for bytes with one, two and three others behind them. */
const crcTables = Array.from({ length: 4 }, () => new Int32Array(256));
const [crc0 = new Int32Array(), crc1 = crc0, crc2 = crc0, crc3 = crc0] = crcTables;
// The entry of two bits is the sum of theirs, which spares each start most of the steps.
for (let bit = 128, crc = 1; bit > 0; bit >>= 1) {
  crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  for (let byte = 0; byte < 256; byte += 2 * bit) crc0[byte + bit] = (crc0[byte] ?? 0) ^ crc;
}
for (const [n, table] of crcTables.entries()) {
  const before = crcTables[n - 1] ?? crc0;
  if (n > 0) for (let byte = 0; byte < 256; byte++) table[byte] = crcStep(before[byte] ?? 0, 0);
}

/** CRC-32 (IEEE 802.3, reflected) of the text's UTF-8 bytes, 8 lower-case hex digits. */
export const crc32Hex = (text: string): string => hex8(crc32(text));

/**
 * The same as a number from 0 to 2^32 - 1. Journals are read with it, a million lines at a time, so ASCII is summed
 * four letters at once and without making bytes of it.
 */
export function crc32(text: string): number {
  let crc = -1;
  let i = 0;
  for (; i + 4 <= text.length; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    if ((a | b | c | d) >= 0x80) break;
    const word = crc ^ (a | (b << 8) | (c << 16) | (d << 24));
    crc =
      (crc3[word & 0xff] ?? 0) ^
      (crc2[(word >>> 8) & 0xff] ?? 0) ^
      (crc1[(word >>> 16) & 0xff] ?? 0) ^
      (crc0[word >>> 24] ?? 0);
  }
  return ~crcOfBytes(crc, encode(text.slice(i))) >>> 0;
}

function crcStep(crc: number, byte: number): number {
  return (crc >>> 8) ^ (crc0[(crc ^ byte) & 0xff] ?? 0);
}

function crcOfBytes(begun: number, length: number): number {
  let crc = begun;
  for (let i = 0; i < length; i++) crc = crcStep(crc, room[i] ?? 0);
  return crc;
}
