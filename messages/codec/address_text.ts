/**
 * Network and hardware addresses of messages as text.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5952 | RFC 5952}
 *
 * @module
 */

// Every program that imports a codec starts with this module. So texts of bytes
// are made when they first come, and digits are computed: tables of them would
// take a millisecond of each start (measured).
const BYTES = 256;

/** Each byte as two digits; empty for those that have not come. */
const HEX: string[] = new Array(BYTES).fill("");

function hexText(byte: number): string {
  return HEX[byte] ||= byte.toString(16).padStart(2, "0");
}

// V8 makes one string of two, of 13 characters or more, by pointing at them:
// that is fast, and small where others share the first one. Where nobody does, it
// takes twice the memory of a string in one piece, which the garbage collector
// copies over and over (measured). So what comes for the first time is written in
// one piece, and what comes again is put together.
const CACHE_SIZE = 1024;
const cachedNumbers = new Uint32Array(CACHE_SIZE);
/** Empty for those that have come once: of most, nothing need be kept. */
const cachedTexts: string[] = new Array(CACHE_SIZE).fill("");
const cachedNetworks = new Uint32Array(CACHE_SIZE);
/** What they begin with; empty for those that have come once. */
const cachedStarts: string[] = new Array(CACHE_SIZE).fill("0.0.0.");

/** An IPv4 address; gateways and source addresses come again and again. */
export function formatIpv4(view: DataView, at: number): string {
  const number = view.getUint32(at);
  const slot = (number ^ (number >>> 10) ^ (number >>> 20)) & (CACHE_SIZE - 1);
  if (cachedNumbers[slot] === number) {
    return cachedTexts[slot] ||= ipv4Text(number, decimals, -1);
  }
  cachedNumbers[slot] = number;
  cachedTexts[slot] = "";
  return ipv4Text(number, decimals, -1);
}

/** The last byte as text; empty for those that have not come. */
const decimals: string[] = new Array(BYTES).fill("");
/** What prefixes end with: the same with the length, by the length. */
const prefixEnds: string[][] = [];

/** An IPv4 address, a slash and the length of a prefix. */
export function formatIpv4Prefix(
  view: DataView,
  at: number,
  length: number,
): string {
  const number = view.getUint32(at);
  const ends = prefixEnds[length] ??= new Array(BYTES).fill("");
  return ipv4Text(number, ends, length);
}

function ipv4Text(
  number: number,
  ends: string[],
  length: number,
): string {
  const network = number >>> 8;
  const slot = (network ^ (network >>> 10)) & (CACHE_SIZE - 1);
  if (cachedNetworks[slot] !== network) {
    cachedNetworks[slot] = network;
    cachedStarts[slot] = "";
    return ipv4InOnePiece(number, length);
  }
  const start = cachedStarts[slot]! || (cachedStarts[slot] = startOf(network));
  const last = number & 255;
  return start + (ends[last] ||= length < 0 ? `${last}` : `${last}/${length}`);
}

/** The first three bytes, and the dot behind each. */
function startOf(network: number): string {
  return `${network >>> 16}.${(network >>> 8) & 255}.${network & 255}.`;
}

const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;

/** The character codes of a text that is being written. */
const codes = new Uint8Array(24);

/** Writes a number below 256, and returns where it ends. */
function writeByte(at: number, byte: number): number {
  const hundreds = (byte / 100) | 0;
  const tens = (byte / 10) | 0;
  if (byte > 99) codes[at++] = ZERO + hundreds;
  if (byte > 9) codes[at++] = ZERO + tens - 10 * hundreds;
  codes[at++] = ZERO + byte - 10 * tens;
  return at;
}

/** An IPv4 address, and a length unless that is negative. */
function ipv4InOnePiece(number: number, length: number): string {
  let at = writeByte(0, number >>> 24);
  codes[at++] = DOT;
  at = writeByte(at, (number >>> 16) & 255);
  codes[at++] = DOT;
  at = writeByte(at, (number >>> 8) & 255);
  codes[at++] = DOT;
  at = writeByte(at, number & 255);
  if (length >= 0) {
    codes[at++] = SLASH;
    at = writeByte(at, length);
  }
  return textOfCodes(at);
}

