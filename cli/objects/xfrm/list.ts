/**
 * Lists of policies and states, and what chooses among them.
 *
 * @module
 */

import type { Connection } from "../../../api/connection/connection.ts";
import { FieldPath } from "../../../api/mapping/field_path.ts";
import { prefixBits } from "../../../api/mapping/prefixes.ts";
import { NETLINK_XFRM } from "../../../messages/families.ts";
import { fail, refused } from "../../parse/errors.ts";
import type { Prefix } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { showRecord } from "./format.ts";
import { addressOfPrefix } from "./parse_id.ts";

/**
 * The bits that addresses begin with which a prefix contains.
 *
 * @param prefix The prefix.
 * @returns What `beginsWith()` compares; `undefined` if it contains all.
 */
export function networkOf(
  prefix: Prefix | undefined,
): ReturnType<typeof prefixBits.toKernel> {
  if (prefix === undefined || prefix.length === 0) return undefined;
  const text = `${addressOfPrefix(prefix)}/${prefix.length}`;
  return prefixBits.toKernel(text, FieldPath.root);
}

/**
 * Lists objects and shows those that are meant.
 *
 * @typeParam T The objects.
 * @param dump Lists them.
 * @param isMeant Whether one is meant.
 * @param format Makes the text of one.
 * @returns The exit code.
 * @throws {CommandError} If the kernel refuses.
 */
export async function showAll<T>(
  context: Context,
  dump: (connection: Connection) => Promise<readonly T[]>,
  isMeant: (object: T) => boolean,
  format: (object: T) => string,
): Promise<number> {
  using connection = await context.open(NETLINK_XFRM);
  const objects = await dump(connection)
    .catch(refused(fail, 1, "Dump terminated"));
  for (const object of objects.filter(isMeant)) {
    await showRecord(context, () => format(object));
  }
  return 0;
}
