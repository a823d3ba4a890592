/**
 * `ip fou add` and `ip fou del`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../messages/families.ts";
import {
  FOU_CMD_ADD,
  FOU_CMD_DEL,
  FOU_ENCAP_DIRECT,
  FOU_ENCAP_GUE,
  type FouAttributes,
} from "../../../messages/generic/fou.ts";
import type { Context } from "../../runtime/context.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import { exit, invalidArgument, usage } from "../../parse/errors.ts";
import { answered, type FamilyCommand } from "../../runtime/generic.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  text,
  value,
  type Word,
} from "../../parse/grammar.ts";
import type { Argument } from "../../parse/form.ts";
import type { Io } from "../../runtime/io.ts";
import { ipProtocolOf } from "../../names/ip_protocols.ts";
import { unsigned } from "../../parse/numbers.ts";
import { addressOf } from "../../parse/prefixes.ts";

type Family = GenericFamily<FouAttributes>;

interface Spec {
  family: number;
  port?: number;
  protocol?: number;
  gue?: boolean;
  local?: string;
  peer?: string;
  peerPort?: number;
  index?: number;
}

const IFADDR: Argument = { name: "IFADDR", means: "{ addr }" };
const PROTO: Argument = { name: "PROTO", means: "{ ipproto-name | 1..255 }" };
const PORT: Argument = { name: "PORT", means: "{ 1..65535 }" };

function port(key: "port" | "peerPort", problem: string): Word<Spec> {
  return takes(PORT, (spec, { args }) => {
    const arg = args.take();
    const number = unsigned(arg, 16);
    if (number === undefined || number === 0) {
      throw invalidArgument(problem, arg);
    }
    spec[key] = number;
  });
}

const GRAMMAR: Grammar<Spec> = {
  "port*": port("port", "invalid port"),
  "ipproto*": takes(PROTO, (spec, { args, context }) => {
    spec.protocol = args.read(
      (arg) => protocolOf(arg, context.io),
      "invalid ipproto",
    );
  }),
  "gue*": value("gue", true),
  "-6*": value("family", AF_INET6),
  "local*": takes(IFADDR, text("local")),
  "peer*": takes(IFADDR, text("peer")),
  "peer_port*": port("peerPort", "invalid peer port"),
  "dev*": takes("IFNAME", async (spec, { args, context }) => {
    const name = args.take();
    if (!isDeviceName(name)) throw exit(1, "fou: invalid device name");
    const index = await context.links.indexOf(name);
    if (index === 0) throw exit(1, "fou: unknown device name");
    spec.index = index;
  }),
};

/** A protocol by name or number; only names may stand for 0. */
function protocolOf(arg: string, io: Io): number | undefined {
  const number = unsigned(arg, 8);
  if (number === 0) return undefined;
  return number ?? ipProtocolOf(arg, io);
}

/** Adds a port. */
export const add: FamilyCommand<FouAttributes> = takes(
  { options: GRAMMAR },
  async (args, context, family) => {
    const attributes = await read(args, context, true);
    await answered(family.request(FOU_CMD_ADD, attributes));
    return 0;
  },
);

/** Deletes a port. */
export const remove: FamilyCommand<FouAttributes> = takes(
  { options: GRAMMAR },
  async (args, context, family) => {
    const attributes = await read(args, context, false);
    await answered(family.request(FOU_CMD_DEL, attributes));
    return 0;
  },
);

/**
 * Reads arguments. Where they do not fit together, that is reported, and the request
 * is sent without them all the same.
 */
async function read(
  args: Arguments,
  context: Context,
  adding: boolean,
): Promise<FouAttributes> {
  const spec: Spec = {
    family: context.family === AF_UNSPEC ? AF_INET : context.family,
  };
  await parse(GRAMMAR, spec, args, context, (_, { word }) => {
    throw usage("fou", `fou: unknown command "${word}"?\n`);
  });
  const problem = problemOf(spec, adding);
  if (problem !== undefined) {
    context.io.err(`fou: ${problem}\n`);
    return {};
  }
  return toAttributes(spec);
}

function problemOf(spec: Spec, adding: boolean): string | undefined {
  const { port, protocol, gue = false, peer, peerPort } = spec;
  if (port === undefined) return "missing port";
  if (adding && protocol === undefined && !gue) {
    return "must set ipproto or gue";
  }
  if (protocol !== undefined && gue) return "cannot set ipproto and gue";
  return (peer === undefined) === (peerPort === undefined)
    ? undefined
    : "both peer and peer port must be set";
}

function toAttributes(spec: Spec): FouAttributes {
  const { family, port, protocol, gue = false, peerPort, index } = spec;
  const attributes: FouAttributes = {
    ...port !== undefined && { port },
    type: gue ? FOU_ENCAP_GUE : FOU_ENCAP_DIRECT,
    af: family,
    ...protocol !== undefined && { ipproto: protocol },
    ...peerPort !== undefined && { peerPort },
    ...index !== undefined && { ifindex: index },
  };
  const version = family === AF_INET ? "V4" : "V6";
  for (const end of ["local", "peer"] as const) {
    const arg = spec[end];
    if (arg === undefined) continue;
    const { address } = addressOf(arg, family);
    if (address !== "") attributes[`${end}${version}`] = address;
  }
  return attributes;
}