/** Arrays of each length: `fromCharCode` takes arguments in one go from these. */
const rows: readonly number[][] = Array.from(
  codes,
  (_, length) => new Array(length).fill(0),
);

/** The first of the {@linkcode codes} as text in one piece. */
function textOfCodes(length: number): string {
  const row = rows[length]!;
  for (let i = 0; i < length; i++) row[i] = codes[i]!;
  return String.fromCharCode(...row);
}

/** An IPv6 address: lower case; the longest run of zeros, of two groups or more, is cut. */
export function formatIpv6(view: DataView, at: number): string {
  if (isZero(view, at)) return "::";
  let cutAt = 8;
  let cut = 1;
  let run = 0;
  for (let i = 0; i < 8; i++) {
    run = view.getUint16(at + 2 * i) === 0 ? run + 1 : 0;
    if (run > cut) [cutAt, cut] = [i + 1 - run, run];
  }
  let text = cutAt === 0 ? ":" : "";
  for (let i = 0; i < 8; i++) {
    if (i === cutAt) {
      text += ":";
      i += cut - 1;
    } else if (i === 6 && cutAt === 0 && embedsIpv4(view, at, cut)) {
      return text + formatIpv4(view, at + 12);
    } else {
      text += view.getUint16(at + 2 * i).toString(16);
      if (i < 7) text += ":";
    }
  }
  return text;
}

function isZero(view: DataView, at: number): boolean {
  return view.getInt32(at) === 0 && view.getInt32(at + 4) === 0 &&
    view.getInt32(at + 8) === 0 && view.getInt32(at + 12) === 0;
}

/** `::ffff:192.0.2.1` and `::192.0.2.1` are written so, as inet_ntop(3) does. */
function embedsIpv4(view: DataView, at: number, cut: number): boolean {
  return cut === 6 || (cut === 5 && view.getUint16(at + 10) === 0xffff);
}

/** A hardware address. */
export function formatHardware(
  view: DataView,
  start: number,
  end: number,
): string {
  if (end - start === 6) return formatMac(view, start);
  if (start === end) return "";
  let text = hexText(view.getUint8(start));
  for (let at = start + 1; at < end; at++) {
    text += ":" + hexText(view.getUint8(at));
  }
  return text;
}

/** The character codes of hexadecimal digits. */
const digits = Uint8Array.from(
  "0123456789abcdef",
  (digit) => digit.charCodeAt(0),
);

// Broadcast addresses, and those of routers, come again and again. What comes for
// the first time is not kept: remembering numbers costs nothing, texts do.
const MACS = 256;
const cachedMacs = new Uint32Array(2 * MACS);
/** Empty for those that have come once. */
const cachedMacTexts: string[] = new Array(MACS).fill("");

function formatMac(view: DataView, at: number): string {
  const start = view.getUint16(at);
  const rest = view.getUint32(at + 2);
  const slot = (rest ^ (rest >>> 8) ^ (rest >>> 16) ^ start) & (MACS - 1);
  if (cachedMacs[2 * slot] === start && cachedMacs[2 * slot + 1] === rest) {
    return cachedMacTexts[slot] ||= macText(start, rest);
  }
  cachedMacs[2 * slot] = start;
  cachedMacs[2 * slot + 1] = rest;
  cachedMacTexts[slot] = "";
  return macText(start, rest);
}

/** Written in one piece, for the same reason as IPv4 addresses. */
function macText(start: number, rest: number): string {
  // deno-fmt-ignore
  return String.fromCharCode(
    digits[start >>> 12]!, digits[(start >>> 8) & 15]!, COLON,
    digits[(start >>> 4) & 15]!, digits[start & 15]!, COLON,
    digits[rest >>> 28]!, digits[(rest >>> 24) & 15]!, COLON,
    digits[(rest >>> 20) & 15]!, digits[(rest >>> 16) & 15]!, COLON,
    digits[(rest >>> 12) & 15]!, digits[(rest >>> 8) & 15]!, COLON,
    digits[(rest >>> 4) & 15]!, digits[rest & 15]!,
  );
}
