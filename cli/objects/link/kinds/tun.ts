/**
 * Links with programs at their ends, which `ip tuntap` makes.
 *
 * @module
 */

import { nameOf } from "../../../../messages/value_names.ts";
import {
  TUN_TYPES,
  type TunData,
  tunData,
} from "../../../../messages/link/kinds/tun.ts";
import { accountName } from "../../../names/users.ts";
import type { Context } from "../../../runtime/context.ts";
import { onOff } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { printSettings } from "./settings.ts";
import type { Printed, SettingNames } from "./setting.ts";

/** TUN and TAP devices. */
export const kind: Kind<TunData> = {
  print: printSettings<TunData>(tunData, {
    type: {
      json: "type",
      print: ({ printer }, { json }, type) =>
        printer.named(json, nameOf(TUN_TYPES, type) ?? `UNKNOWN:${type}`),
    },
    pi: { json: "pi", ...onOff },
    vnetHdr: { json: "vnet_hdr", ...onOff },
    multiQueue: {
      json: "multi_queue",
      absent: 0,
      print: ({ printer }, { json }, on) => {
        if (on) printer.value(json, true, `${json} `);
        else printer.field(json, false);
      },
    },
    numQueues: { json: "numqueues", print: ifMultiQueue },
    numDisabledQueues: { json: "numdisabled", print: ifMultiQueue },
    persist: { json: "persist", ...onOff },
    owner: { json: "user", ...account("/etc/passwd") },
    group: { json: "group", ...account("/etc/group") },
  }),
};

function ifMultiQueue(
  { printer }: Context,
  { json }: SettingNames,
  value: number,
  { multiQueue }: TunData,
): void {
  if (multiQueue) printer.named(json, value);
}

/** A user or a group, by its name in a file. */
function account(file: "/etc/passwd" | "/etc/group"): Printed<number> {
  return {
    print: ({ printer, io }, { json }, id) =>
      printer.named(json, accountName(io, file, id) ?? id),
  };
}
