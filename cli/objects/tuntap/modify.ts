/**
 * `ip tuntap add` and `ip tuntap del`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { SocketError } from "../../../socket/error.ts";
import { inNamespace } from "../../../socket/namespace.ts";
import {
  addTun,
  deleteTun,
  IFF_MULTI_QUEUE,
  IFF_NO_PI,
  IFF_ONE_QUEUE,
  IFF_TAP,
  IFF_TUN,
  IFF_VNET_HDR,
} from "../../../socket/tun.ts";
import { accountId } from "../../names/users.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { deviceName } from "../../parse/device_name.ts";
import { duplicateOrGarbage, exit, fail, usage } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { strtoul } from "../../parse/numbers.ts";

interface Spec {
  name: string;
  flags: number;
  user?: number;
  group?: number;
}

/** The number that `ip` takes for no account: `-1`, as 32 bits. */
const NOBODY = 0xffffffff;

function flag(bit: number): Word<Spec> {
  return (spec) => void (spec.flags |= bit);
}

/** The number of an account, by number or by name. */
function account(
  name: "USER" | "GROUP",
  key: "user" | "group",
  file: "/etc/passwd" | "/etc/group",
): Word<Spec> {
  return takes(
    { name, means: "{ STRING | NUMBER }" },
    (spec, { args, context }) => {
      const arg = args.take();
      const { value, end } = strtoul(arg, 10);
      const id = end > 0 && end === arg.length
        ? Number(BigInt.asUintN(32, value))
        : accountId(context.io, file, arg);
      if (id === undefined) throw exit(255, `invalid ${key} "${arg}"`);
      if (id === NOBODY) delete spec[key];
      else spec[key] = id;
    },
  );
}

const MODE: Grammar<Spec> = {
  "mode*": takes("{ tun | tap }", (spec, { args }) => {
    const arg = args.take();
    const mode = matches(arg, "tun")
      ? IFF_TUN
      : matches(arg, "tap")
      ? IFF_TAP
      : undefined;
    if (mode === undefined) throw exit(255, `Unknown tunnel mode "${arg}"`);
    if (spec.flags & (IFF_TUN | IFF_TAP) & ~mode) {
      throw exit(255, "You managed to ask for more than one tunnel mode.");
    }
    spec.flags |= mode;
  }),
};

const OWNER: Grammar<Spec> = {
  "user*": account("USER", "user", "/etc/passwd"),
  "group*": account("GROUP", "group", "/etc/group"),
};

const OPTIONS: Grammar<Spec> = {
  "pi*": (spec) => void (spec.flags &= ~IFF_NO_PI),
  "one_queue*": flag(IFF_ONE_QUEUE),
  "vnet_hdr*": flag(IFF_VNET_HDR),
  "multi_queue*": flag(IFF_MULTI_QUEUE),
  "dev*": takes("PHYS_DEV:device", (spec, { args }) => {
    spec.name = deviceName(args.take(), '"dev"');
  }),
};

const NAME = "[ [ name ] NAME ]";

const otherwise: Word<Spec> = (spec, { word, args }) => {
  const isName = matches(word, "name");
  if (!isName && matches(word, "help")) throw usage("tuntap");
  const name = isName ? args.take() : word;
  if (spec.name !== "") throw duplicateOrGarbage("name", name);
  spec.name = deviceName(name, '"name"');
};

async function read(
  grammar: Grammar<Spec>,
  args: Arguments,
  context: Context,
): Promise<Spec> {
  const spec: Spec = { name: "", flags: IFF_NO_PI };
  await parse(grammar, spec, args, context, otherwise);
  if ((spec.flags & (IFF_TUN | IFF_TAP)) === 0) {
    throw fail(1, "You failed to specify a tunnel mode");
  }
  return spec;
}

/** Makes a link. */
export const add: Command = takes({
  anyOrder: [{ options: { ...MODE, ...OWNER, ...OPTIONS } }, NAME],
}, async (args, context) => {
  const grammar = { ...MODE, ...OWNER, ...OPTIONS };
  const spec = await read(grammar, args, context);
  return run(context, () => addTun(spec, spec));
});

/** Removes a link. */
export const remove: Command = takes({
  anyOrder: [{ options: { ...MODE, ...OPTIONS } }, NAME],
}, async (args, context) => {
  const spec = await read({ ...MODE, ...OPTIONS }, args, context);
  return run(context, () => deleteTun(spec));
});

function run({ options: { netns } }: Context, action: () => void): number {
  try {
    if (netns === undefined) action();
    else inNamespace(netns, action);
    return 0;
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    const { syscall, errno } = error;
    const call = syscall === "open" ? syscall : `ioctl(${syscall})`;
    throw fail(1, `${call}: ${errorText(errno)}`);
  }
}
