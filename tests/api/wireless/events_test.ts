import { assertEquals, assertRejects } from "@std/assert";
import { ConnectError } from "../../../api/wireless/connection.ts";
import type { WirelessEvent } from "../../../api/wireless/event.ts";
import {
  NL80211_CMD_CONNECT,
  NL80211_CMD_DISCONNECT,
  NL80211_CMD_GET_INTERFACE,
  NL80211_CMD_GET_SCAN,
  NL80211_CMD_NEW_SCAN_RESULTS,
  NL80211_CMD_SCAN_ABORTED,
  NL80211_CMD_TRIGGER_SCAN,
  NL80211_COMMANDS,
} from "../../../messages/generic/nl80211/commands.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
} from "../../support/generic_kernel.ts";

const GROUPS = ["config", "scan", "regulatory", "mlme"];
const address = "02:00:00:00:00:01";

/**
 * A kernel in which a request has an end that is reported, for another link
 * first.
 */
function open(starts: number, end: number, attributes: Attributes = {}) {
  const kernel = new FamilyKernel("nl80211", ({ cmd }) => {
    if (cmd === NL80211_CMD_GET_INTERFACE) {
      return [{ attributes: { ifindex: 2 } }];
    }
    if (cmd === NL80211_CMD_GET_SCAN) {
      const bss = { bssid: address, frequency: 2412 };
      return [{ attributes: { ifindex: 2, bss } }];
    }
    if (cmd === starts) {
      kernel.report(end, { ...attributes, ifindex: 3 });
      kernel.report(end, { ...attributes, ifindex: 2 });
    }
    return [];
  }, GROUPS);
  return { kernel, wireless: kernel.generic.wireless };
}

Deno.test("Wireless.connect() waits until the connection is there", async () => {
  const { kernel, wireless } = open(NL80211_CMD_CONNECT, NL80211_CMD_CONNECT, {
    mac: address,
    statusCode: 0,
    reqIe: Uint8Array.of(1),
    respIe: Uint8Array.of(2),
  });
  const spec = {
    ssid: "trial",
    bssid: address,
    frequency: 2412,
    bssidHint: address,
    frequencyHint: 2437,
    authentication: "open",
    privacy: true,
    elements: Uint8Array.of(3),
    disableHt: true,
    disableVht: true,
    disableHe: true,
    owned: true,
  } as const;
  assertEquals(plain(await wireless.connect("eth0", spec)), {
    bssid: address,
    device: 2,
    requestElements: Uint8Array.of(1),
    responseElements: Uint8Array.of(2),
  });
  assertEquals([...kernel.sockets[0]!.groups], [12]);
  assertEquals(kernel.sockets[0]!.closed, true);
  assertEquals(kernel.last, {
    cmd: NL80211_CMD_CONNECT,
    dump: false,
    attributes: {
      ifindex: 2,
      ssid: new TextEncoder().encode("trial"),
      mac: address,
      wiphyFreq: 2412,
      macHint: address,
      wiphyFreqHint: 2437,
      authType: 0,
      privacy: true,
      ie: Uint8Array.of(3),
      disableHt: true,
      disableVht: true,
      disableHe: true,
      socketOwner: true,
    },
  });
});

Deno.test("Wireless.connect() reports why there is no connection", async () => {
  const connect = (attributes: Attributes) => {
    const command = NL80211_CMD_CONNECT;
    const { wireless } = open(command, command, attributes);
    return wireless.connect("eth0", { ssid: 'a"b' });
  };
  const refused = await assertRejects(
    () => connect({ statusCode: 17 }),
    ConnectError,
    'Cannot connect to "a\\"b": the access point refuses with status 17',
  );
  assertEquals([refused.status, refused.timedOut], [17, false]);
  const silent = await assertRejects(
    () => connect({ timedOut: true }),
    ConnectError,
    "the network does not answer, or is not there",
  );
  assertEquals([silent.status, silent.timedOut], [0, true]);
});

