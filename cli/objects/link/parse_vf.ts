/**
 * Keywords about virtual functions.
 *
 * @module
 */

import {
  ETH_P_8021AD,
  ETH_P_8021Q,
} from "../../../messages/link/constants_hardware.ts";
import { VF_LINK_STATES } from "../../../messages/link/constants_vf.ts";
import type { Context } from "../../runtime/context.ts";
import {
  exit,
  fail,
  incomplete,
  invalidArgument,
  missingArgument,
} from "../../parse/errors.ts";
import { takeOnOff } from "../../parse/choices.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  matches,
  parse,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import type { Form } from "../../parse/form.ts";
import { signed, u32, unsigned } from "../../parse/numbers.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";
import { addressLength } from "./address_length.ts";
import { linkByName } from "./vrf.ts";
import type { LinkArguments } from "./parse_link.ts";
import type { VfInfo, VfVlanInfo } from "../../../messages/link/vf.ts";

/** A rate that was not given. */
const NO_RATE = 0xffffffff;

/** What the arguments set of a virtual function. */
interface VfArguments {
  readonly vf: number;
  readonly device: string;
  readonly info: VfInfo;
  /** Whether the new pair of limits is used. */
  newRates: boolean;
  /** Whether the old limit is overridden. */
  overrides: boolean;
  minTxRate: number;
  maxTxRate: number;
}

type Take = Word<VfArguments>;

/**
 * Takes the number of a virtual function and what is to become of it.
 *
 * @param spec What the arguments set.
 * @param step The argument, and those after it.
 */
export async function takeVirtualFunction(
  spec: LinkArguments,
  { args, context }: Step,
): Promise<void> {
  const arg = args.take();
  const vf = signed(arg);
  if (vf === undefined) throw invalidArgument('Invalid "vf" value\n', arg);
  const { device } = spec;
  if (device === undefined) throw missingArgument("dev");
  const left: string[] = [];
  for (let i = 0; i < args.left; i++) left.push(args.peek(i)!);
  const overrides = left.some((arg) => matches(arg, "max_tx_rate"));
  const state: VfArguments = {
    vf: vf >>> 0,
    device,
    info: {},
    newRates: overrides || left.some((arg) => matches(arg, "min_tx_rate")),
    overrides,
    minTxRate: NO_RATE,
    maxTxRate: NO_RATE,
  };
  const count = args.left;
  await parse(GRAMMAR, state, args, context, endHere);
  if (state.newRates) await setRates(state, context);
  if (args.left === count) throw incomplete();
  // Each vf of ip makes a list of its own, and the kernel takes the last list.
  spec.message.attributes.vfInfoList = [state.info];
  if (spec.deviceIsName) {
    delete spec.device;
    spec.deviceIsName = false;
  }
}

function setting(
  key: "spoofCheck" | "rssQueryEnabled" | "trust",
  name: string,
): Take {
  return ({ info, vf }, { args }) => {
    info[key] = { vf, setting: takeOnOff(args, name, 1) ? 1 : 0 };
  };
}

function guid(key: "ibNodeGuid" | "ibPortGuid"): Take {
  return ({ info, vf }, { args }) => {
    const arg = args.take();
    if (!/^([0-9a-fA-F]{2}:){7}[0-9a-fA-F]{2}$/.test(arg)) {
      throw invalidArgument("Invalid GUID format\n", arg);
    }
    info[key] = { vf, guid: BigInt(`0x${arg.replaceAll(":", "")}`) };
  };
}

function takeRate(args: Arguments, name: string): number {
  return args.read(u32, `Invalid "${name}" value\n`);
}

