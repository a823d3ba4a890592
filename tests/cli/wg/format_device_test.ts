import { assertEquals } from "@std/assert";
import {
  type DeviceFormat,
  formatDevice,
} from "../../../cli/wg/format_device.ts";
import { stylesOf } from "../../../cli/wg/styles.ts";
import type { WgDevice, WgPeer } from "../../../messages/generic/wireguard.ts";
import { testIo } from "../../support/io.ts";

const KEY = new Uint8Array(32).fill(0x11);
const NOW = 1_700_000_000n;

function styles(mode: string | undefined, terminal = false) {
  return stylesOf({ ...testIo({ terminal }), env: () => mode });
}

function format(
  device: WgDevice,
  more: Partial<DeviceFormat> = {},
): string {
  return formatDevice({ ifname: "wg0", ...device }, {
    styles: styles("never"),
    showsKeys: false,
    now: NOW,
    nameOf: () => undefined,
    ...more,
  });
}

function peerLine(name: string, peer: WgPeer): string | undefined {
  return format({ peers: [{ publicKey: KEY, ...peer }] }).split("\n")
    .find((line) => line.startsWith(`  ${name}: `))?.slice(name.length + 4);
}

Deno.test("formatDevice() hides keys unless they are wanted", () => {
  const device = {
    privateKey: KEY,
    peers: [{ publicKey: KEY, presharedKey: KEY }],
  };
  assertEquals(format(device).match(/\(hidden\)/g)?.length, 2);
  const shown = format(device, { showsKeys: true });
  assertEquals(shown.split(KEY.toBase64()).length, 4);
});

Deno.test("formatDevice() colors what wg colors", () => {
  const peer = {
    publicKey: KEY,
    allowedIps: [{ family: 2, ipaddr: "10.0.0.0", cidrMask: 8 }],
    persistentKeepaliveInterval: 61,
  };
  const text = format({ fwmark: 255, peers: [peer] }, {
    styles: styles("always"),
  });
  assertEquals(
    text.replaceAll("\x1b[", "^"),
    [
      "^0m^32m^1minterface^0m: ^32mwg0^0m",
      "  ^1mfwmark^0m: 0xff",
      "",
      `^33m^1mpeer^0m: ^33m${KEY.toBase64()}^0m`,
      "  ^1mallowed ips^0m: 10.0.0.0^36m/^0m8",
      "  ^1mpersistent keepalive^0m: every 1 ^36mminute^0m, 1 ^36msecond^0m",
      "",
    ].join("\n"),
  );
});

Deno.test("stylesOf() asks WG_COLOR_MODE, then the terminal", () => {
  const isColored = (mode: string | undefined, terminal: boolean) =>
    styles(mode, terminal).bold !== "";
  assertEquals(isColored("always", false), true);
  assertEquals(isColored("never", true), false);
  assertEquals(isColored("auto", true), true);
  assertEquals(isColored(undefined, false), false);
});

Deno.test("formatDevice() shows how long ago a handshake was", () => {
  const ago = (seconds: bigint) =>
    peerLine("latest handshake", {
      lastHandshakeTime: { sec: NOW - seconds, nsec: 1n },
    });
  assertEquals(ago(0n), "Now");
  assertEquals(ago(1n), "1 second ago");
  assertEquals(ago(3600n), "1 hour ago");
  assertEquals(
    ago(2n * 31_536_000n + 86_400n + 7322n),
    "2 years, 1 day, 2 hours, 2 minutes, 2 seconds ago",
  );
  assertEquals(
    ago(-1n),
    "(System clock wound backward; connection problems may ensue.)",
  );
  assertEquals(ago(NOW), undefined);
});

Deno.test("formatDevice() rounds bytes as printf(3) does", () => {
  const received = (rxBytes: bigint) =>
    peerLine("transfer", { rxBytes, txBytes: 0n })?.split(" received")[0];
  assertEquals(received(0n), undefined);
  assertEquals(received(1023n), "1023 B");
  assertEquals(received(1024n), "1.00 KiB");
  assertEquals(received(1152n), "1.12 KiB");
  assertEquals(received(1408n), "1.38 KiB");
  assertEquals(received(1024n ** 2n - 1n), "1024.00 KiB");
  assertEquals(received(3n * 1024n ** 3n / 2n), "1.50 GiB");
  assertEquals(received(2n ** 64n - 1n), "16777216.00 TiB");
});

Deno.test("formatDevice() puts peers with the latest handshake first", () => {
  const peer = (byte: number, sec: bigint, nsec = 0n): WgPeer => ({
    publicKey: new Uint8Array(32).fill(byte),
    lastHandshakeTime: { sec, nsec },
  });
  const peers = [peer(1, 0n), peer(2, 5n), peer(3, 7n), peer(4, 5n, 1n)];
  const order = format({ peers }).match(/^peer: (.*)$/gm)!.map((line) =>
    Uint8Array.fromBase64(line.slice(6))[0]
  );
  assertEquals(order, [3, 4, 2, 1]);
});
