/**
 * `bridge fdb flush`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import { NLM_F_BULK } from "../../../messages/header.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import { neighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { duplicateOrGarbage, fail, usage } from "../../parse/errors.ts";
import {
  type Grammar,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, passOverHelp, required } from "../common.ts";
import {
  type TunnelArguments,
  tunnelAttributes,
  tunnelKeywords,
} from "./tunnel.ts";

/** The first number that no VLAN has. */
const VLANS = 4096;

/** What the arguments set. */
interface Selection extends TunnelArguments {
  device?: string;
  bridgePort?: string;
  vlan: number;
  flags: number;
  flagsMask: number;
  state: number;
  stateMask: number;
}

type Take = Word<Selection>;

function states(set: number, clear: number, mask: number): Take {
  return (selection) => {
    selection.state = (selection.state | set) & ~clear;
    selection.stateMask |= mask;
  };
}

/** A flag that entries have to have, or, with `no`, not to have. */
function flag(name: string, bit: number): Grammar<Selection> {
  return {
    [name]: (selection) => {
      selection.flags |= bit;
      selection.flagsMask |= bit;
    },
    [`no${name}`]: (selection) => {
      selection.flags &= ~bit;
      selection.flagsMask |= bit;
    },
  };
}

const BOTH = c.NUD_NOARP | c.NUD_PERMANENT;

const KEYWORDS: Grammar<Selection> = {
  "dev": takes("DEV", text("device")),
  "master": (selection) => void (selection.flags |= c.NTF_MASTER),
  "self": (selection) => void (selection.flags |= c.NTF_SELF),
  "permanent": states(c.NUD_PERMANENT, 0, c.NUD_PERMANENT),
  "nopermanent": states(0, c.NUD_PERMANENT, c.NUD_PERMANENT),
  "static": states(c.NUD_NOARP, 0, BOTH),
  "nostatic": states(0, c.NUD_NOARP, c.NUD_NOARP),
  "dynamic": states(0, c.NUD_NOARP, BOTH),
  "nodynamic": states(c.NUD_NOARP, 0, c.NUD_NOARP),
  ...flag("added_by_user", c.NTF_USE),
  ...flag("extern_learn", c.NTF_EXT_LEARNED),
  ...flag("sticky", c.NTF_STICKY),
  ...flag("offloaded", c.NTF_OFFLOADED),
  ...flag("router", c.NTF_ROUTER),
  "brport": takes("DEV", (selection, { word, args }) => {
    if (selection.bridgePort !== undefined) {
      throw duplicateOrGarbage("brport", word);
    }
    selection.bridgePort = args.take();
  }),
  "vlan": takes("VID", (selection, { word, args }) => {
    if (selection.vlan >= 0) throw duplicateOrGarbage("vlan", word);
    selection.vlan = atoi(args.take(), 16);
  }),
  ...tunnelKeywords<Selection>('"nid" value is invalid\n'),
  "help": (_, { args }) => passOverHelp(args),
};

/** Deletes the forwarding entries of a device that match. */
export const flush: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const selection: Selection = {
      vlan: -1,
      flags: 0,
      flagsMask: 0,
      state: 0,
      stateMask: 0,
    };
    await parse(KEYWORDS, selection, args, context, (_, { word }) => {
      throw usage("fdb", `bridge fdb: unknown command "${word}"?\n`);
    });
    const { device, bridgePort, vlan, flagsMask, stateMask } = selection;
    if (device === undefined) throw required("Device is a required argument.");
    const index = await indexOf(context, device, "Cannot find bridge device");
    const port = bridgePort === undefined
      ? undefined
      : await indexOf(context, bridgePort, "Cannot find bridge port device");
    if (vlan >= VLANS) throw fail(255, `Invalid VLAN ID "${vlan}"`);
    const { flags } = selection;
    await context.talk((kernel) =>
      kernel.request({
        type: c.RTM_DELNEIGH,
        flags: NLM_F_BULK,
        codec: neighborMessage,
        message: blank(neighborMessage, {
          family: AF_BRIDGE,
          index,
          flags: flags & (c.NTF_SELF | c.NTF_MASTER)
            ? flags
            : flags | c.NTF_SELF,
          state: selection.state,
          attributes: {
            ...tunnelAttributes(selection),
            ...port !== undefined && { outputDevice: port },
            ...vlan >= 0 && { vlan },
            ...flagsMask !== 0 && { flagsMask },
            ...stateMask !== 0 && { stateMask },
          },
        }),
      })
    );
    return 0;
  },
);
