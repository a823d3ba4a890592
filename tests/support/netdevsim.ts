/**
 * Simulated devices, which have what no virtual link has: devlink and settings of
 * ethtool.
 *
 * @module
 */
import { hasCommand, sh, virtualMachine } from "./live.ts";

const BUS = "/sys/bus/netdevsim";

function isThere(): boolean {
  if (virtualMachine === undefined) return false;
  try {
    return Deno.statSync(`${BUS}/new_device`).isFile;
  } catch {
    return false;
  }
}

const reason = isThere() ? "" : " (needs tools/kernel-qemu -M netdevsim)";
let last = 0;

/** A simulated device. */
export interface SimulatedDevice {
  /** Its number on the bus. */
  readonly id: number;
  /** What devlink calls it. */
  readonly device: string;
  /** Names of the links of its ports. */
  readonly links: readonly string[];
  /** Writes into a file of it below `/sys/bus/netdevsim/devices`. */
  write(file: string, text: string): void;
  /** Writes into a file of it below `/sys/kernel/debug/netdevsim`. */
  debug(file: string, text: string): void;
}

/**
 * Declares a test with a simulated device of two ports, which runs in the first
 * network namespace: that of a virtual machine is thrown away.
 *
 * @param name What is tested, a sentence.
 * @param command The program that the test compares with.
 * @param body The test.
 */
export function simulatedTest(
  name: string,
  command: string,
  body: (device: SimulatedDevice) => Promise<void>,
): void {
  const lack = reason !== "" || hasCommand(command)
    ? reason
    : ` (needs command ${command})`;
  Deno.test({
    name: `${name}${lack}`,
    ignore: lack !== "",
    fn: async () => {
      const id = ++last;
      const folder = `${BUS}/devices/netdevsim${id}`;
      if (!isMounted()) {
        sh("mount", "-t", "debugfs", "debugfs", "/sys/kernel/debug");
      }
      Deno.writeTextFileSync(`${BUS}/new_device`, `${id} 2`);
      try {
        await body({
          id,
          device: `netdevsim/netdevsim${id}`,
          links: [...Deno.readDirSync(`${folder}/net`)].map(({ name }) => name)
            .sort(),
          write: (file, text) =>
            Deno.writeTextFileSync(`${folder}/${file}`, text),
          debug: (file, text) =>
            Deno.writeTextFileSync(
              `/sys/kernel/debug/netdevsim/netdevsim${id}/${file}`,
              text,
            ),
        });
      } finally {
        Deno.writeTextFileSync(`${BUS}/del_device`, `${id}`);
      }
    },
  });
}

function isMounted(): boolean {
  return [...Deno.readDirSync("/sys/kernel/debug")].length > 0;
}
