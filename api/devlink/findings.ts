/**
 * What reporters of the health of devices show.
 *
 * @module
 */

import type { DevlinkMessage } from "../../messages/generic/devlink/commands.ts";
import type { DevlinkFmsgItem } from "../../messages/generic/devlink/health.ts";
import { DEVLINK_VALUE_TYPES } from "../../messages/generic/devlink/values.ts";
import { readValue } from "./param.ts";

/** A value that a reporter shows. */
export type DevlinkFinding =
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | DevlinkFinding[]
  | { [name: string]: DevlinkFinding };

/** What has begun and not yet ended. */
type Open =
  | { readonly kind: "object"; readonly value: Record<string, DevlinkFinding> }
  | { readonly kind: "array"; readonly value: DevlinkFinding[] }
  | { readonly kind: "pair"; name: string };

/**
 * Reads what a reporter shows, which may be spread over several messages.
 *
 * @param messages The messages.
 * @returns What it shows.
 */
export function readFindings(
  messages: readonly DevlinkMessage[],
): Record<string, DevlinkFinding> {
  const root: Record<string, DevlinkFinding> = {};
  const open: Open[] = [{ kind: "object", value: root }];
  let type = 0;
  for (const { attributes } of messages) {
    for (const item of attributes.fmsg ?? []) {
      const last = open.at(-1)!;
      if (item.objNestStart) begin(open, { kind: "object", value: {} });
      else if (item.arrNestStart) begin(open, { kind: "array", value: [] });
      else if (item.pairNestStart) open.push({ kind: "pair", name: "" });
      else if (item.nestEnd && open.length > 1) open.pop();
      else if (item.objName !== undefined && last.kind === "pair") {
        last.name = item.objName;
      } else if (item.objValueType !== undefined) type = item.objValueType;
      else if (item.objValueData !== undefined) put(open, valueOf(item, type));
    }
  }
  return root;
}

function begin(open: Open[], next: Open & { value: DevlinkFinding }): void {
  const last = open.at(-1)!;
  // An object without a name is that which it is in.
  if (last.kind === "object" && next.kind === "object") open.push(last);
  else {
    put(open, next.value);
    open.push(next);
  }
}

/** Puts a value where it belongs. */
function put(open: readonly Open[], value: DevlinkFinding): void {
  const last = open.at(-1)!;
  if (last.kind === "array") last.value.push(value);
  else if (last.kind === "object") last.value[""] = value;
  else {
    const holder = open.at(-2);
    if (holder?.kind === "object") holder.value[last.name] = value;
    else if (holder?.kind === "array") {
      holder.value.push({ [last.name]: value });
    }
  }
}

function valueOf(
  { objValueData: bytes = new Uint8Array() }: DevlinkFmsgItem,
  type: number,
): DevlinkFinding {
  switch (type) {
    case DEVLINK_VALUE_TYPES.binary:
      return bytes;
    case DEVLINK_VALUE_TYPES.flag:
      return bytes.length === 0 || bytes[0] !== 0;
    case DEVLINK_VALUE_TYPES.text:
      return readValue(DEVLINK_VALUE_TYPES.string, [bytes])!;
    default:
      return readValue(type, [bytes]) ?? bytes;
  }
}
