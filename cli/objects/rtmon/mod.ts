/**
 * `rtmon`: writes what happens to a file, for `ip monitor file`.
 *
 * @module
 */

import type { Form } from "../../parse/form.ts";
import { record } from "./record.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  takes,
  text,
} from "../../parse/grammar.ts";
import { Listener } from "../../../api/connection/listener.ts";
import { AF_MPLS, NETLINK_ROUTE } from "../../../messages/families.ts";
import { type Groups, objects } from "../../../messages/objects.ts";
import { NetlinkSocket, SocketError } from "../../../socket.ts";
import { host } from "../../../socket/ffi_deno.ts";
import type { HostFile } from "../../../socket/host.ts";

/** Size of the receive buffer in bytes. */
const RECEIVE_BUFFER = 8 << 20;

/** The groups of each object, and the family that they are of. */
const OBJECTS: Readonly<Record<string, Groups>> = {
  "link*": objects.link.groups,
  "address*": objects.address.groups,
  // rtmon does not support those of MPLS.
  "route*": objects.route.groups.filter(([, family]) => family !== AF_MPLS),
};

/** The last of the groups that are joined if nothing is chosen. */
const LAST_GROUP = 32;

interface Selection {
  readonly family: number;
  file?: string;
  readonly groups: number[];
}

const FILE: Grammar<Selection> = { "file*": takes("FILE", text("file")) };

const OBJECT_KEYWORDS: Grammar<Selection> = Object.fromEntries(
  Object.entries(OBJECTS).map(([key, all]) => [
    key,
    ({ family, groups }: Selection) => {
      for (const [group, ofFamily] of all) {
        if (family === 0 || ofFamily === 0 || family === ofFamily) {
          groups.push(group);
        }
      }
    },
  ]),
);

const OPTIONS: Grammar<Selection> = {
  "help*": () => {
    throw usage("rtmon");
  },
  "all": () => {},
};

const KEYWORDS: Grammar<Selection> = {
  ...FILE,
  ...OBJECT_KEYWORDS,
  ...OPTIONS,
};

/** What may follow `rtmon`. */
const FORM: Form = {
  anyOrder: [
    { oneOf: FILE },
    { options: OPTIONS },
    { maybe: { name: "OBJECTS", means: { oneOf: OBJECT_KEYWORDS } } },
  ],
};

/** Runs `rtmon`. */
export const command: Command = takes(FORM, async (args, context) => {
  const { file, groups } = await select(args, context);
  using output = open(file);
  using listener = listen(context, groups);
  const connection = await context.connect();
  return await record(output, listener, connection, context.io.err);
});

async function select(
  args: Arguments,
  context: Context,
): Promise<{ file: string; groups: number[] }> {
  const selection: Selection = { family: context.family, groups: [] };
  await parse(KEYWORDS, selection, args, context, (_, { word }) => {
    throw exit(255, `Argument "${word}" is unknown, try "rtmon help".`);
  });
  const { file, groups } = selection;
  if (file === undefined) {
    throw exit(
      255,
      'Not enough information: argument "file" is required',
    );
  }
  if (groups.length > 0) return { file, groups };
  const all = Array.from({ length: LAST_GROUP }, (_, i) => i + 1);
  return { file, groups: all };
}

function open(path: string): HostFile {
  try {
    return host().openSync(path, { write: true, create: true, truncate: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.name === "NotCapable"
      ? "Permission denied, write access is needed (--allow-write)"
      : error.message.split(" (os error")[0];
    throw exit(255, `Cannot fopen: ${reason}`);
  }
}

function listen({ options }: Context, groups: readonly number[]): Listener {
  const { netns, receiveBuffer = RECEIVE_BUFFER } = options;
  const socket = new NetlinkSocket(NETLINK_ROUTE, {
    ...netns !== undefined && { netns },
    receiveBuffer,
  });
  for (const group of groups) {
    try {
      socket.join(group);
    } catch (error) {
      // Not every kernel has every group.
      if (!(error instanceof SocketError)) throw error;
    }
  }
  return new Listener(socket);
}
