/**
 * How bridges and their ports print what STP has.
 *
 * @module
 */

import type { BridgeId } from "../../../../messages/link/bridge/id.ts";
import { centiseconds } from "../../../print/format.ts";
import type { Printed } from "./setting.ts";

/** The identity of a bridge, such as `8000.2:0:0:0:0:1`. */
export const bridgeIdentity: Printed<BridgeId> = {
  print: ({ printer }, { json, text }, { priority, address }) => {
    const bytes = address.split(":").map((byte) => byte.replace(/^0/, ""));
    const id = `${priority.toString(16).padStart(4, "0")}.${bytes.join(":")}`;
    printer.value(json, id, `${text} ${id} `);
  },
};

/** A timer, in hundredths of a second. */
export const timer: Printed<bigint> = {
  print: ({ printer }, { json }, ticks) => {
    const seconds = centiseconds(ticks);
    printer.raw(json, seconds, `${json} ${seconds.padStart(7)} `);
  },
};