const GRAMMAR: Grammar<VfArguments> = {
  "mac*": takes("LLADDR", async ({ info, vf, device }, { args, context }) => {
    const expected = await addressLength(device, context);
    const bytes = hardwareAddressOf(args.take()).split(":")
      .map((byte) => parseInt(byte, 16));
    if (expected > 0 && bytes.length !== expected) {
      throw fail(
        1,
        `Invalid address length ${bytes.length} - must be ${expected} bytes`,
      );
    }
    const mac = new Uint8Array(32);
    mac.set(bytes);
    info.mac = { vf, mac };
  }),
  "vlan*": takes(
    "VLANID [ qos VLAN-QOS ] [ proto VLAN-PROTO ]",
    ({ info, vf }, { args, context }) => {
      const first = takeVlan(vf, args, context);
      if (first.protocol === ETH_P_8021Q) {
        info.vlan = { vf, vlan: first.vlan, qos: first.qos };
        return;
      }
      info.vlanList = [first];
      while (args.takeIf("vlan*")) {
        info.vlanList.push(takeVlan(vf, args, context));
      }
    },
  ),
  "rate*": takes("TXRATE", (spec, { args }) => {
    const rate = takeRate(args, "rate");
    if (!spec.newRates) spec.info.txRate = { vf: spec.vf, rate };
    else if (!spec.overrides) spec.maxTxRate = rate;
  }),
  "max_tx_rate*": takes("TXRATE", (spec, { args }) => {
    spec.maxTxRate = takeRate(args, "max tx rate");
  }),
  "min_tx_rate*": takes("TXRATE", (spec, { args }) => {
    spec.minTxRate = takeRate(args, "min tx rate");
  }),
  "spoofchk*": takes("{ on | off }", setting("spoofCheck", "spoofchk")),
  "query_rss*": takes("{ on | off }", setting("rssQueryEnabled", "query_rss")),
  "trust*": takes("{ on | off }", setting("trust", "trust")),
  "state*": takes(
    `{ ${Object.keys(VF_LINK_STATES).join(" | ")} }`,
    ({ info, vf }, { args }) => {
      const arg = args.take();
      const linkState = Object.keys(VF_LINK_STATES).findIndex((name) =>
        matches(arg, name)
      );
      if (linkState < 0) throw invalidArgument('Invalid "state" value\n', arg);
      info.linkState = { vf, linkState };
    },
  ),
  "node_guid*": takes("EUI64", guid("ibNodeGuid")),
  "port_guid*": takes("EUI64", guid("ibPortGuid")),
};

/** What may follow `vf`. */
export const VIRTUAL_FUNCTION: Form = ["NUM", { options: GRAMMAR }];

function takeVlan(vf: number, args: Arguments, { names }: Context): VfVlanInfo {
  const arg = args.take();
  const vlan = unsigned(arg, 32);
  if (vlan === undefined || vlan > 4095) {
    throw invalidArgument('Invalid "vlan" value\n', arg);
  }
  const info: VfVlanInfo = { vf, vlan, qos: 0, protocol: ETH_P_8021Q };
  if (args.takeIf("qos*")) info.qos = takeRate(args, "qos");
  if (args.takeIf("proto*")) {
    const arg = args.take();
    const protocol = names.ethernetProtocolOf(arg);
    if (protocol === undefined) {
      throw invalidArgument("protocol is invalid\n", arg);
    }
    if (protocol !== ETH_P_8021Q && protocol !== ETH_P_8021AD) {
      throw invalidArgument(
        'Invalid "vlan protocol" value - supported 802.1Q, 802.1ad\n',
        arg,
      );
    }
    info.protocol = protocol;
  }
  return info;
}

async function setRates(spec: VfArguments, context: Context): Promise<void> {
  const { vf, device, info } = spec;
  if (spec.minTxRate === NO_RATE || spec.maxTxRate === NO_RATE) {
    const current = await currentRates(vf, device, context);
    if (spec.minTxRate === NO_RATE) spec.minTxRate = current.min;
    if (spec.maxTxRate === NO_RATE) spec.maxTxRate = current.max;
  }
  const { minTxRate, maxTxRate } = spec;
  if (maxTxRate !== 0 && minTxRate > maxTxRate) {
    throw fail(
      1,
      `Invalid min_tx_rate ${minTxRate} - must be <= max_tx_rate ${maxTxRate}`,
    );
  }
  info.rate = { vf, minTxRate, maxTxRate };
}

async function currentRates(
  vf: number,
  device: string,
  context: Context,
): Promise<{ min: number; max: number }> {
  if (await context.links.indexOf(device) === 0) {
    throw exit(1, `Device ${device} does not exist`);
  }
  const link = await linkByName(device, context, true);
  const functions = link?.attributes.vfInfoList;
  if (functions === undefined) return { min: 0, max: 0 };
  for (const { rate } of functions) {
    if (rate === undefined) throw exit(1, "VF min/max rate API not supported");
    if (rate.vf === vf) return { min: rate.minTxRate, max: rate.maxTxRate };
  }
  throw exit(1, `Cannot find VF ${vf}`);
}
