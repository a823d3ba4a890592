/**
 * Links with programs at their ends, which `ip tuntap` makes.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { accountName } from "../../../names/accounts.ts";
import { type Kind, printNumbers, printSwitches } from "./kind.ts";
import {
  IFF_TAP,
  IFF_TUN,
  type TunData,
} from "../../../../messages/link/kinds/tun.ts";

/** TUN and TAP devices. */
export const kind: Kind<TunData> = { print };

function print({ printer, io }: Context, data: TunData): void {
  const { type, multiQueue, owner, group } = data;
  if (type !== undefined) {
    printer.named(
      "type",
      type === IFF_TUN ? "tun" : type === IFF_TAP ? "tap" : `UNKNOWN:${type}`,
    );
  }
  printSwitches(printer, data, { pi: "pi", vnetHdr: "vnet_hdr" });
  if (multiQueue) {
    printer.value("multi_queue", true, "multi_queue ");
    printNumbers(printer, data, {
      numQueues: "numqueues",
      numDisabledQueues: "numdisabled",
    });
  } else printer.field("multi_queue", false);
  printSwitches(printer, data, { persist: "persist" });
  if (owner !== undefined) {
    printer.named("user", accountName(io, "/etc/passwd", owner) ?? owner);
  }
  if (group !== undefined) {
    printer.named("group", accountName(io, "/etc/group", group) ?? group);
  }
}
