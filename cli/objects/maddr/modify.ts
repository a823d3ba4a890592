/**
 * `ip maddress add` and `delete`.
 *
 * Netlink has no request for this: it takes an `ioctl`.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/netdevice.7.html | netdevice(7)}
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { deviceName } from "../../parse/device_name.ts";
import { duplicateArgument, exit, usage } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { hardwareAddressOf } from "../../parse/prefixes.ts";
import { textToBytes } from "../../../messages/codec/text.ts";
import { errorText } from "../../../messages/errno.ts";
import { AF_INET, AF_INET6, AF_PACKET } from "../../../messages/families.ts";
import { errno, lazy, libc } from "../../../socket/libc.ts";
import { inNamespace } from "../../../socket/namespace.ts";
import { closeFile } from "../../../socket/system.ts";

const SIOCADDMULTI = 0x8931;
const SIOCDELMULTI = 0x8932;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
/** Size of `struct ifreq`. */
const REQUEST_BYTES = 40;
/** Where the address starts in it: after the name and the address's family. */
const ADDRESS_OFFSET = 18;
/** How long an address the request has room for. */
const MOST_BYTES = 14;
const ETH_ALEN = 6;

const calls = lazy(
  {
    socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
    ioctl: { parameters: ["i32", "u64", "buffer"], result: "i32" },
  } as const,
);

/** Keywords about a request, `struct ifreq`. */
const DEVICE: Grammar<Uint8Array> = {
  "dev": takes("STRING:device", (data, { args }) => {
    const arg = args.take();
    if (data[0] !== 0) throw duplicateArgument("dev", arg);
    data.set(textToBytes(deviceName(arg, '"dev"')));
  }),
};

/** An address, with or without its keyword. */
const address: Word<Uint8Array> = (data, { args, word }) => {
  const arg = matches(word, "address") ? args.take() : word;
  if (matches(arg, "help")) throw usage("maddr");
  if (data[ADDRESS_OFFSET] !== 0) throw duplicateArgument("address", arg);
  const bytes = hardwareAddressOf(arg, MOST_BYTES, exit).split(":");
  if (bytes.length !== ETH_ALEN) {
    const wanted = `must be ${ETH_ALEN} bytes`;
    throw exit(
      1,
      `Error: Invalid address length ${bytes.length} - ${wanted}`,
    );
  }
  data.set(bytes.map((byte) => parseInt(byte, 16)), ADDRESS_OFFSET);
};

const FORM: Form = ["[ address ] MULTIADDR", { oneOf: DEVICE }];

/** Has a link join a group. */
export const add: Command = modify(SIOCADDMULTI);

/** Has a link leave a group. */
export const remove: Command = modify(SIOCDELMULTI);

function modify(request: number): Command {
  return takes(FORM, async (args, context) => {
    const { options: { netns }, family } = context;
    const data = new Uint8Array(REQUEST_BYTES);
    await parse<Uint8Array>(DEVICE, data, args, context, address);
    if (data[0] === 0) {
      throw exit(255, 'Not enough information: "dev" is required.');
    }
    const known = family === AF_INET6 || family === AF_PACKET;
    const action = () => control(known ? family : AF_INET, request, data);
    const problem = netns === undefined ? action() : inNamespace(netns, action);
    if (problem !== undefined) throw exit(1, problem);
    return 0;
  });
}

/** Makes the request; returns what went wrong. */
function control(
  family: number,
  request: number,
  data: Uint8Array<ArrayBuffer>,
): string | undefined {
  libc();
  const { socket, ioctl } = calls();
  const fd = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return `Cannot create socket: ${errorText(errno())}`;
  try {
    return ioctl(fd, BigInt(request), data) === 0
      ? undefined
      : `ioctl: ${errorText(errno())}`;
  } finally {
    closeFile(fd);
  }
}
