/**
 * The arguments after `ip link add`, `set`, `replace` and `delete`, up to
 * `type`.
 *
 * @module
 */

import { type LinkArguments, setAfSpec } from "./parse_link.ts";
import { ADDRESS_GENERATION_MODES } from "../../../messages/link/af_spec.ts";
import type { Context } from "../../runtime/context.ts";
import { textToBytes } from "../../../messages/codec/text.ts";
import { deviceName, isAlternativeName } from "../../parse/device_name.ts";
import {
  duplicateArgument,
  duplicateOrGarbage,
  invalidArgument,
  usage,
} from "../../parse/errors.ts";
import { notOnOff, takeOnOff, takeStrictOnOff } from "../../parse/choices.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  once,
  parse,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { atoi, signed, unsigned } from "../../parse/numbers.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";
import type { Form } from "../../parse/form.ts";
import { INET, takeInet } from "./parse_inet.ts";
import { takeNamespace, takeNsid } from "./parse_namespace.ts";
import { takeVirtualFunction, VIRTUAL_FUNCTION } from "./parse_vf.ts";
import { vrfIndex } from "./vrf.ts";
import { PROGRAM, takeXdp } from "./parse_xdp.ts";
import {
  IFF_ALLMULTI,
  IFF_DYNAMIC,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_NOTRAILERS,
  IFF_PROMISC,
  IFF_UP,
  OPERATIONAL_STATES,
} from "../../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import { blank } from "../../../messages/codec/mod.ts";

const ON_OFF = "{ on | off }";

/** How long a description may be (`IFALIASZ`). */
const IFALIASZ = 256;
/** Most segments of a packet. */
const GSO_MAX_SEGS = 65535;
/** Queue lengths and the like that are sent as they are, negative or not. */
type IntegerKey = "txQueueLength" | "mtu" | "numTxQueues" | "numRxQueues";

/**
 * Reads the arguments.
 *
 * @param args The arguments; those after `type KIND` are left.
 * @param creates Whether the link is to be created.
 * @returns What they set.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseLinkArguments(
  args: Arguments,
  context: Context,
  creates: boolean,
): Promise<LinkArguments> {
  const spec: LinkArguments = {
    message: blank(linkMessage, {
      family: context.family,
    }),
    creates,
    descriptors: [],
    deviceIsName: false,
    index: 0,
    hasGroup: false,
    moves: false,
  };
  await parse(GRAMMAR, spec, args, context, takeDevice);
  return spec;
}

function takeDevice(spec: LinkArguments, { word, args }: Step): void {
  if (matches(word, "help")) throw usage("link");
  const name = word === "dev" ? args.take() : word;
  if (spec.device !== undefined && !spec.deviceIsName) {
    throw duplicateOrGarbage("dev", name);
  }
  if (!isAlternativeName(name)) {
    throw invalidArgument('"dev" not a valid ifname', name);
  }
  spec.device = name;
  spec.deviceIsName = false;
}

/** A keyword that sets or clears a flag. */
function flag(
  name: string,
  bit: number,
  inverse = false,
): Word<LinkArguments> {
  return ({ message }, { args }) => {
    message.change |= bit;
    const on = takeStrictOnOff(args, name);
    message.flags = on !== inverse ? message.flags | bit : message.flags & ~bit;
  };
}

function up(on: boolean): Word<LinkArguments> {
  return ({ message }) => {
    message.change |= IFF_UP;
    message.flags = on ? message.flags | IFF_UP : message.flags & ~IFF_UP;
  };
}

function integer(key: IntegerKey, name: string): Word<LinkArguments> {
  return once(name, ({ message }, { args, seen }) => {
    const value = args.read(signed, `Invalid "${name}" value\n`);
    // To ip, -1 is as if nothing was given.
    if (value === -1) seen.delete(name);
    message.attributes[key] = value >>> 0;
  });
}

function size(
  key:
    | "gsoMaxSize"
    | "gsoMaxSegments"
    | "groMaxSize"
    | "gsoIpv4MaxSize"
    | "groIpv4MaxSize",
  name: string,
  most = Infinity,
): Word<LinkArguments> {
  return ({ message }, { args }) => {
    const arg = args.take();
    const value = unsigned(arg, 32);
    if (value === undefined || value > most) {
      throw invalidArgument(`Invalid "${name}" value\n`, arg);
    }
    message.attributes[key] = value;
  };
}

/** A keyword followed by one of a list, whose case does not matter. */
function listed(
  list: readonly string[],
  problem: string,
  set: (message: LinkMessage, position: number) => void,
): Word<LinkArguments> {
  return takes(`{ ${list.join(" | ")} }`, ({ message }, { args }) => {
    const arg = args.take();
    const position = list.indexOf(arg.toLowerCase());
    if (position < 0) throw invalidArgument(problem, arg);
    set(message, position);
  });
}

