/**
 * IP protocols by name.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/getprotobyname.3.html |
 * getprotobyname(3)}
 *
 * @module
 */

import { textToBytes } from "../../messages/codec/text.ts";
import type { Io } from "../runtime/io.ts";
import { unsigned } from "../parse/numbers.ts";
import { bytesAt, lazy, pointerAt, textAt } from "../../socket/libc.ts";

const protocols = lazy(
  {
    getprotobyname: { parameters: ["buffer"], result: "usize" },
    getprotobynumber: { parameters: ["i32"], result: "usize" },
  } as const,
);

/** Offset of `p_proto` in `struct protoent`. */
const NUMBER_OFFSET = 16n;

/**
 * The protocol that an argument stands for.
 *
 * @param arg A name or a number.
 * @param io Looks names up.
 * @returns The number, or `undefined` if the argument is neither.
 */
export function ipProtocolOf(arg: string, io: Io): number | undefined {
  const number = unsigned(arg, 8, 10);
  if (number !== undefined) return number;
  return (io.lookup?.protocolNumber ?? protocolNumber)(arg);
}

/**
 * The number of a protocol, as the C library finds it.
 *
 * @param arg Its name.
 * @returns The number, or `undefined` if there is no such protocol.
 */
export function protocolNumber(arg: string): number | undefined {
  const name = textToBytes(`${arg}\0`);
  const entry = protocols().getprotobyname(name);
  if (entry === 0n) return undefined;
  const { buffer } = bytesAt(entry + NUMBER_OFFSET, 4);
  return new Int32Array(buffer)[0];
}

/**
 * The name of a protocol.
 *
 * @param protocol Its number.
 * @param io Looks names up.
 * @returns The name, or `undefined` if it has none.
 */
export function ipProtocolName(protocol: number, io: Io): string | undefined {
  return (io.lookup?.protocolName ?? protocolName)(protocol);
}

/**
 * The name of a protocol, as the C library finds it.
 *
 * @param protocol Its number.
 * @returns The name, or `undefined` if it has none.
 */
export function protocolName(protocol: number): string | undefined {
  const entry = protocols().getprotobynumber(protocol);
  if (entry === 0n) return undefined;
  const name = pointerAt(entry);
  return name === 0n ? undefined : textAt(name);
}
