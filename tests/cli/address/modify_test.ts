import { assertEquals } from "@std/assert";
import {
  type AddressMessage,
  addressMessage,
} from "../../../messages/address/address.ts";
import {
  RTM_DELADDR,
  RTM_NEWADDR,
} from "../../../messages/address/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import { type Outcome, runOn } from "../../support/cli_kernel.ts";
import { ack, type FakeRequest, object } from "../../support/fake_kernel.ts";

const EEXIST = 17;

function serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
  if (request.type === RTM_NEWADDR || request.type === RTM_DELADDR) {
    return [ack(request)];
  }
  return [
    object(request, linkMessage, {
      family: 0,
      type: 1,
      index: 7,
      flags: 0,
      change: 0,
      attributes: { name: "eth0" },
    }),
  ];
}

/** The last request, if it was about an address. */
function sent({ kernel }: Outcome): AddressMessage & { request: number[] } {
  const { bytes, type, flags } = kernel.requests.at(-1)!;
  const view = new DataView(bytes.buffer);
  const message = addressMessage.decode(view, 16, bytes.length);
  return { ...message, request: [type, flags & ~5] };
}

Deno.test("ip address add sends what the arguments set", async () => {
  const outcome = await runOn(
    "address add 192.0.2.1/24 brd + dev eth0 label eth0:1 metric 5 " +
      "valid_lft 60 preferred_lft 30 noprefixroute",
    serve,
  );
  assertEquals(outcome.code, 0);
  assertEquals(sent(outcome), {
    family: 2,
    prefixLength: 24,
    flags: 0,
    scope: 0,
    index: 7,
    attributes: {
      local: "192.0.2.1",
      label: "eth0:1",
      routePriority: 5,
      flags: 0x200,
      address: "192.0.2.1",
      broadcast: "192.0.2.255",
      cacheInfo: { preferred: 30, valid: 60, created: 0, updated: 0 },
    },
    request: [RTM_NEWADDR, 0x600],
  });
});

Deno.test("ip address add, change and replace differ by their flags", async () => {
  const flags = async (verb: string) =>
    sent(await runOn(`address ${verb} ::1/64 dev eth0`, serve)).request;
  assertEquals(await flags("add"), [RTM_NEWADDR, 0x600]);
  assertEquals(await flags("change"), [RTM_NEWADDR, 0x100]);
  assertEquals(await flags("replace"), [RTM_NEWADDR, 0x500]);
  assertEquals(await flags("delete"), [RTM_DELADDR, 0]);
});

Deno.test("ip address delete warns where there is no length", async () => {
  const outcome = await runOn("address del 192.0.2.1 dev eth0", serve);
  assertEquals(
    outcome.err.split("\n")[1]?.trim().split(" ").at(-5),
    "(192.0.2.1/32)",
  );
  const { attributes, prefixLength } = sent(outcome);
  assertEquals([attributes, prefixLength], [{ local: "192.0.2.1" }, 32]);
});

Deno.test("ip address add prints what the kernel reports", async () => {
  const { code, err } = await runOn(
    "address add 192.0.2.1/24 dev eth0",
    (request) =>
      request.type === RTM_NEWADDR ? [ack(request, EEXIST)] : serve(request),
  );
  assertEquals([code, err], [2, "RTNETLINK answers: File exists\n"]);
});

Deno.test("ip address add sends nothing where words are wrong", async () => {
  const wrong: [words: string, code: number, err: string][] = [
    [
      "address add 192.0.2.1/24",
      1,
      'Not enough information: "dev" argument is required.\n',
    ],
    [
      "address add 192.0.2.1/24 dev eth0 valid_lft 5 preferred_lft 6",
      1,
      "preferred_lft is greater than valid_lft\n",
    ],
    [
      "address add 192.0.2.1/24 192.0.2.2/24 dev eth0",
      255,
      'Error: either "local" is duplicate, or "192.0.2.2/24" is garbage.\n',
    ],
    [
      "address add ::1/64 brd + dev eth0",
      1,
      "Broadcast can be set only for IPv4 addresses\n",
    ],
  ];
  for (const [words, code, err] of wrong) {
    const outcome = await runOn(words, serve);
    assertEquals([outcome.code, outcome.err], [code, err]);
    const types = outcome.kernel.requests.map(({ type }) => type);
    assertEquals(types.includes(RTM_NEWADDR), false);
  }
});
