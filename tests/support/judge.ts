/**
 * The `ip` that our command line is compared with: of the version that it
 * follows, or of the one that `NETLINK_JUDGE` names. If the installed one is
 * another, `tools/judges VERSION` has to have been run before.
 *
 * @module
 */
import { IPROUTE2 } from "../../cli/main.ts";

/** An `ip` to compare with. */
export interface Judge {
  /** Its version: major and minor number. */
  readonly version: string;
  /** A `PATH` on which it is found first. */
  readonly path: string;
}

const tool = new URL("../../tools/judges", import.meta.url).pathname;
const installed = Deno.env.get("PATH") ?? "";

let found: Judge | string | undefined;

/**
 * Finds the `ip` to compare with.
 *
 * @returns It, or the reason why there is none.
 */
export function findJudge(): Judge | string {
  return found ??= find(Deno.env.get("NETLINK_JUDGE") || minor(IPROUTE2));
}

function find(wanted: string): Judge | string {
  if (versionOn(installed) === wanted) {
    return { version: wanted, path: installed };
  }
  const folder = run(tool, ["-n", wanted]);
  if (folder === undefined) return `needs tools/judges ${wanted}`;
  const path = `${folder.trim()}:${installed}`;
  const version = versionOn(path);
  return version === undefined ? `needs ip ${wanted}` : { version, path };
}

function versionOn(path: string): string | undefined {
  const text = run("ip", ["-V"], path);
  const [, version] = text?.match(/iproute2-(\d+\.\d+)/) ?? [];
  return version;
}

/**
 * Says whether the `ip` to compare with is of a version, or newer.
 *
 * @param version Major and minor number.
 * @returns Whether it is.
 */
export function judgeIsAtLeast(version: string): boolean {
  const judge = findJudge();
  return typeof judge !== "string" && isAtLeast(judge.version, version);
}

/**
 * Compares versions.
 *
 * @param version Such as `6.12.5-generic`.
 * @param wanted Major and minor number.
 * @returns Whether the version is that one, or newer.
 */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number.parseFloat);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || major === wantedMajor && minor >= wantedMinor;
}

/** `6.1` of `6.1.0`. */
function minor(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

function run(
  program: string,
  args: readonly string[],
  path = installed,
): string | undefined {
  try {
    const { success, stdout } = new Deno.Command(program, {
      args: [...args],
      env: { PATH: path },
      stderr: "null",
    }).outputSync();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch {
    return undefined;
  }
}
