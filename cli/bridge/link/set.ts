/**
 * `bridge link set`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  BRIDGE_FLAGS_MASTER,
  BRIDGE_FLAGS_SELF,
  BRIDGE_MODE_VEB,
  BRIDGE_MODE_VEPA,
} from "../../../messages/link/bridge/constants.ts";
import type { BridgeSpec } from "../../../messages/link/bridge/spec.ts";
import { RTM_SETLINK } from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import type { BridgePort } from "../../../messages/link/ports/bridge.ts";
import { takeOnOff } from "../../parse/choices.ts";
import { fail } from "../../parse/errors.ts";
import {
  type Grammar,
  number,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { signed } from "../../parse/numbers.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, INVALID, required, STATE, stateOf } from "../common.ts";
import { TOGGLES } from "./settings.ts";

/** What the arguments set. */
interface PortArguments {
  device?: string;
  readonly port: BridgePort;
  readonly spec: BridgeSpec;
}

type Take = Word<PortArguments>;

/** Numbers that are negative are not sent. */
function setNumber(
  port: BridgePort,
  key: "cost" | "priority" | "multicastRouter" | "state",
  value: number,
  least = 0,
): void {
  if (value >= least) port[key] = value;
  else delete port[key];
}

function flag(bit: number): Take {
  return ({ spec }) => void (spec.flags = (spec.flags ?? 0) | bit);
}

const state: Take = ({ port }, { args }) => {
  const arg = args.take();
  const state = stateOf(arg);
  if (state === undefined) throw fail(255, "Error: invalid STP port state");
  setNumber(port, "state", state << 24 >> 24);
};

const maxGroups: Take = ({ port }, { args }) => {
  const value = args.read(signed, "invalid mcast_max_groups");
  if (value >= 0) port.multicastMaxGroups = value;
  else delete port.multicastMaxGroups;
};

const hardwareMode: Take = ({ spec }, { args }) => {
  const arg = args.take();
  spec.flags = BRIDGE_FLAGS_SELF;
  if (arg === "vepa") spec.mode = BRIDGE_MODE_VEPA;
  else if (arg === "veb") spec.mode = BRIDGE_MODE_VEB;
  else throw fail(255, 'Mode argument must be "vepa" or "veb".');
};

const SETTINGS: Grammar<PortArguments> = {
  "dev": takes("DEV", text("device")),
  "cost": takes("COST", ({ port }, { args }) => {
    setNumber(port, "cost", atoi(args.take(), 32) >>> 0, 1);
  }),
  "priority": takes("PRIO", ({ port }, { args }) => {
    setNumber(port, "priority", atoi(args.take(), 16));
  }),
  "state": takes({ name: "STATE", means: STATE }, state),
  ...Object.fromEntries(TOGGLES.map(({ key, word }): [string, Take] => [
    word,
    takes("{ on | off }", ({ port }, { args }) => {
      port[key] = Number(takeOnOff(args, word, INVALID));
    }),
  ])),
  "mcast_router": takes("MULTICAST_ROUTER", ({ port }, { args }) => {
    setNumber(port, "multicastRouter", atoi(args.take(), 8));
  }),
  "mcast_max_groups": takes("MAX_GROUPS", maxGroups),
  "hwmode": takes("{ vepa | veb }", hardwareMode),
  "self": flag(BRIDGE_FLAGS_SELF),
  "master": flag(BRIDGE_FLAGS_MASTER),
  "backup_port": takes("DEVICE", async ({ port }, { args, context }) => {
    const name = args.take();
    const index = await context.links.indexOf(name);
    if (index === 0) throw fail(255, `Error: device ${name} does not exist`);
    port.backupPort = index;
  }),
  "nobackup_port": ({ port }) => void (port.backupPort = 0),
  "backup_nhid": takes(
    "NHID",
    number<PortArguments>(
      ({ port }, id) => void (port.backupNexthopId = id),
      32,
      "invalid backup_nhid",
    ),
  ),
};

/** Changes the settings of a port. */
export const set: Command = takes(
  { options: SETTINGS },
  async (args, context) => {
    const wanted: PortArguments = { port: {}, spec: {} };
    await parse(SETTINGS, wanted, args, context, () => {
      throw usageIn(context.program, "link");
    });
    const { device, port, spec } = wanted;
    if (device === undefined) throw required("Device is a required argument.");
    const index = await indexOf(context, device, "Cannot find bridge device");
    const hasSpec = spec.mode !== undefined || (spec.flags ?? 0) > 0;
    await context.talk((kernel) =>
      kernel.request({
        type: RTM_SETLINK,
        codec: linkMessage,
        message: blank(linkMessage, {
          family: AF_BRIDGE,
          index,
          attributes: {
            bridgePort: port,
            ...hasSpec && { bridgeSpec: spec },
          },
        }),
      })
    );
    return 0;
  },
);
