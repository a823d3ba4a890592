/**
 * A device as `wg show` shows it to people.
 *
 * @module
 */

import type { WgDevice, WgPeer } from "../../messages/generic/wireguard.ts";
import type { Styles } from "./styles.ts";
import { endpointText, isKey, keyText, networkTexts } from "./text.ts";

/** How a device is shown. */
export interface DeviceFormat {
  /** Colors. */
  readonly styles: Styles;
  /** Whether keys that are secret are shown. */
  readonly showsKeys: boolean;
  /** Seconds since 1970. */
  readonly now: bigint;
  /** Finds the name of a link by its index. */
  readonly nameOf: (index: number) => string | undefined;
}

/**
 * Formats a device.
 *
 * @param device The device.
 * @param format How it is shown.
 * @returns Lines.
 */
export function formatDevice(device: WgDevice, format: DeviceFormat): string {
  const { styles } = format;
  const { ifname = "", publicKey, privateKey, listenPort, fwmark } = device;
  const line = lineIn(styles);
  const secret = secretIn(format);
  let text = `${styles.reset}${title(styles, "green", "interface", ifname)}`;
  if (isKey(publicKey)) text += line("public key", keyText(publicKey));
  if (isKey(privateKey)) text += line("private key", secret(privateKey));
  if (listenPort) text += line("listening port", `${listenPort}`);
  if (fwmark) text += line("fwmark", `0x${fwmark.toString(16)}`);
  const peers = byHandshake(device.peers ?? []);
  return text + peers.map((peer) => `\n${formatPeer(peer, format)}`).join("");
}

function formatPeer(peer: WgPeer, format: DeviceFormat): string {
  const { styles, now, nameOf } = format;
  const { publicKey = new Uint8Array(), presharedKey, lastHandshakeTime } =
    peer;
  const { rxBytes = 0n, txBytes = 0n } = peer;
  const { persistentKeepaliveInterval: keepalive } = peer;
  const line = lineIn(styles);
  let text = title(styles, "yellow", "peer", keyText(publicKey));
  if (isKey(presharedKey)) {
    text += line("preshared key", secretIn(format)(presharedKey));
  }
  const endpoint = endpointText(peer.endpoint, nameOf);
  if (endpoint !== undefined) text += line("endpoint", endpoint);
  const networks = networkTexts(peer, `${styles.cyan}/${styles.reset}`);
  text += line("allowed ips", networks.join(", ") || "(none)");
  if (lastHandshakeTime !== undefined && lastHandshakeTime.sec !== 0n) {
    text += line("latest handshake", ago(lastHandshakeTime.sec, now, styles));
  }
  if (rxBytes !== 0n || txBytes !== 0n) {
    const received = `${bytesText(rxBytes, styles)} received`;
    text += line("transfer", `${received}, ${bytesText(txBytes, styles)} sent`);
  }
  if (keepalive) {
    const time = durationText(BigInt(keepalive), styles);
    text += line("persistent keepalive", `every ${time}`);
  }
  return text;
}

function title(
  styles: Styles,
  color: "green" | "yellow",
  name: string,
  value: string,
): string {
  const { bold, reset, [color]: start } = styles;
  return `${start}${bold}${name}${reset}: ${start}${value}${reset}\n`;
}

function lineIn({ bold, reset }: Styles) {
  return (name: string, value: string): string =>
    `  ${bold}${name}${reset}: ${value}\n`;
}

function secretIn({ showsKeys }: DeviceFormat) {
  return (key: Uint8Array): string => showsKeys ? keyText(key) : "(hidden)";
}

/** Peers with the latest handshake first; those that had none come last. */
function byHandshake(peers: readonly WgPeer[]): WgPeer[] {
  const timeOf = ({ lastHandshakeTime }: WgPeer) => {
    const { sec = 0n, nsec = 0n } = lastHandshakeTime ?? {};
    return sec * 1_000_000_000n + nsec;
  };
  return peers.toSorted((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)];
    return first === second ? 0 : first < second ? 1 : -1;
  });
}

const UNITS: readonly (readonly [name: string, seconds: bigint])[] = [
  ["year", 365n * 24n * 60n * 60n],
  ["day", 24n * 60n * 60n],
  ["hour", 60n * 60n],
  ["minute", 60n],
  ["second", 1n],
];

function durationText(seconds: bigint, { cyan, reset }: Styles): string {
  const parts: string[] = [];
  let left = seconds;
  for (const [name, unit] of UNITS) {
    const count = left / unit;
    left %= unit;
    if (count === 0n) continue;
    parts.push(`${count} ${cyan}${name}${count === 1n ? "" : "s"}${reset}`);
  }
  return parts.join(", ");
}

function ago(time: bigint, now: bigint, styles: Styles): string {
  if (now === time) return "Now";
  if (now > time) return `${durationText(now - time, styles)} ago`;
  const warning = "System clock wound backward; connection problems may ensue.";
  return `(${styles.red}${warning}${styles.reset})`;
}

const SIZES = ["KiB", "MiB", "GiB", "TiB"] as const;

function bytesText(bytes: bigint, { cyan, reset }: Styles): string {
  if (bytes < 1024n) return `${bytes} ${cyan}B${reset}`;
  let size = 1024n;
  let unit = 0;
  while (unit < SIZES.length - 1 && bytes >= 1024n * size) {
    size *= 1024n;
    unit++;
  }
  return `${hundredths(bytes, size)} ${cyan}${SIZES[unit]}${reset}`;
}

/** A quotient with two decimals; halves go to the even one, as in `printf(3)`. */
function hundredths(dividend: bigint, divisor: bigint): string {
  const number = 100n * dividend;
  let quotient = number / divisor;
  const twice = 2n * (number % divisor);
  if (twice > divisor || twice === divisor && quotient % 2n === 1n) quotient++;
  return `${quotient / 100n}.${`${quotient % 100n}`.padStart(2, "0")}`;
}
