/**
 * The `ip` that our command line is compared with: of the version that it
 * follows, or of the one that `NETLINK_JUDGE` names. If the installed one is
 * another, `tools/judges VERSION` has to have been run before. Without it,
 * older ones are there for the cases that are marked as true from them on.
 *
 * @module
 */
import { IPROUTE2 } from "../../cli/program.ts";

/** An `ip` to compare with. */
export interface Judge {
  /** Its version: major and minor number. */
  readonly version: string;
  /** A `PATH` on which it is found first. */
  readonly path: string;
}

const tool = new URL("../../tools/judges", import.meta.url).pathname;
const installed = Deno.env.get("PATH") ?? "";

/** The newest version older than ours that `tools/judges` has. */
const OLDER = "6.15";

let found: Judge | string | undefined;

/**
 * Finds the `ip` to compare with.
 *
 * @returns It, or the newest older one, or the reason why there is none.
 */
export function findJudge(): Judge | string {
  return found ??= unpacked(wanted()) ?? unpacked(OLDER) ?? whatIsInstalled() ??
    `needs tools/judges ${wanted()}`;
}

/**
 * Returns the environment in which programs find the `ip` to compare with.
 *
 * @returns The variables.
 */
export function judgeEnvironment(): Record<string, string> {
  const judge = findJudge();
  return typeof judge === "string" ? {} : { PATH: judge.path };
}

/**
 * Returns why an `ip` is not the one to compare with.
 *
 * @returns The reason, or `undefined` if it is.
 */
export function reasonAgainstJudge(): string | undefined {
  const judge = findJudge();
  if (typeof judge === "string") return judge;
  return judge.version === wanted()
    ? undefined
    : `needs tools/judges ${wanted()}`;
}

/** The version to compare with: major and minor number. */
function wanted(): string {
  return Deno.env.get("NETLINK_JUDGE") || minor(IPROUTE2);
}

function unpacked(version: string): Judge | undefined {
  if (versionOn(installed) === version) return { version, path: installed };
  const folder = run(tool, ["-n", version]);
  if (folder === undefined) return undefined;
  const path = `${folder.trim()}:${installed}`;
  return versionOn(path) === undefined ? undefined : { version, path };
}

function whatIsInstalled(): Judge | undefined {
  const version = versionOn(installed);
  return version === undefined ? undefined : { version, path: installed };
}

function versionOn(path: string): string | undefined {
  const text = run("ip", ["-V"], path);
  const [, version] = text?.match(/iproute2-(\d+\.\d+)/) ?? [];
  return version;
}

/**
 * Returns whether the `ip` to compare with is of a version, or newer.
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
