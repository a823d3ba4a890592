/**
 * Filters of classic BPF on sockets.
 *
 * @see {@link https://www.kernel.org/doc/html/latest/networking/filter.html | Linux Socket Filtering}
 *
 * @module
 */

import { check, libc, pointerTo } from "./libc.ts";
import { SOL_SOCKET } from "./options.ts";

const SO_ATTACH_FILTER = 26;
const SO_DETACH_FILTER = 27;

/** An instruction of classic BPF (`struct sock_filter`). */
export interface FilterInstruction {
  /** What to do, `BPF_*` (`code`). */
  code: number;
  /** Instructions to skip if a condition holds; 0 by default (`jt`). */
  jumpTrue?: number;
  /** Instructions to skip if it does not; 0 by default (`jf`). */
  jumpFalse?: number;
  /** Operand; 0 by default (`k`). */
  value?: number;
}

/**
 * Attaches a filter to a socket.
 *
 * @param fd The socket.
 * @param program The filter.
 */
export function attachFilter(
  fd: number,
  program: readonly FilterInstruction[],
): void {
  const words = new Uint32Array(2 * program.length);
  const halves = new Uint16Array(words.buffer);
  const bytes = new Uint8Array(words.buffer);
  for (const [i, instruction] of program.entries()) {
    halves[4 * i] = instruction.code;
    bytes[8 * i + 2] = instruction.jumpTrue ?? 0;
    bytes[8 * i + 3] = instruction.jumpFalse ?? 0;
    words[2 * i + 1] = instruction.value ?? 0;
  }
  // `struct sock_fprog`: the number of instructions, and where they are.
  const head = new BigUint64Array(2);
  new Uint16Array(head.buffer)[0] = program.length;
  head[1] = pointerTo(words);
  setFilter(fd, SO_ATTACH_FILTER, new Uint8Array(head.buffer), "attach");
}

/**
 * Removes the filter of a socket.
 *
 * @param fd The socket.
 */
export function detachFilter(fd: number): void {
  setFilter(fd, SO_DETACH_FILTER, new Uint8Array(4), "detach");
}

function setFilter(
  fd: number,
  option: number,
  value: Uint8Array<ArrayBuffer>,
  verb: string,
): void {
  check(
    libc().setsockopt(fd, SOL_SOCKET, option, value, value.length),
    "setsockopt",
    `${verb} the filter`,
  );
}
