/**
 * `ip maddress show`.
 *
 * @module
 */

import { familyColor } from "../address/format.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { duplicateOrGarbage, usage } from "../../parse/errors.ts";
import { type Arguments, matches, takes } from "../../parse/grammar.ts";
import { hostName } from "../../names/hosts.ts";
import { hardwareAddress } from "../link/addresses.ts";
import { familyName } from "../../parse/prefixes.ts";
import { type Membership, readMemberships } from "./files.ts";
import { AF_PACKET } from "../../../messages/families.ts";
import { inNamespace } from "../../../socket/namespace.ts";

/** Shows the groups that links have joined. */
export const show: Command = takes(
  "[ [ dev ] STRING:device ]",
  async (args, context) => {
    const device = takeDevice(args, context);
    const { printer, options, io, family } = context;
    const read = () => readMemberships(io, family);
    const groups =
      (options.netns === undefined ? read() : inNamespace(options.netns, read))
        .filter(({ name }) => device === undefined || name === device);
    printer.begin();
    let current = 0;
    for (const group of groups) {
      const isNew = group.index !== current || options.oneline;
      if (isNew && current !== 0) close(context);
      await context.render(() => {
        if (isNew) open(context, group);
        format(context, group);
      });
      current = group.index;
    }
    if (current !== 0) close(context);
    printer.end();
    return 0;
  },
);

/** The devices that were asked for: `ip` takes no other one in the same run. */
const asked = new WeakMap<Context, string>();

function takeDevice(args: Arguments, context: Context): string | undefined {
  let device = asked.get(context);
  while (args.left > 0) {
    let arg = args.take();
    if (arg === "dev") arg = args.take();
    else if (matches(arg, "help")) throw usage("maddr");
    if (device !== undefined) throw duplicateOrGarbage("dev", arg);
    device = arg;
    asked.set(context, arg);
  }
  return device;
}

function open({ printer }: Context, { index, name }: Membership): void {
  printer.openObject(null);
  printer.value("ifindex", index, `${index}:`);
  printer.colored("ifname", "ifname", name, `\t${name}`);
  printer.newline();
  printer.openArray("maddr");
}

function close({ printer }: Context): void {
  printer.closeArray();
  printer.closeObject();
}

function format(context: Context, group: Membership): void {
  const { printer } = context;
  const { family, users, isStatic } = group;
  printer.text("\t");
  printer.object(null, () => {
    if (family === AF_PACKET) {
      const address = hardwareAddress(group.address, 0);
      printer.text("link  ");
      printer.colored("mac", "link", address, address);
    } else {
      const name = familyName(family);
      const host = hostName(context, group.address);
      printer.value("family", name, `${name.padEnd(5)} `);
      printer.colored(familyColor(family), "address", host, host);
    }
    if (users !== 1) printer.spaced("users", users);
    if (isStatic) printer.value("features", "static", " static");
    printer.text("\n");
  });
}
