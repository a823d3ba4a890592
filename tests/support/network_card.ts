/**
 * The network card of the emulator, whose driver has settings that no virtual
 * link has.
 *
 * @module
 */
import { hasCommand, sh, virtualMachine } from "./live.ts";

const DEVICES = "/sys/bus/pci/devices";
/** Vendor and device of Intel's 82574, which the driver e1000e is for. */
const CARD = "0x8086 0x10d3";

/** Where the card is; `undefined` on other machines. */
function slot(): string | undefined {
  if (virtualMachine === undefined) return undefined;
  try {
    return [...Deno.readDirSync(DEVICES)].map(({ name }) => name)
      .find((name) =>
        ["vendor", "device"].map((file) =>
          Deno.readTextFileSync(`${DEVICES}/${name}/${file}`).trim()
        ).join(" ") === CARD
      );
  } catch {
    return undefined;
  }
}

const where = slot();

/** Loads the driver, and returns the name of the card's link. */
function card(): string {
  sh("modprobe", "e1000e");
  const [link] = Deno.readDirSync(`${DEVICES}/${where}/net`);
  return link!.name;
}

/**
 * Declares a test with the card, which runs in the first network namespace: that
 * of a virtual machine is thrown away.
 *
 * @param name What is tested, a sentence.
 * @param body The test; it gets the name of the card's link.
 */
export function cardTest(
  name: string,
  body: (link: string) => Promise<void>,
): void {
  const reason = where === undefined
    ? " (needs tools/kernel-qemu)"
    : hasCommand("ethtool")
    ? ""
    : " (needs command ethtool)";
  Deno.test({
    name: `${name}${reason}`,
    ignore: reason !== "",
    fn: () => body(card()),
  });
}