const OPTIONS: Grammar<LinkArguments> = {
  up: up(true),
  down: up(false),
  name: takes("NEWNAME", (spec, { args }) => {
    const name = args.take();
    if (spec.name !== undefined) throw duplicateArgument("name", name);
    spec.name = deviceName(name, '"name"');
    if (spec.device === undefined) {
      spec.device = name;
      spec.deviceIsName = true;
    }
  }),
  index: takes("IDX", (spec, { args }) => {
    const arg = args.take();
    if (spec.index !== 0) throw duplicateArgument("index", arg);
    spec.index = atoi(arg);
    if (spec.index <= 0) throw invalidArgument('Invalid "index" value', arg);
  }),
  "link*": takes("DEV", (spec, { args }) => {
    spec.link = args.take();
  }),
  "address*": takes("LLADDR", ({ message }, { args }) => {
    message.attributes.address = hardwareAddressOf(args.take());
  }),
  "broadcast* brd": takes("LLADDR", ({ message }, { args }) => {
    message.attributes.broadcast = hardwareAddressOf(args.take());
  }),
  "txqueuelen* qlen txqlen*": takes(
    "PACKETS",
    integer("txQueueLength", "txqueuelen"),
  ),
  mtu: takes("MTU", integer("mtu", "mtu")),
  "xdpgeneric xdpdrv xdpoffload xdp": takes(PROGRAM, takeXdp),
  netns: takes(
    "{ PID | NETNSNAME:namespace | NETNSFILE:file }",
    once("netns", takeNamespace),
  ),
  multicast: takes(ON_OFF, flag("multicast", IFF_MULTICAST)),
  allmulticast: takes(ON_OFF, flag("allmulticast", IFF_ALLMULTI)),
  promisc: takes(ON_OFF, flag("promisc", IFF_PROMISC)),
  trailers: takes(ON_OFF, flag("trailers", IFF_NOTRAILERS, true)),
  arp: takes(ON_OFF, flag("arp", IFF_NOARP, true)),
  carrier: takes(ON_OFF, ({ message }, { args }) => {
    message.attributes.carrier = takeOnOff(args, "carrier") ? 1 : 0;
  }),
  vf: takes(VIRTUAL_FUNCTION, takeVirtualFunction),
  "master*": takes("DEVICE", async ({ message }, { args, context }) => {
    const name = args.take();
    const index = await context.links.indexOf(name);
    if (index === 0) throw invalidArgument("Device does not exist\n", name);
    message.attributes.master = index;
  }),
  vrf: takes("NAME:device", async ({ message }, { args, context }) => {
    message.attributes.master = await vrfIndex(args.take(), context);
  }),
  "nomaster*": ({ message }) => {
    message.attributes.master = 0;
  },
  "dynamic*": takes(ON_OFF, flag("dynamic", IFF_DYNAMIC)),
  "alias*": takes("NAME", ({ message }, { args }) => {
    const alias = args.take();
    if (textToBytes(alias).length >= IFALIASZ) {
      throw invalidArgument("alias too long\n", alias);
    }
    message.attributes.alias = alias;
  }),
  group: takes(
    "DEVGROUP:group",
    once("group", (spec, { args, context }) => {
      spec.message.attributes.group = args.read(
        (arg) => context.names.groups.numberOf(arg),
        'Invalid "group" value\n',
      );
      spec.hasGroup = true;
    }),
  ),
  mode: listed(
    ["default", "dormant"],
    "Invalid link mode\n",
    ({ attributes }, mode) => {
      attributes.linkMode = mode;
    },
  ),
  state: listed(
    Object.keys(OPERATIONAL_STATES),
    "Invalid operstate\n",
    ({ attributes }, state) => {
      attributes.operState = state;
    },
  ),
  "numtxqueues*": takes("QUEUE_COUNT", integer("numTxQueues", "numtxqueues")),
  "numrxqueues*": takes("QUEUE_COUNT", integer("numRxQueues", "numrxqueues")),
  "addrgenmode*": listed(
    Object.keys(ADDRESS_GENERATION_MODES),
    "Invalid address generation mode\n",
    (message, addressGenerationMode) => {
      setAfSpec(message, { inet6: { addressGenerationMode } });
    },
  ),
  "link-netns* link-netnsid*": takes(
    "{ NAME:namespace | ID }",
    once("link-netns/link-netnsid", takeNsid),
  ),
  inet: takes(INET, takeInet),
  protodown: takes(ON_OFF, ({ message }, { args }) => {
    message.attributes.protoDown = takeOnOff(args, "protodown") ? 1 : 0;
  }),
  protodown_reason: takes("PREASON { on | off }", takeReason),
  gso_max_size: takes("BYTES", size("gsoMaxSize", "gso_max_size")),
  gso_max_segs: takes(
    "PACKETS",
    size("gsoMaxSegments", "gso_max_segs", GSO_MAX_SEGS),
  ),
  gro_max_size: takes("BYTES", size("groMaxSize", "gro_max_size")),
  gso_ipv4_max_size: takes(
    "BYTES",
    size("gsoIpv4MaxSize", "gso_ipv4_max_size"),
  ),
  gro_ipv4_max_size: takes(
    "BYTES",
    size("groIpv4MaxSize", "gro_ipv4_max_size"),
  ),
  parentdev: takes("NAME", ({ message }, { args }) => {
    message.attributes.parentDeviceName = args.take();
  }),
};

const TYPE: Grammar<LinkArguments> = {
  "type*": takes({ later: kindForm }, (spec, { args, stop }) => {
    spec.type = args.take();
    stop?.();
  }),
};

const GRAMMAR: Grammar<LinkArguments> = { ...OPTIONS, ...TYPE };

/** What may follow `add`, `set`, `replace` and `delete`. */
export const LINK: Form = [
  { anyOrder: ["[ [ dev ] DEVICE ]", { options: OPTIONS }] },
  { maybe: { oneOf: TYPE } },
];

async function kindForm(): Promise<Form> {
  return (await import("./kinds/usage.ts")).KIND;
}

function takeReason(
  { message }: LinkArguments,
  { args, context }: Step,
): void {
  const reason = args.read(
    (name) => context.names.protodownReasons.numberOf(name),
    "invalid protodown reason\n",
  );
  const mask = (1 << reason) >>> 0;
  const arg = args.take();
  const on = matches(arg, "on");
  if (!on && !matches(arg, "off")) throw notOnOff("protodown_reason", arg);
  message.attributes.protoDownReason = { mask, value: on ? mask : 0 };
}
