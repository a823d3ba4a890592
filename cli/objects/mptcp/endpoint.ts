/**
 * `ip mptcp endpoint`.
 *
 * @module
 */

import { AF_INET } from "../../../messages/families.ts";
import {
  MPTCP_ENDPOINT_FLAGS,
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_SET_FLAGS,
  type MptcpAddress,
  mptcpAddress,
  type MptcpAttributes,
} from "../../../messages/generic/mptcp.ts";
import { setAddress } from "../../parse/address_attribute.ts";
import { isDeviceName } from "../../parse/device_name.ts";
import { invalidArgument, missingArgument } from "../../parse/errors.ts";
import type { Argument } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  number,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { addressOf, type Prefix } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { answered, showAll } from "../../runtime/generic.ts";
import { formatEndpoint } from "./format.ts";
import type { Mptcp, MptcpCommand } from "./mod.ts";

interface Spec {
  /** `MPTCP_PM_CMD_*`. */
  readonly command: number;
  flags: number;
  id?: number;
  index?: number;
  port?: number;
  address?: Prefix;
}

const { signal, backup, fullmesh } = MPTCP_ENDPOINT_FLAGS;

/** A keyword that stands for a flag, or for the lack of one. */
function flag(bit: number): Word<Spec> {
  return (spec, { word }) => {
    spec.flags |= bit;
    const { command, flags } = spec;
    if (
      command === MPTCP_PM_CMD_ADD_ADDR && flags & signal && flags & fullmesh
    ) {
      throw invalidArgument(
        "flags mustn't have both signal and fullmesh",
        word,
      );
    }
    if (command === MPTCP_PM_CMD_SET_FLAGS && flags & ~(backup | fullmesh)) {
      throw invalidArgument("invalid flags, backup and fullmesh only", word);
    }
  };
}

const FLAGS: Grammar<Spec> = Object.fromEntries(
  Object.entries(MPTCP_ENDPOINT_FLAGS).map(([name, bit]) => [name, flag(bit)]),
);
const CHANGES: Grammar<Spec> = {
  "backup": flag(backup),
  "nobackup": flag(0),
  "fullmesh": flag(fullmesh),
  "nofullmesh": flag(0),
};
const ID: Grammar<Spec> = {
  "id*": takes("ID", number("id", 8, "invalid ID\n")),
};
const DEVICE: Grammar<Spec> = {
  "dev*": takes("NAME:device", async (spec, { args, context }) => {
    const name = args.take();
    if (!isDeviceName(name)) {
      throw invalidArgument("invalid interface name\n", name);
    }
    spec.index = await context.links.indexOf(name);
    if (spec.index === 0) {
      throw invalidArgument("device does not exist\n", name);
    }
  }),
};
const PORT: Grammar<Spec> = {
  "port*": takes("NR", number("port", 16, "expected port")),
};
const ALL: Grammar<Spec> = { ...FLAGS, ...CHANGES, ...ID, ...DEVICE, ...PORT };

const FLAG: Argument = { name: "FLAG", means: { oneOf: FLAGS } };
const FLAG_LIST: Argument = {
  name: "FLAG-LIST",
  means: ["[ FLAG-LIST ]", FLAG],
};
const CHANGE_OPTION: Argument = {
  name: "CHANGE-OPT",
  means: { oneOf: CHANGES },
};

/** Adds an endpoint. */
export const add: MptcpCommand = takes(
  [
    "ADDRESS",
    { options: { ...DEVICE, ...ID, ...PORT } },
    { maybe: FLAG_LIST },
  ],
  (args, context, family) =>
    modify(MPTCP_PM_CMD_ADD_ADDR, args, context, family),
);

/** Deletes an endpoint. */
export const remove: MptcpCommand = takes(
  "id ID [ ADDRESS ]",
  (args, context, family) =>
    modify(MPTCP_PM_CMD_DEL_ADDR, args, context, family),
);

/** Changes the flags of an endpoint. */
export const change: MptcpCommand = takes(
  [
    { options: ID },
    "[ ADDRESS ]",
    { options: PORT },
    CHANGE_OPTION,
  ],
  (args, context, family) =>
    modify(MPTCP_PM_CMD_SET_FLAGS, args, context, family),
);

/** Deletes all endpoints. */
export async function flush(
  _args: Arguments,
  _context: Context,
  family: Mptcp,
): Promise<number> {
  await answered(family.request(MPTCP_PM_CMD_FLUSH_ADDRS, {}));
  return 0;
}

/** Shows endpoints, or one of them. */
export const show: MptcpCommand = takes(
  { options: ID },
  async (args, context, family) => {
    if (args.left === 0) {
      return await showAll(context, family, {
        command: MPTCP_PM_CMD_GET_ADDR,
        attributes: {},
        code: 2,
        format: (message) => formatEndpoint(context, message),
      });
    }
    const attributes = await read(MPTCP_PM_CMD_GET_ADDR, args, context);
    const message = await answered(
      family.get(MPTCP_PM_CMD_GET_ADDR, attributes),
    );
    const { printer } = context;
    printer.begin();
    await context.render(() => formatEndpoint(context, message));
    printer.end();
    return message.attributes.addr === undefined ? 1 : 0;
  },
);

async function modify(
  command: number,
  args: Arguments,
  context: Context,
  family: Mptcp,
): Promise<number> {
  const attributes = await read(command, args, context);
  await answered(family.request(command, attributes));
  return 0;
}

async function read(
  command: number,
  args: Arguments,
  context: Context,
): Promise<MptcpAttributes> {
  const spec: Spec = { command, flags: 0 };
  await parse(ALL, spec, args, context, (spec, { word }) => {
    spec.address = addressOf(word, 0);
  });
  check(spec);
  return { addr: toAddress(spec) };
}

function check({ command, flags, id, port, address }: Spec): void {
  const adding = command === MPTCP_PM_CMD_ADD_ADDR;
  if (adding && address === undefined) throw missingArgument("ADDRESS");
  if (command === MPTCP_PM_CMD_DEL_ADDR) {
    if (id === undefined) throw missingArgument("ID");
    if (id !== 0 && address !== undefined) {
      throw invalidArgument("invalid for non-zero id address\n", "ADDRESS");
    }
    if (id === 0 && address === undefined) {
      throw invalidArgument(
        "address is needed for deleting id 0 address\n",
        "ID",
      );
    }
  } else if (id === 0) throw invalidArgument("cannot be 0\n", "ID");
  if (adding && port && !(flags & signal)) {
    throw invalidArgument("flags must have signal when using port", "port");
  }
  if (command === MPTCP_PM_CMD_SET_FLAGS && id !== undefined && port) {
    throw invalidArgument("port can't be used with id", "port");
  }
}

function toAddress({ flags, id, index, port, address }: Spec): MptcpAddress {
  const result: MptcpAddress = {
    ...id !== undefined && { id },
    ...flags !== 0 && { flags },
    ...index !== undefined && { ifIdx: index },
    ...port && { port },
  };
  if (address !== undefined) {
    result.family = address.family;
    const key = address.family === AF_INET ? "addr4" : "addr6";
    setAddress(mptcpAddress, result, key, address);
  }
  return result;
}
