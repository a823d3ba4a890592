/**
 * Compares what the library reads of devlink with what `devlink -j` shows.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import type {
  DevlinkFinding,
  DevlinkPort,
  DevlinkRate,
  DevlinkResource,
  GenericNetlink,
} from "../../api/mod.ts";
import { sh } from "./live.ts";

/** What `devlink` shows of one device, or of what begins with its name. */
// deno-lint-ignore no-explicit-any
export function shown(...args: string[]): any {
  const [all] = Object.values(JSON.parse(sh("devlink", "-j", ...args)));
  return all;
}

/** Leaves out what is missing. */
function without<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function portAsShown(port: DevlinkPort) {
  return without({
    type: port.type,
    netdev: port.link,
    flavour: port.flavour,
    port: port.number,
    splittable: port.splittable,
    controller: port.controller,
    pfnum: port.pf,
    vfnum: port.vf,
    external: port.external,
    function: port.function && { hw_addr: port.function.address },
  });
}

function rateAsShown({ type, share, max, parent }: DevlinkRate) {
  return without({
    type,
    tx_share: share || undefined,
    tx_max: max || undefined,
    parent,
  });
}

function amount(size: number | undefined) {
  return size === Infinity ? "unlimited" : size;
}

function isChanged({ size, newSize, parts }: DevlinkResource): boolean {
  return (newSize !== undefined && newSize !== size) ||
    (parts?.some(isChanged) ?? false);
}

/** Whether sizes are valid is shown while there are new ones. */
function resourceAsShown(
  resource: DevlinkResource,
  showsValid: boolean,
): object {
  const { name, size, newSize, valid, used, unit, parts } = resource;
  return without({
    name,
    size: amount(size),
    size_new: newSize !== size ? amount(newSize) : undefined,
    size_valid: showsValid && valid !== undefined ? `${valid}` : undefined,
    occ: used,
    unit,
    size_min: amount(resource.minSize),
    size_max: amount(resource.maxSize),
    size_gran: resource.granularity,
    dpipe_tables: "none",
    resources: parts?.map((part) => resourceAsShown(part, showsValid)),
  });
}

export function findingAsShown(value: DevlinkFinding): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(findingAsShown).flat();
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, findingAsShown(part)]),
  );
}

export async function compareParams(
  generic: GenericNetlink,
  device: string,
): Promise<void> {
  const params = await generic.devlink.params.list({ device }).toArray();
  assertEquals(
    params.map(({ name, generic, values }) => ({
      name,
      type: generic ? "generic" : "driver-specific",
      values: Object.entries(values).map(([cmode, value]) => ({
        cmode,
        value,
      })),
    })),
    shown("dev", "param")[device],
  );
}

export async function compareReporters(
  generic: GenericNetlink,
  device: string,
): Promise<void> {
  const reporters = await generic.devlink.reporters.list({ device }).toArray();
  const expected = shown("health")[device].map(
    // deno-lint-ignore no-explicit-any
    ({ last_dump_date: _, last_dump_time: __, ...rest }: any) => rest,
  );
  assertEquals(
    reporters.map((reporter) =>
      without({
        reporter: reporter.name,
        state: reporter.state,
        error: reporter.errors,
        recover: reporter.recoveries,
        grace_period: reporter.gracePeriod && reporter.gracePeriod * 1000,
        auto_recover: reporter.autoRecover,
        auto_dump: reporter.autoDump,
      })
    ),
    expected,
  );
}

export async function compareTraps(
  generic: GenericNetlink,
  device: string,
): Promise<void> {
  const { traps, trapGroups, trapPolicers } = generic.devlink;
  assertEquals(
    (await traps.list({ device }).toArray()).map((trap) => ({
      name: trap.name,
      type: trap.type,
      generic: trap.generic ?? false,
      action: trap.action,
      group: trap.group,
    })),
    shown("trap")[device],
  );
  assertEquals(
    (await trapGroups.list({ device }).toArray()).map((group) =>
      without({
        name: group.name,
        generic: group.generic ?? false,
        policer: group.policer,
      })
    ),
    shown("trap", "group")[device],
  );
  assertEquals(
    (await trapPolicers.list({ device }).toArray()).map((policer) => ({
      policer: policer.id,
      rate: policer.rate,
      burst: policer.burst,
    })),
    shown("trap", "policer")[device],
  );
}

export async function compareResources(
  generic: GenericNetlink,
  device: string,
): Promise<DevlinkResource[]> {
  const { resources = [] } = await generic.devlink.resources.get({ device });
  const changed = resources.some(isChanged);
  assertEquals(
    resources.map((resource) => resourceAsShown(resource, changed)),
    shown("resource", "show", device)[device],
  );
  return resources;
}

export async function comparePorts(
  generic: GenericNetlink,
  device: string,
): Promise<DevlinkPort[]> {
  const ports = await generic.devlink.ports.list({ device }).toArray();
  assertEquals(
    Object.fromEntries(
      ports.map((port) => [`${device}/${port.port}`, portAsShown(port)]),
    ),
    shown("port"),
  );
  return ports;
}

export async function compareRates(
  generic: GenericNetlink,
  device: string,
): Promise<DevlinkRate[]> {
  const rates = await generic.devlink.rates.list({ device }).toArray();
  assertEquals(
    Object.fromEntries(
      rates.map((rate) => [
        `${device}/${rate.node ?? rate.port}`,
        rateAsShown(rate),
      ]),
    ),
    shown("port", "function", "rate"),
  );
  return rates;
}