Deno.test("Wireless.connect() does not wait forever", async () => {
  const { kernel, wireless } = open(0, 0);
  await assertRejects(
    () => wireless.connect("eth0", { ssid: "a" }, { wait: 0.01 }),
    DOMException,
    "Cannot wait for the connection: it takes longer than 0.01 seconds",
  );
  assertEquals(kernel.sockets.filter(({ closed }) => !closed), []);
  await assertRejects(
    () => wireless.connect("eth0", { ssid: "a" }, { wait: -1 }),
    TypeError,
    "as wait: a number of seconds is expected",
  );
  const controller = new AbortController();
  const connecting = wireless.connect("eth0", { ssid: "a" }, {
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(new Error("enough")), 10);
  await assertRejects(() => connecting, Error, "enough");
  await assertRejects(() => wireless.connect("eth0", {} as never), TypeError);
});

Deno.test("Wireless.disconnect() sends a reason", async () => {
  const { kernel, wireless } = open(0, 0);
  await wireless.disconnect("eth0");
  assertEquals(kernel.last, {
    cmd: NL80211_CMD_DISCONNECT,
    dump: false,
    attributes: { ifindex: 2, reasonCode: 3 },
  });
  await wireless.disconnect("eth0", { reason: 8 });
  assertEquals(kernel.last?.attributes, { ifindex: 2, reasonCode: 8 });
  await assertRejects(
    () => wireless.disconnect("eth0", { reason: 0 }),
    RangeError,
    "reason",
  );
});

Deno.test("Scans.run() waits for the end of the scan", async () => {
  const { kernel, wireless: { scan } } = open(
    NL80211_CMD_TRIGGER_SCAN,
    NL80211_CMD_NEW_SCAN_RESULTS,
  );
  const found = await scan.run("eth0", { frequencies: [2412] });
  assertEquals(found.map(({ bssid }) => bssid), [address]);
  assertEquals(
    kernel.requests.map(({ cmd }) => cmd),
    [NL80211_CMD_GET_INTERFACE, NL80211_CMD_TRIGGER_SCAN, NL80211_CMD_GET_SCAN],
  );
  await assertRejects(() => scan.run("eth0", { ssids: 5 as never }), TypeError);
});

Deno.test("Scans.run() reports that a scan was aborted", async () => {
  const { wireless: { scan } } = open(
    NL80211_CMD_TRIGGER_SCAN,
    NL80211_CMD_SCAN_ABORTED,
  );
  const error = await assertRejects(
    () => scan.run("eth0"),
    DOMException,
    "Cannot scan: it was aborted",
  );
  assertEquals(error.name, "AbortError");
});

Deno.test("Wireless.monitor() reads events", async () => {
  const { kernel, wireless } = open(0, 0);
  const monitor = await wireless.monitor();
  assertEquals([...kernel.sockets[0]!.groups], [9, 10, 11, 12]);
  kernel.report(NL80211_CMD_TRIGGER_SCAN, {
    wiphy: 1,
    wiphyName: "phy1",
    ifindex: 2,
    ifname: "wlan0",
    iftype: 2,
    wdev: 5n,
    scanFrequencies: [2412, 2417],
    scanSsids: [new TextEncoder().encode("a")],
  });
  kernel.report(NL80211_CMD_DISCONNECT, {
    mac: address,
    ssid: new TextEncoder().encode("b"),
    reasonCode: 3,
    disconnectedByAp: true,
    wiphyFreq: 2412,
    statusCode: 1,
    timedOut: true,
    timeoutReason: 2,
    radarEvent: 1,
    frame: Uint8Array.of(9),
  });
  kernel.report(NL80211_COMMANDS["reg-change"], {
    regAlpha2: "DE",
    regInitiator: 1,
    regType: 0,
  });
  const events: WirelessEvent[] = [];
  for await (const event of monitor) {
    events.push(event as WirelessEvent);
    if (event.kind === "reg-change") break;
  }
  assertEquals(events.map(plain), [
    {
      kind: "trigger-scan",
      wiphy: 1,
      wiphyName: "phy1",
      device: 2,
      name: "wlan0",
      type: "station",
      identifier: 5n,
      frequencies: [2412, 2417],
      ssids: ["a"],
    },
    {
      kind: "disconnect",
      address,
      ssid: "b",
      channel: { frequency: 2412 },
      status: 1,
      reason: 3,
      timedOut: true,
      timeoutReason: "auth",
      byAccessPoint: true,
      radar: "cac-finished",
      frame: Uint8Array.of(9),
    },
    {
      kind: "reg-change",
      country: "DE",
      initiator: "user",
      regulatoryType: "country",
    },
  ]);
});

Deno.test("Wireless.monitor() watches the groups that are asked for", async () => {
  const { kernel, wireless } = open(0, 0);
  using _ = await wireless.monitor({ groups: ["scan"] });
  assertEquals([...kernel.sockets[0]!.groups], [10]);
  for (const groups of [["other"], "scan"]) {
    await assertRejects(
      () => wireless.monitor({ groups: groups as never }),
      TypeError,
      "groups",
    );
  }
});
