// The first digits of SHA-256 (FIPS 180-4) of short texts, fast enough for a million of them: one buffer, no objects.

/** Fractions of the cube roots of the first 64 primes. */
const K = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
/** Fractions of the square roots of the first 8 primes. */
const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

const schedule = new Int32Array(64);
const state = new Int32Array(8);
const encoder = new TextEncoder();
let buffer = new Uint8Array(1 << 10);

/** The first 20 hex digits (80 bits) of the SHA-256 of a text in UTF-8. */
export function digest(text: string): string {
  const length = fill(text);
  const end = pad(length);
  state.set(START);
  for (let at = 0; at < end; at += 64) compress(at);
  return hex();
}

/** Character codes of the digits. */
const digits = Array.from({ length: 20 }, () => 0);

/** The first 20 digits of the state, as one flat string: pieces put together would take three times the memory. */
function hex(): string {
  for (let i = 0; i < 20; i++) {
    const digit = (state[i >> 3]! >>> (28 - (i & 7) * 4)) & 15;
    digits[i] = digit < 10 ? 48 + digit : 87 + digit;
  }
  return String.fromCharCode.apply(undefined, digits);
}

/** Puts the text into the buffer; returns its length in bytes. */
function fill(text: string): number {
  if (text.length * 3 + 72 > buffer.length) buffer = new Uint8Array(text.length * 6 + 72);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return encoder.encodeInto(text, buffer).written;
    buffer[i] = code;
  }
  return text.length;
}

/** A one, zeros, and the length in bits as the last 8 bytes of a block; returns where that ends. */
function pad(length: number): number {
  const end = (length + 72) & ~63;
  buffer[length] = 0x80;
  buffer.fill(0, length + 1, end - 5);
  buffer[end - 5] = Math.floor(length / 0x20000000);
  buffer[end - 4] = length >>> 21;
  buffer[end - 3] = length >>> 13;
  buffer[end - 2] = length >>> 5;
  buffer[end - 1] = length << 3;
  return end;
}

function compress(at: number): void {
  for (let i = 0, byte = at; i < 16; i++, byte += 4)
    schedule[i] =
      (buffer[byte]! << 24) | (buffer[byte + 1]! << 16) | (buffer[byte + 2]! << 8) | buffer[byte + 3]!;
  for (let i = 16; i < 64; i++) {
    const x = schedule[i - 15]!;
    const y = schedule[i - 2]!;
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[i] = (schedule[i - 16]! + low + schedule[i - 7]! + high) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const sum = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + sum + ((e & f) ^ (~e & g)) + K[i]! + schedule[i]!) | 0;
    const turned = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (turned + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}
