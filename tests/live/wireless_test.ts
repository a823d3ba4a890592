import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import {
  ConnectError,
  type Wiphy,
  type WirelessEvent,
} from "../../wireless.ts";
import { sh } from "../support/live.ts";
import { eventually, radioTest } from "../support/radios.ts";

/** A device without how long its channels have been in the states that they are in. */
function timeless(phy: Wiphy) {
  return {
    ...phy,
    bands: phy.bands.map((band) => ({
      ...band,
      frequencies: band.frequencies.map(({ dfsTime: _, ...rest }) => rest),
    })),
  };
}

/** The value behind a word of a line that `iw` prints. */
function shown(text: string, word: string): string | undefined {
  return new RegExp(`^\\s*${word}:? (.*)$`, "m").exec(text)?.[1];
}

radioTest("Wireless lists devices as iw phy does", [], async () => {
  using generic = GenericNetlink.open();
  const { wiphy } = generic.wireless;
  const all = await wiphy.list().toArray();
  assertEquals(all.length, 2);
  for (const phy of all) {
    const text = sh("iw", "phy", phy.name, "info");
    assertEquals(shown(text, "wiphy index"), `${phy.index}`);
    assertEquals(shown(text, "max # scan SSIDs"), `${phy.maxScanNames}`);
    const channels = [...text.matchAll(/\* (\d+)(?:\.0)? MHz \[/g)].map((
      [, frequency],
    ) => Number(frequency));
    const frequencies = phy.bands.flatMap(({ frequencies }) =>
      // The program leaves out what is below a MHz.
      frequencies.map(({ frequency }) => Math.floor(frequency))
    );
    // The program prints no channels of bands that it has no name for.
    assert(channels.length > 30);
    for (const channel of channels) assert(frequencies.includes(channel));
    const powers = new Map(
      [...text.matchAll(/\* (\d+)(?:\.0)? MHz \[\d+\] \(([\d.]+) dBm\)/g)].map(
        ([, frequency, power]) => [Number(frequency), Number(power)],
      ),
    );
    for (
      const { frequency, maxTxPower, disabled } of phy.bands[0]!.frequencies
    ) {
      assertEquals(powers.get(frequency), disabled ? undefined : maxTxPower);
    }
    assertEquals(
      [...text.matchAll(/\(00-0f-ac:(\d+)\)/g)].length,
      phy.ciphers.length,
    );
    assert(phy.ciphers.includes("ccmp-128"));
    for (const type of ["station", "ap", "monitor", "adhoc"] as const) {
      assert(phy.types.includes(type), type);
    }
    assert(phy.commands.includes("connect"));
    assert(phy.combinations[0]!.maxInterfaces > 1);
    assertEquals(timeless(await wiphy.get(phy.name)), timeless(phy));
    assertEquals(timeless(await wiphy.get(phy.index)), timeless(phy));
  }
  assertEquals(await wiphy.find("nothing"), undefined);
  const error = await assertRejects(() => wiphy.get(999), NetlinkError);
  assertEquals(error.code, "ENODEV");
  await wiphy.set(all[0]!, {
    name: "radio0",
    retryShort: 5,
    rtsThreshold: 500,
  });
  const text = sh("iw", "phy", "radio0", "info");
  assertEquals(shown(text, "Retry short limit"), "5");
  assertEquals(shown(text, "RTS threshold"), "500");
  assertEquals((await wiphy.get("radio0")).rtsThreshold, 500);
});

radioTest("Wireless adds and changes interfaces as iw does", [], async () => {
  using generic = GenericNetlink.open();
  const { interface: interfaces, wiphy } = generic.wireless;
  const { wiphy: index } = await interfaces.get("wlan0");
  const added = await interfaces.add(index, {
    name: "mon0",
    type: "monitor",
    monitorFlags: ["control"],
  });
  assertEquals([added.name, added.type, added.wiphy], [
    "mon0",
    "monitor",
    index,
  ]);
  sh("ip", "link", "set", "wlan0", "down");
  sh("ip", "link", "set", "mon0", "up");
  await interfaces.set("mon0", { channel: { frequency: 2437, width: 20 } });
  const text = sh("iw", "dev", "mon0", "info");
  assertEquals(shown(text, "type"), "monitor");
  assertEquals(
    shown(text, "channel"),
    "6 (2437 MHz), width: 20 MHz, center1: 2437 MHz",
  );
  const read = await interfaces.get("mon0");
  assertEquals(read.channel, { frequency: 2437, width: 20, center: 2437 });
  assertEquals(read.address, shown(text, "addr"));
  await interfaces.set("wlan0", { type: "adhoc" });
  assertEquals(shown(sh("iw", "dev", "wlan0", "info"), "type"), "IBSS");
  sh("iw", "dev", "wlan0", "set", "type", "managed");
  assertEquals((await interfaces.get("wlan0")).type, "station");
  await interfaces.set("wlan0", { powerSave: false });
  assertEquals(
    sh("iw", "dev", "wlan0", "get", "power_save").trim(),
    "Power save: off",
  );
  assertEquals(await interfaces.powerSave("wlan0"), false);
  const { name } = await wiphy.get(index);
  sh("iw", "phy", name, "interface", "add", "mesh0", "type", "mp");
  const list = await interfaces.list({ wiphy: index }).toArray();
  assertEquals(
    list.map(({ name, type }) => [name, type]).toSorted(),
    [["mesh0", "mesh-point"], ["mon0", "monitor"], ["wlan0", "station"]],
  );
  assertEquals(await interfaces.delete("mon0"), true);
  assertEquals(await interfaces.delete("mon0", { ifExists: true }), false);
  assert(!sh("iw", "dev").includes("mon0"));
  sh("iw", "dev", "mesh0", "del");
  assertEquals(await interfaces.find("mesh0"), undefined);
  assertEquals(await interfaces.find("lo"), undefined);
  const error = await assertRejects(() => interfaces.get("lo"), NetlinkError);
  assertEquals(error.code, "ENODEV");
});

radioTest("Wireless sets the country that iw reg shows", [], async () => {
  using generic = GenericNetlink.open();
  const { regulatory } = generic.wireless;
  const isSet = (country: string) => async () =>
    (await regulatory.get()).country === country;
  await regulatory.set("DE");
  await eventually("the rules of Germany", isSet("DE"));
  const text = sh("iw", "reg", "get");
  assert(text.startsWith("global\ncountry DE: DFS-ETSI\n"), text);
  const { rules, dfsRegion } = await regulatory.get();
  assertEquals(dfsRegion, "etsi");
  const global = text.split("\n\n")[0]!;
  assertEquals(
    [...global.matchAll(/\((\d+) - (\d+) @ (\d+)\), \(\S+ (\d+)\)/g)].map(
      ([, ...values]) => values.map(Number),
    ),
    rules.map(({ from, to, maxWidth, maxPower }) => [
      Math.floor(from!),
      Math.floor(to!),
      maxWidth,
      Math.floor(maxPower!),
    ]),
  );
  assert(rules.some(({ flags }) => flags!.includes("dfs")));
  sh("iw", "reg", "set", "FR");
  await eventually("the rules of France", isSet("FR"));
  await assertRejects(() => regulatory.set("france"), TypeError);
});

radioTest("Wireless joins ad-hoc networks that iw finds", [], async () => {
  using generic = GenericNetlink.open();
  const { wireless } = generic;
  for (const link of ["wlan0", "wlan1"]) {
    sh("ip", "link", "set", link, "down");
    await wireless.interface.set(link, { type: "adhoc" });
    sh("ip", "link", "set", link, "up");
    await wireless.joinAdHoc(link, {
      ssid: "Käse",
      channel: 2412,
      fixedChannel: true,
      bssid: "02:11:22:33:44:55",
    });
  }
  const { address } = await wireless.interface.get("wlan1");
  const key = { device: "wlan0", address };
  // A station has no signal before a frame of it was received.
  await eventually(
    "a frame of the other station",
    async () => ((await wireless.station.find(key))?.signal ?? 0) !== 0,
  );
  const station = await wireless.station.get(key);
  const text = sh("iw", "dev", "wlan0", "station", "get", address);
  assertEquals(
    Number(/signal:\s+(-?\d+)/.exec(text)?.[1]),
    station.signal,
  );
  assertEquals(
    /authorized:\s+(\w+)/.exec(text)?.[1] === "yes",
    station.flags!.includes("authorized"),
  );
  const listed = await wireless.station.list("wlan0").toArray();
  assertEquals(listed.map(({ address }) => address), [address]);
  const info = await wireless.interface.get("wlan0");
  assertEquals(info.ssid, "Käse");
  assertEquals(info.channel?.frequency, 2412);

  const found = await wireless.scan.run("wlan0", { frequencies: [2412] }, {
    wait: 60,
  });
  const network = found.find(({ ssid }) => ssid === "Käse");
  assert(network !== undefined);
  const dump = sh("iw", "dev", "wlan0", "scan", "dump");
  assertEquals(
    network.bssid,
    /^BSS ([\da-f:]{17})/m.exec(dump)?.[1],
  );
  assertEquals(network.status, "ibss-joined");
  assert(network.capabilities.includes("ibss"));
  assertEquals(shown(dump, "freq")?.replace(".0", ""), `${network.frequency}`);
  assertEquals(
    Number.parseFloat(shown(dump, "signal")!),
    network.signal,
  );
  assertEquals(
    shown(dump, "Supported rates")!.trim().split(" "),
    network.rates.slice(0, 8).map(({ rate, basic }) =>
      `${rate.toFixed(1)}${basic ? "*" : ""}`
    ),
  );
  const survey = await wireless.survey.list("wlan0").toArray();
  const lines = sh("iw", "dev", "wlan0", "survey", "dump");
  const places = [...lines.matchAll(/frequency:\s+(\d+) MHz( \[in use\])?/g)];
  assertEquals(
    places.map(([, frequency, use]) => [Number(frequency), use !== undefined]),
    survey.map(({ frequency, inUse }) => [frequency, inUse]),
  );
  assert(places.length > 0);
  assertEquals(
    [...lines.matchAll(/noise:\s+(-\d+) dBm/g)].map(([, noise]) =>
      Number(noise)
    ),
    survey.flatMap(({ noise }) => noise ?? []),
  );
  await wireless.leaveAdHoc("wlan0");
  await assertRejects(() => wireless.leaveAdHoc("wlan0"), NetlinkError);
});

radioTest("Wireless joins meshes, and reports what happens", [], async () => {
  using generic = GenericNetlink.open();
  const { wireless } = generic;
  using monitor = await wireless.monitor({ groups: ["config", "mlme"] });
  for (const link of ["wlan0", "wlan1"]) {
    sh("ip", "link", "set", link, "down");
    sh("iw", "dev", link, "set", "type", "mp");
    sh("ip", "link", "set", link, "up");
  }
  await wireless.joinMesh("wlan0", { meshId: "m", channel: 2412 });
  sh("iw", "dev", "wlan1", "mesh", "join", "m", "freq", "2412");
  const states = async () =>
    (await wireless.station.list("wlan0").toArray()).map(({ meshLink }) =>
      meshLink
    );
  await eventually(
    "the link of the mesh",
    async () => (await states())[0] === "established",
  );
  const text = sh("iw", "dev", "wlan0", "station", "dump");
  assertEquals(/mesh plink:\s+(\w+)/.exec(text)?.[1], "ESTAB");
  await wireless.leaveMesh("wlan0");
  sh("iw", "dev", "wlan1", "del");
  const kinds: WirelessEvent["kind"][] = [];
  for await (const event of monitor) {
    if (!("message" in event)) continue;
    kinds.push(event.kind);
    if (event.kind === "del-interface") {
      assertEquals(event.name, "wlan1");
      break;
    }
  }
  assert(kinds.includes("new-station"), kinds.join());
});

radioTest("Wireless connects to open access points", ["hostapd"], async () => {
  using generic = GenericNetlink.open();
  const { wireless } = generic;
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(
    file,
    [
      ...["interface=wlan1", "driver=nl80211", "ssid=open network"],
      ...["hw_mode=g", "channel=1", ""],
    ].join("\n"),
  );
  sh("ip", "link", "set", "wlan0", "up");
  const error = await assertRejects(
    () => wireless.connect("wlan0", { ssid: "nothing" }, { wait: 60 }),
    ConnectError,
  );
  assert(error.timedOut || error.status !== 0);
  const hostapd = new Deno.Command("hostapd", {
    args: [file],
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await eventually(
      "the access point",
      async () =>
        (await wireless.interface.get("wlan1")).type === "ap" &&
        (await wireless.interface.get("wlan1")).ssid === "open network",
    );
    const { address } = await wireless.interface.get("wlan1");
    // Where a processor is emulated, answers may come too late.
    const found: { bssid?: string } = {};
    await eventually("the connection", async () => {
      try {
        const spec = { ssid: "open network", frequency: 2412 };
        const { bssid } = await wireless.connect("wlan0", spec, { wait: 60 });
        found.bssid = bssid;
        return true;
      } catch (error) {
        if (error instanceof ConnectError) return false;
        throw error;
      }
    });
    assertEquals(found.bssid, address);
    const text = sh("iw", "dev", "wlan0", "link");
    assert(text.startsWith(`Connected to ${address} (on wlan0)`), text);
    assertEquals(shown(text, "SSID"), "open network");
    const station = await wireless.station.get({ device: "wlan0", address });
    assert(station.flags!.includes("associated"));
    assertEquals(Math.round(1000 * station.beaconInterval!), 102);
    const [network] = await wireless.scan.results("wlan0").toArray();
    assertEquals([network!.ssid, network!.status], [
      "open network",
      "associated",
    ]);
    assertEquals([network!.channel, network!.rsn], [1, undefined]);
    await wireless.disconnect("wlan0");
    assert(sh("iw", "dev", "wlan0", "link").startsWith("Not connected"));
  } finally {
    hostapd.kill();
    await hostapd.status;
    await Deno.remove(file);
  }
});
