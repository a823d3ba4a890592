/**
 * Messages of what commands have made.
 *
 * @module
 */

import { assert } from "@std/assert";
import type { Message } from "../../messages/mod.ts";
import { dump, readCompletely } from "./dump.ts";
import { virtualMachine } from "./live.ts";

/**
 * Runs commands of a shell, one a line. On the virtual machine all have to
 * succeed but for those after a question mark, which need what it lacks.
 */
export function prepare(commands: string): void {
  for (const line of commands.trim().split("\n")) {
    const optional = line.startsWith("?");
    const command = optional ? line.slice(1) : line;
    const { success, stderr } = new Deno.Command("sh", {
      args: ["-c", command],
      stdin: "null",
    }).outputSync();
    if (!success && !optional && virtualMachine !== undefined) {
      throw new Error(
        `Cannot run ${command}: ${new TextDecoder().decode(stderr)}`,
      );
    }
  }
}

/** Links and addresses that others need, as {@linkcode prepare} takes them. */
export const DEVICES: string = `
ip link add d0 address 02:00:00:00:00:01 type dummy || ip link add d0 type ifb
ip link add d1 type dummy || ip link add d1 type ifb
ip link set lo up
ip link set d0 up
ip link set d1 up
ip address add 192.0.2.1/24 broadcast + dev d0 label d0:x
ip address add 2001:db8::1/64 dev d0 nodad
`;

/** All messages of a dump, read completely; at least so many. */
export async function all<T>(
  type: number,
  body: T,
  least = 1,
): Promise<Message[]> {
  const messages = (await dump(type, body)).map(readCompletely);
  assert(messages.length >= least, `${messages.length} messages`);
  return messages;
}

/** The same, where the running kernel may lack the object. */
export async function any<T>(type: number, body: T, least = 1): Promise<void> {
  try {
    await all(type, body, least);
  } catch (error) {
    const lacks = error instanceof Error && error.message.startsWith("Cannot");
    if (!lacks || virtualMachine !== undefined) throw error;
  }
}
