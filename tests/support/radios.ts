/**
 * Two simulated radios, which receive what the other one sends.
 *
 * @module
 */
import { hasCommand, sh, virtualMachine } from "./live.ts";
import { patient } from "./patience.ts";

/** The driver of the radios. */
const MODULE = "mac80211_hwsim";
/** The database of what each country allows. */
const DATABASE = "/lib/firmware/regulatory.db";

function reasonAgainst(commands: readonly string[]): string {
  if (virtualMachine === undefined) return " (needs tools/kernel-qemu)";
  const missing = commands.find((name) => !hasCommand(name));
  if (missing !== undefined) return ` (needs command ${missing})`;
  try {
    Deno.statSync(DATABASE);
  } catch {
    return ` (needs file ${DATABASE})`;
  }
  const { success } = new Deno.Command("modprobe", {
    args: ["-n", MODULE],
    stderr: "null",
  }).outputSync();
  return success ? "" : ` (needs module ${MODULE})`;
}

/**
 * Declares a test with two radios, wlan0 and wlan1, which it gets new, in the
 * first network namespace: that of a virtual machine is thrown away.
 *
 * @param name What is tested, a sentence.
 * @param commands Programs that it needs besides `iw`.
 * @param body The test.
 */
export function radioTest(
  name: string,
  commands: readonly string[],
  body: () => Promise<void>,
): void {
  const reason = reasonAgainst(["iw", ...commands]);
  Deno.test({
    name: `${name}${reason}`,
    ignore: reason !== "",
    fn: patient(120, async () => {
      sh("modprobe", MODULE, "radios=2");
      try {
        await body();
      } finally {
        sh("modprobe", "-r", MODULE);
      }
    }),
  });
}

/**
 * Waits until something holds.
 *
 * @param what What is awaited, for error messages.
 * @param holds Whether it does.
 * @throws {Error} If it does not in 30 seconds.
 */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Cannot wait for ${what}: it takes too long`);
}
