/**
 * Adds many routes with few system calls: the kernel carries out all requests of
 * a datagram one after the other. Needs root, if only in a namespace of its own:
 *
 *     unshare -rn deno run --allow-ffi examples/batch_routes.ts 10000
 */

// deno-lint-ignore-file no-console
import { type AnyRequest, BatchError, Rtnetlink } from "@netlink/netlink";
import {
  AF_INET,
  NLM_F_CREATE,
  NLM_F_EXCL,
  routeMessage,
  RT_SCOPE_UNIVERSE,
  RT_TABLE_MAIN,
  RTM_DELROUTE,
  RTM_NEWROUTE,
  RTN_BLACKHOLE,
  RTPROT_STATIC,
} from "@netlink/netlink/messages";

const [count = 1000] = Deno.args.map(Number);

/** One request for each route, made when it is its turn. */
function* requests(type: number, flags: number): Generator<AnyRequest> {
  for (let i = 0; i < count; i++) {
    const destination = `10.${i >> 16 & 255}.${i >> 8 & 255}.${i & 255}`;
    const message = {
      family: AF_INET,
      destinationLength: 32,
      sourceLength: 0,
      tos: 0,
      table: RT_TABLE_MAIN,
      protocol: RTPROT_STATIC,
      scope: RT_SCOPE_UNIVERSE,
      type: RTN_BLACKHOLE,
      flags: 0,
      attributes: { destination },
    };
    yield { type, flags, codec: routeMessage, message };
  }
}

using net = Rtnetlink.open();
const add = () => requests(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL);

await net.connection.batch(add());
console.log(`${count} routes added`);

// One that fails does not keep the others from being carried out.
try {
  await net.connection.batch(add());
} catch (error) {
  if (!(error instanceof BatchError)) throw error;
  console.log(`${error.failures.length} failed: ${error.failures[0]?.error}`);
}

await net.connection.batch(requests(RTM_DELROUTE, 0));
console.log(`${count} routes deleted`);
