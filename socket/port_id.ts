/**
 * The port that the kernel has bound a socket to.
 *
 * @module
 */

import { check, lazy } from "./libc.ts";

const calls = lazy(
  {
    getsockname: { parameters: ["i32", "buffer", "buffer"], result: "i32" },
  } as const,
);

/** What {@linkcode portIdOf} does, for error messages. */
export const PORT_ID = "ask for the port id";

/**
 * Asks for the port id of a socket (`nl_pid`).
 *
 * @param fd The socket.
 * @returns The port id.
 * @throws {SocketError} If the kernel refuses.
 */
export function portIdOf(fd: number): number {
  const address = new Uint32Array(3);
  const length = new Uint32Array([address.byteLength]);
  check(
    calls().getsockname(
      fd,
      new Uint8Array(address.buffer),
      new Uint8Array(length.buffer),
    ),
    "getsockname",
    PORT_ID,
  );
  return address[1]!;
}
