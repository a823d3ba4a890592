/**
 * `wg show`.
 *
 * @module
 */

import type { WgDevice } from "../../messages/generic/wireguard.ts";
import { CommandError } from "../parse/errors.ts";
import type { Io } from "../runtime/io.ts";
import { type DeviceFormat, formatDevice } from "./format_device.ts";
import { FIELDS, formatField } from "./format_fields.ts";
import { getDevice, listDevices } from "./kernel.ts";
import { linkNames } from "./link_names.ts";
import { stylesOf } from "./styles.ts";
import { asksForHelp, failure, type World } from "./world.ts";

const USAGE = `Usage: wg show { <interface> | all | interfaces } [${
  Object.keys(FIELDS).join(" | ")
}]`;

/**
 * Shows devices.
 *
 * @param args What follows its name.
 * @param world What it works with.
 * @returns The exit code.
 * @throws {CommandError} If it fails.
 */
export async function show(
  args: readonly string[],
  world: World,
): Promise<number> {
  const [name = "all", field] = args;
  if (args.length > 2) throw failure(USAGE);
  if (name === "all") return await showAll(world, field);
  if (name === "interfaces") {
    if (args.length > 1) throw failure(USAGE);
    const names = await listDevices(world);
    if (names.length > 0) world.io.out(`${names.join(" ")}\n`);
    return 0;
  }
  if (args.length === 1 && asksForHelp(name)) {
    world.io.err(`${USAGE}\n`);
    return 0;
  }
  await showOne(world, await getDevice(world, name), field, false);
  return 0;
}

async function showAll(
  world: World,
  field: string | undefined,
): Promise<number> {
  const { io } = world;
  const names = await listDevices(world);
  let code = names.length > 0 ? 1 : 0;
  for (const [i, name] of names.entries()) {
    let device: WgDevice;
    try {
      device = await getDevice(
        world,
        name,
        `Unable to access interface ${name}`,
      );
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      io.err(error.message);
      continue;
    }
    await showOne(world, device, field, true);
    if (field === undefined && i < names.length - 1) io.out("\n");
    code = 0;
  }
  return code;
}

async function showOne(
  world: World,
  device: WgDevice,
  field: string | undefined,
  withName: boolean,
): Promise<void> {
  const { io } = world;
  const nameOf = await linkNames(world, device);
  if (field === undefined) {
    io.out(formatDevice(device, formatOf(io, nameOf)));
    return;
  }
  const text = formatField(device, field, withName, nameOf);
  if (text === undefined) {
    throw failure(`Invalid parameter: \`${field}'\n${USAGE}`);
  }
  io.out(text);
}

function formatOf(io: Io, nameOf: DeviceFormat["nameOf"]): DeviceFormat {
  return {
    styles: stylesOf(io),
    showsKeys: io.env("WG_HIDE_KEYS") === "never",
    now: BigInt(Math.floor(Date.now() / 1000)),
    nameOf,
  };
}
