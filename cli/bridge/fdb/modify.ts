/**
 * `bridge fdb add`, `append`, `replace` and `delete`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import { neighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { duplicateOrGarbage, exit, fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  text,
  type Word,
} from "../../parse/grammar.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, macAddressOf, required } from "../common.ts";
import {
  type TunnelArguments,
  tunnelAttributes,
  tunnelKeywords,
} from "./tunnel.ts";

/** What the arguments set. */
interface EntryArguments extends TunnelArguments {
  device?: string;
  address?: string;
  outputDevice?: number;
  vlan: number;
  flags: number;
  state: number;
  notify: number;
  noRefresh: boolean;
}

type Take = Word<EntryArguments>;

function flag(bit: number): Take {
  return (spec) => void (spec.flags |= bit);
}

function state(bit: number, without = 0): Take {
  return (spec) => void (spec.state = (spec.state | bit) & ~without);
}

const address: Take = (spec, { word, args, context }) => {
  const arg = word === "to" ? args.take() : word;
  if (matches(arg, "help")) throw usageIn(context.program, "fdb");
  if (spec.address !== undefined) throw duplicateOrGarbage("to", arg);
  spec.address = arg;
};

const via: Take = async (spec, { args, context }) => {
  const name = args.take();
  spec.outputDevice = await context.links.indexOf(name);
  if (spec.outputDevice === 0) throw exit(255, `Cannot find device "${name}"`);
};

const KEYWORDS: Grammar<EntryArguments> = {
  "dev": takes("DEV", text("device")),
  ...tunnelKeywords<EntryArguments>('"id" value is invalid\n'),
  "via": takes("DEV", via),
  "self": flag(c.NTF_SELF),
  "master*": flag(c.NTF_MASTER),
  "router*": flag(c.NTF_ROUTER),
  "local* permanent*": state(c.NUD_PERMANENT),
  "static* temp*": state(c.NUD_REACHABLE),
  "dynamic*": state(c.NUD_REACHABLE, c.NUD_NOARP),
  "vlan*": takes("VID", (spec, { word, args }) => {
    if (spec.vlan >= 0) throw duplicateOrGarbage("vlan", word);
    spec.vlan = atoi(args.take(), 16);
  }),
  "use*": flag(c.NTF_USE),
  "extern_learn*": flag(c.NTF_EXT_LEARNED),
  "sticky*": flag(c.NTF_STICKY),
  "activity_notify": (spec) => void (spec.notify |= c.FDB_NOTIFY_BIT),
  "inactive": (spec) => void (spec.notify |= c.FDB_NOTIFY_INACTIVE_BIT),
  "norefresh": (spec) => void (spec.noRefresh = true),
};

const ENTRY: Form = { anyOrder: ["[ [ to ] ADDR ]", { options: KEYWORDS }] };

/** Adds an entry. */
export const add: Command = modify(NLM_F_CREATE | NLM_F_EXCL);

/** Adds another end of a tunnel to an entry. */
export const append: Command = modify(NLM_F_CREATE | NLM_F_APPEND);

/** Adds an entry, or changes it if it is there. */
export const replace: Command = modify(NLM_F_CREATE | NLM_F_REPLACE);

/** Deletes an entry. */
export const remove: Command = modify(0, c.RTM_DELNEIGH);

function modify(flags: number, type: number = c.RTM_NEWNEIGH): Command {
  return takes(ENTRY, async (args, context) => {
    const spec: EntryArguments = {
      vlan: -1,
      flags: 0,
      state: c.NUD_NOARP,
      notify: 0,
      noRefresh: false,
    };
    await parse(KEYWORDS, spec, args, context, address);
    const { device, destination, nexthopId = 0, port = 0, vni } = spec;
    if (device === undefined || spec.address === undefined) {
      throw required("Device and address are required arguments.");
    }
    const hasTunnel = destination !== undefined || port !== 0 ||
      vni !== undefined;
    if (nexthopId !== 0 && hasTunnel) {
      throw fail(255, "dst, port, vni are mutually exclusive with nhid");
    }
    const message = blank(neighborMessage, {
      family: AF_BRIDGE,
      state: spec.state & (c.NUD_PERMANENT | c.NUD_REACHABLE)
        ? spec.state
        : spec.state | c.NUD_PERMANENT,
      flags: spec.flags & (c.NTF_SELF | c.NTF_MASTER)
        ? spec.flags
        : spec.flags | c.NTF_SELF,
      attributes: {
        linkAddress: macAddressOf(spec.address),
        ...tunnelAttributes(spec),
        ...spec.vlan >= 0 && { vlan: spec.vlan },
        ...spec.outputDevice !== undefined &&
          { outputDevice: spec.outputDevice },
        ...(spec.notify !== 0 || spec.noRefresh) && {
          forwarding: {
            ...spec.notify !== 0 && { activityNotify: spec.notify },
            ...spec.noRefresh && { dontRefresh: true as const },
          },
        },
      },
    });
    message.index = await indexOf(context, device);
    await context.talk((kernel) =>
      kernel.request({ type, flags, codec: neighborMessage, message })
    );
    return 0;
  });
}
