/**
 * The network cards of the emulator, whose drivers have settings that no virtual
 * link has.
 *
 * @module
 */
import { hasCommand, sh, virtualMachine } from "./live.ts";

const DEVICES = "/sys/bus/pci/devices";
/** Vendor and device that each driver is for. */
const CARDS = {
  // Intel's 82574.
  e1000e: "0x8086 0x10d3",
  virtio_net: "0x1af4 0x1000",
} as const;

/** A driver of a card that the emulator has. */
export type CardDriver = keyof typeof CARDS;

/** Where a card is; `undefined` on other machines. */
function slot(driver: CardDriver): string | undefined {
  if (virtualMachine === undefined) return undefined;
  try {
    return [...Deno.readDirSync(DEVICES)].map(({ name }) => name)
      .find((name) =>
        ["vendor", "device"].map((file) =>
          Deno.readTextFileSync(`${DEVICES}/${name}/${file}`).trim()
        ).join(" ") === CARDS[driver]
      );
  } catch {
    return undefined;
  }
}

/** Loads the driver, and returns the name of the card's link. */
function card(driver: CardDriver, slot: string): string {
  sh("modprobe", driver);
  const folders = [`${DEVICES}/${slot}`];
  for (const { name } of Deno.readDirSync(folders[0]!)) {
    if (name.startsWith("virtio")) folders.push(`${folders[0]}/${name}`);
  }
  for (const folder of folders) {
    try {
      const [link] = Deno.readDirSync(`${folder}/net`);
      return link!.name;
    } catch {
      // Those of virtio are one folder deeper.
    }
  }
  throw new Error(`Cannot find the link of ${driver}`);
}

/**
 * Declares a test with the card, which runs in the first network namespace: that
 * of a virtual machine is thrown away.
 *
 * @param name What is tested, a sentence.
 * @param body The test; it gets the name of the card's link.
 * @param driver Which card.
 */
export function cardTest(
  name: string,
  body: (link: string) => Promise<void>,
  driver: CardDriver = "e1000e",
): void {
  const where = slot(driver);
  const reason = where === undefined
    ? " (needs tools/kernel-qemu)"
    : hasCommand("ethtool")
    ? ""
    : " (needs command ethtool)";
  Deno.test({
    name: `${name}${reason}`,
    ignore: reason !== "",
    fn: () => body(card(driver, where!)),
  });
}
