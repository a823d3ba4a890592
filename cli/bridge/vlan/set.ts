/**
 * `bridge vlan set` and `bridge vlan global set`.
 *
 * @module
 */

import { AF_BRIDGE } from "../../../messages/families.ts";
import { BRIDGE_VLAN_INFO_ONLY_OPTS } from "../../../messages/link/bridge/constants.ts";
import { RTM_NEWVLAN } from "../../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseAttributes,
  vlanDatabaseMessage,
  type VlanEntry,
  type VlanGlobalOptions,
} from "../../../messages/vlan_database/vlan_database.ts";
import { takeOnOff } from "../../parse/choices.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned, unsigned64 } from "../../parse/numbers.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  indexOf,
  INVALID,
  passOverHelp,
  required,
  STATE,
  stateOf,
} from "../common.ts";
import { GLOBAL_OPTIONS, type GlobalOption } from "./global_options.ts";
import { rangeOf, type VlanRange } from "./vlans.ts";

/** What the arguments set. */
interface OptionArguments<T> {
  index?: number;
  range?: VlanRange;
  readonly options: T;
}

type Take = Word<OptionArguments<VlanEntry>>;
type TakeGlobal = Word<OptionArguments<VlanGlobalOptions>>;

function places<T>(): Grammar<OptionArguments<T>> {
  return {
    "dev": takes("DEV", async (spec, { args, context }) => {
      spec.index = await indexOf(
        context,
        args.take(),
        "Cannot find network device",
      );
    }),
    "vid": takes("VLAN_ID", (spec, { args }) => {
      spec.range = rangeOf(args.take());
    }),
  };
}

function takeNumber(arg: string, bits: 8 | 16 | 32, word: string): number {
  const value = unsigned(arg, bits);
  if (value === undefined) throw invalidArgument(`invalid ${word}`, arg);
  return value;
}

const state: Take = ({ options }, { args }) => {
  const state = stateOf(args.take());
  if (state === undefined || state === -1) {
    throw fail(255, "Error: invalid STP state");
  }
  options.state = state & 0xff;
};

function onOff(
  key: "neighborSuppress" | "neighborForwardGratuitous",
  word: string,
): Take {
  return takes("{ on | off }", ({ options }, { args }) => {
    options[key] = Number(takeOnOff(args, word, INVALID));
  });
}

const OPTIONS: Grammar<OptionArguments<VlanEntry>> = {
  ...places<VlanEntry>(),
  "state": takes({ name: "STP_STATE", means: STATE }, state),
  "mcast_router": takes("MULTICAST_ROUTER", ({ options }, { args, name }) => {
    options.multicastRouter = takeNumber(args.take(), 8, name);
  }),
  "mcast_max_groups": takes("MAX_GROUPS", ({ options }, { args, name }) => {
    options.multicastMaxGroups = takeNumber(args.take(), 32, name);
  }),
  "neigh_suppress": onOff("neighborSuppress", "neigh_suppress"),
  "neigh_forward_grat": onOff(
    "neighborForwardGratuitous",
    "neigh_forward_grat",
  ),
};

function globalOption([key, word, bits]: GlobalOption): TakeGlobal {
  const form = word.toUpperCase().replace(/^MCAST_(?=.*_)/, "")
    .replace(/^MCAST_/, "MULTICAST_");
  return takes(form, ({ options }, { args }) => {
    const arg = args.take();
    if (bits !== 64) options[key] = takeNumber(arg, bits, word);
    else {
      const value = unsigned64(arg);
      if (value === undefined) throw invalidArgument(`invalid ${word}`, arg);
      options[key] = value;
    }
  });
}

const GLOBAL: Grammar<OptionArguments<VlanGlobalOptions>> = {
  ...places<VlanGlobalOptions>(),
  ...Object.fromEntries(
    GLOBAL_OPTIONS.map((option) => [option[1], globalOption(option)]),
  ),
};

/** Changes the options of VLANs of a port. */
export const set: Command = takes(
  { options: OPTIONS },
  async (args, context) => {
    const spec: OptionArguments<VlanEntry> = { options: {} };
    await parse(OPTIONS, spec, args, context, (_, { word, args }) => {
      if (matches(word, "help")) passOverHelp(args);
    });
    const { index, range: { from, to } } = complete(spec);
    const entry: VlanEntry = {
      info: { flags: BRIDGE_VLAN_INFO_ONLY_OPTS, vid: from & 0xffff },
      ...to !== -1 && { range: to },
      ...spec.options,
    };
    return await change(context, index, { entries: [entry] });
  },
);

/** Changes the options of VLANs of a bridge. */
export const setGlobal: Command = takes(
  { options: GLOBAL },
  async (args, context) => {
    const spec: OptionArguments<VlanGlobalOptions> = { options: {} };
    await parse(GLOBAL, spec, args, context, (_, { word, args }) => {
      if (word === "help") passOverHelp(args);
    });
    const { index, range: { from, to } } = complete(spec);
    const options: VlanGlobalOptions = {
      id: from & 0xffff,
      ...to !== -1 && { range: to },
      ...spec.options,
    };
    return await change(context, index, { globalOptions: [options] });
  },
);

function complete<T>(
  { index, range }: OptionArguments<T>,
): { index: number; range: VlanRange } {
  if (index === undefined || range === undefined || range.from === -1) {
    throw required("Device and VLAN ID are required arguments.");
  }
  return { index, range };
}

async function change(
  context: Context,
  index: number,
  attributes: VlanDatabaseAttributes,
): Promise<number> {
  await context.talk((kernel) =>
    kernel.request({
      type: RTM_NEWVLAN,
      codec: vlanDatabaseMessage,
      message: { family: AF_BRIDGE, index, attributes },
    })
  );
  return 0;
}
