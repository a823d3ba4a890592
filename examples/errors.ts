/**
 * What errors contain. Needs root, if only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/errors.ts
 */

// deno-lint-ignore-file no-console
import { NetlinkError, Rtnetlink, UnknownDeviceError } from "@netlink/netlink";

using net = Rtnetlink.open();

// The kernel refuses: its error number, its own text, and which property of the
// message it is about. (Names stand for numbers; a newer kernel may have more
// of them than this library, so numbers go to the kernel unchecked.)
try {
  await net.link.add({ name: "x", vxlan: { id: 42, df: 7 } });
} catch (error) {
  if (!(error instanceof NetlinkError)) throw error;
  console.log(error.message);
  console.log(error.code, error.reason, error.attribute);
}

// A name that is not there is found out before anything is sent.
try {
  await net.address.add({ device: "eth99", address: "192.0.2.1/24" });
} catch (error) {
  if (!(error instanceof UnknownDeviceError)) throw error;
  console.log(error.message);
}

// So is a value that cannot be right.
try {
  await net.link.add({ name: "x", vxlan: { id: 1 << 24 } });
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.log(error.message);
}

// Give up after a second: `signal` for the caller's reasons, `timeout` (in
// seconds) for a kernel that does not answer.
const lo = await net.link.get("lo", {
  signal: AbortSignal.timeout(1000),
  timeout: 1,
});
console.log(lo.name);
