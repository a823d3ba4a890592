import { assert, assertEquals, assertRejects } from "@std/assert";
import { GenericNetlink, NetlinkError } from "../../api/mod.ts";
import { sh } from "../support/live.ts";
import { cardTest } from "../support/network_card.ts";

/** What `ethtool` prints, as lines of a name, a colon and a value. */
function shown(...args: string[]): Record<string, string> {
  const lines = sh("ethtool", ...args).split("\n");
  return Object.fromEntries(
    lines.map((line) => line.split(/:\s*/).map((part) => part.trim()))
      .filter(([name, value]) => name !== "" && value !== undefined),
  );
}

/** Names of the modes in a paragraph of `ethtool`. */
function modesIn(link: string, title: string): string[] {
  const text = sh("ethtool", link);
  const [, paragraph = ""] = text.match(
    new RegExp(`\t${title}: +((?:.*\n\t {10,})*.*\n)`),
  ) ?? [];
  return paragraph.split(/\s+/).filter((word) => /base/.test(word)).sort();
}

cardTest(
  "ethtool.linkModes of a card are what ethtool shows and sets",
  async (link) => {
    sh("ip", "link", "set", link, "up");
    using generic = GenericNetlink.open();
    const { linkModes, linkState, linkInfo } = generic.ethtool;
    using changes = await generic.ethtool.monitor();
    const compare = async () => {
      const { modes = {} } = await linkModes.get(link);
      const names = Object.keys(modes).filter((name) => /base/.test(name));
      assertEquals(names.sort(), modesIn(link, "Supported link modes"));
      assertEquals(
        names.filter((name) => modes[name]),
        modesIn(link, "Advertised link modes"),
      );
      return modes;
    };
    assertEquals((await compare())["100baseT/Full"], true);

    await linkModes.set(link, { modes: { "100baseT/Full": false } });
    assertEquals((await compare())["100baseT/Full"], false);
    sh("ethtool", "-s", link, "advertise", "100baseT/Full", "on");
    assertEquals((await compare())["100baseT/Full"], true);
    const reported: unknown[] = [];
    for await (const change of changes) {
      assert(change.kind === "linkModes");
      reported.push(change.value.modes!["100baseT/Full"]);
      if (reported.length === 2) break;
    }
    assertEquals(reported, [false, true]);

    assertEquals((await linkInfo.get(link)).port, "twisted-pair");
    await linkInfo.set(link, { wantedCrossover: "on" });
    assertEquals(shown(link)["MDI-X"], "on (forced)");
    sh("ethtool", "-s", link, "mdix", "auto");
    assertEquals((await linkInfo.get(link)).wantedCrossover, "auto");
    assertEquals(typeof (await linkState.get(link)).up, "boolean");
  },
);

cardTest(
  "ethtool.rings, pause and coalescing of a card are what ethtool shows and sets",
  async (link) => {
    using generic = GenericNetlink.open();
    const { rings, pause, coalescing } = generic.ethtool;
    await rings.set(link, { rx: 512, tx: 128 });
    const { RX, TX } = shown("-g", link);
    assertEquals([RX, TX], ["512", "128"]);
    sh("ethtool", "-G", link, "rx", "1024");
    const { rx, tx, rxMax } = await rings.get(link);
    assertEquals([rx, tx, rxMax], [1024, 128, 4096]);
    await assertRejects(
      () => rings.set(link, { txPush: false }),
      NetlinkError,
      "setting tx push not supported: at attributes.txPush",
    );

    await pause.set(link, { autoneg: false, rx: true, tx: false });
    const frames = shown("-a", link);
    assertEquals([frames.Autonegotiate, frames.RX, frames.TX], [
      "off",
      "on",
      "off",
    ]);
    sh("ethtool", "-A", link, "tx", "on");
    const { autoneg, rx: obeyed, tx: sent } = await pause.get(link);
    assertEquals([autoneg, obeyed, sent], [false, true, true]);
    assertEquals((await pause.get(link, { statistics: true })).device, link);

    await coalescing.set(link, { rxUsecs: 20 });
    assertEquals(shown("-c", link)["rx-usecs"], "20");
    sh("ethtool", "-C", link, "rx-usecs", "40");
    assertEquals((await coalescing.get(link)).rxUsecs, 40);
  },
);

cardTest(
  "ethtool.privateFlags and driverLog of a card are what ethtool shows and sets",
  async (link) => {
    using generic = GenericNetlink.open();
    const { privateFlags, driverLog, driver, strings } = generic.ethtool;
    const { flags = {} } = await privateFlags.get(link);
    assertEquals(Object.keys(flags), await strings.get("private-flags", link));
    const text = shown("--show-priv-flags", link);
    for (const [name, isOn] of Object.entries(flags)) {
      assertEquals(text[name], isOn ? "on" : "off", name);
    }
    // The driver lets other cards have it.
    await assertRejects(
      () => privateFlags.set(link, { flags: { "disable-k1": true } }),
      NetlinkError,
      `Cannot set private flags of ${link}: EINVAL`,
    );
    await assertRejects(
      () => privateFlags.set(link, { flags: { "disable-k2": true } }),
      NetlinkError,
      "bit name not found: at attributes.flags.bits[0].name",
    );

    await driverLog.set(link, { messages: { hw: true } });
    assertEquals(
      (await driverLog.get(link)).messages,
      { drv: true, probe: true, link: true, hw: true },
    );

    const info = await driver.get(link);
    const expected = shown("-i", link);
    assertEquals(info.driver, "e1000e");
    assertEquals(info.firmware, expected["firmware-version"]);
    assertEquals(info.version, expected.version);
    const counters = await driver.counters(link);
    const lines = sh("ethtool", "-S", link).split("\n").slice(1, -1);
    assertEquals(
      Object.keys(counters),
      lines.map((line) => line.replace(/: \d+$/, "").trim()),
    );
  },
);

cardTest(
  "ethtool.timestamping of a card is what ethtool -T shows",
  async (link) => {
    using generic = GenericNetlink.open();
    const { timestamping, timestampConfig } = generic.ethtool;
    const found = await timestamping.get(link);
    const lines = sh("ethtool", "-T", link).split("\n")
      .map((line) => line.match(/^\t([\w-]+)/)?.[1])
      .filter((name) => name !== undefined);
    assertEquals([
      ...Object.keys(found.capabilities!),
      ...Object.keys(found.txTypes!),
      ...Object.keys(found.rxFilters!),
    ], lines);
    assertEquals(String(found.clock), shown("-T", link)["PTP Hardware Clock"]);
    await timestampConfig.set(link, { txTypes: ["on"], rxFilters: ["all"] });
    const { txTypes, rxFilters } = await timestampConfig.get(link);
    assertEquals([txTypes, rxFilters], [["on"], ["all"]]);
  },
);
