import { assertEquals } from "@std/assert";
import { GenericNetlink } from "../../api/mod.ts";
import { sh } from "../support/live.ts";
import { simulatedTest } from "../support/netdevsim.ts";

/** What `ethtool` prints, as lines of a name, a colon and a value. */
function shown(...args: string[]): Record<string, string> {
  const lines = sh("ethtool", ...args).split("\n");
  return Object.fromEntries(
    lines.map((line) => line.split(/:\s*/).map((part) => part.trim()))
      .filter(([name, value]) => name !== "" && value !== undefined),
  );
}

// deno-lint-ignore no-explicit-any
function json(...args: string[]): any {
  return JSON.parse(sh("ethtool", "--json", ...args))[0];
}

simulatedTest(
  "ethtool.rings, channels, coalescing, pause and fec of simulated devices are what ethtool shows and sets",
  "ethtool",
  async ({ links: [link = ""] }) => {
    using generic = GenericNetlink.open();
    const { rings, channels, coalescing, pause, fec } = generic.ethtool;

    await rings.set(link, { rx: 256, tx: 128 });
    const { RX, TX } = shown("-g", link);
    assertEquals([RX, TX], ["256", "128"]);
    sh("ethtool", "-G", link, "rx", "512");
    assertEquals((await rings.get(link)).rx, 512);

    const { combinedMax } = await channels.get(link);
    assertEquals(
      `${combinedMax}`,
      /Combined:\s*(\d+)/.exec(
        sh("ethtool", "-l", link),
      )?.[1],
    );

    await coalescing.set(link, { rxUsecs: 20, adaptiveTx: true });
    const times = shown("-c", link);
    assertEquals(times["rx-usecs"], "20");
    assertEquals(
      /^Adaptive RX: off +TX: on$/m.test(sh("ethtool", "-c", link)),
      true,
    );
    sh("ethtool", "-C", link, "rx-usecs", "40", "adaptive-tx", "off");
    const read = await coalescing.get(link);
    assertEquals([read.rxUsecs, read.adaptiveTx], [40, false]);

    await pause.set(link, { autoneg: false, rx: true, tx: false });
    // Its JSON has `true` for each.
    const frames = shown("-a", link);
    assertEquals([frames.RX, frames.TX], ["on", "off"]);
    sh("ethtool", "-A", link, "rx", "off", "tx", "on");
    const { rx, tx } = await pause.get(link);
    assertEquals([rx, tx], [false, true]);

    await fec.set(link, { modes: { RS: true }, auto: false });
    assertEquals(json("--show-fec", link).config, ["RS"]);
    sh("ethtool", "--set-fec", link, "encoding", "baser");
    assertEquals((await fec.get(link)).modes, { BASER: true });
  },
);

simulatedTest(
  "ethtool.features, tunnels, timestamping and driver of simulated devices are what ethtool shows and sets",
  "ethtool",
  async ({ links: [link = ""] }) => {
    using generic = GenericNetlink.open();
    const { features, tunnels, timestamping, driver } = generic.ethtool;
    const name = "tx-checksum-ip-generic";
    await features.set(link, { [name]: false });
    assertEquals(json("-k", link)[name].active, false);
    sh("ethtool", "-K", link, name, "on");
    assertEquals((await features.get(link)).features[name], true);

    const text = sh("ethtool", "--show-tunnels", link);
    const { tables = [] } = await tunnels.get(link);
    assertEquals(
      tables.map(({ size }) => `${size}`),
      [...text.matchAll(/Size: (\d+)/g)].map(([, size]) => size),
    );
    assertEquals(
      tables.map(({ types = {} }) => Object.keys(types).join(", ")),
      [...text.matchAll(/Types: (.+)/g)].map(([, types]) => types),
    );

    const { clock } = await timestamping.get(link);
    const { "PTP Hardware Clock": expected } = shown("-T", link);
    assertEquals(String(clock ?? "none"), expected);
    const info = await driver.get(link);
    assertEquals(info.driver, shown("-i", link).driver);
  },
);
