/**
 * `bridge mst set`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import { RTM_SETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { fail } from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
} from "../../parse/grammar.ts";
import { strtoul } from "../../parse/numbers.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { indexOf, required, STATE, stateOf } from "../common.ts";

interface StateArguments {
  device?: string;
  instance?: string;
  state?: string;
}

const KEYWORDS: Grammar<StateArguments> = {
  "dev": takes("DEV", text("device")),
  "msti": takes("MSTI", text("instance")),
  "state": takes({ name: "STATE", means: STATE }, text("state")),
};

/** The largest state that the kernel can be asked for. */
const MOST_STATE = 0xff;

/** Changes the state of a port in a spanning tree. */
export const set: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const wanted: StateArguments = {};
    await parse(KEYWORDS, wanted, args, context, (_, { word }) => {
      if (matches(word, "help")) throw usageIn(context.program, "mst");
    });
    const { device, instance, state } = wanted;
    if (
      device === undefined || instance === undefined || state === undefined
    ) throw required("Device, MSTI and state are required arguments.");
    const index = await indexOf(context, device);
    const { value, end } = strtoul(instance, 10);
    if (state === "" || end < instance.length) {
      throw fail(255, "Error: invalid MSTI");
    }
    const number = stateOf(state);
    if (number === undefined || number < 0 || number > MOST_STATE) {
      throw fail(255, "Error: invalid STP port state");
    }
    await context.talk((kernel) =>
      kernel.request({
        type: RTM_SETLINK,
        codec: linkMessage,
        message: blank(linkMessage, {
          family: AF_BRIDGE,
          index,
          attributes: {
            bridgeSpec: {
              mst: [{
                msti: Number(BigInt.asUintN(16, value)),
                state: number,
              }],
            },
          },
        }),
      })
    );
    return 0;
  },
);
