/**
 * What a description of a link and the link itself have in common.
 *
 * @module
 */

import type { KindMapping } from "./kinds/kind_mapping.ts";
import { linkKindMappings } from "./kinds/mod.ts";
import { linkPortMappings } from "./ports/mod.ts";
import { type Link, linkMapping, type LinkSpec } from "./spec.ts";

/** Properties of a link or of its kind. */
type Properties = Readonly<Record<string, unknown>>;

type AnyMapping = KindMapping<Properties, object>;

/** How the properties that have properties of their own are stored. */
const nested: Readonly<Record<string, AnyMapping>> = {
  ...linkKindMappings,
  ...linkPortMappings,
} as unknown as Readonly<Record<string, AnyMapping>>;

/** What is reported as it was set, unless it was ignored. */
const exact = ["address", "broadcast", "link", "mtu"] as const;

/** What is compared in another way, or not reported by kernels without RPS. */
const special: ReadonlySet<string> = new Set([...exact, "numRxQueues"]);

/**
 * Picks, of the properties that a link is to have, those that it does not have.
 *
 * @param wanted The properties.
 * @param sent The same as the kernel would report them: the message that sets
 * them, read.
 * @param current The link.
 * @returns The properties that differ, and those that are never reported; what
 * is read-only is left out.
 */
export function differences(
  wanted: LinkSpec,
  sent: LinkSpec,
  current: Link,
): LinkSpec {
  return differing(
    { readOnly: linkMapping.readOnly! },
    wanted as Properties,
    sent as Properties,
    current as unknown as Properties,
  ) as LinkSpec;
}

function differing(
  { readOnly, defaults }: Pick<AnyMapping, "readOnly" | "defaults">,
  wanted: Properties,
  sent: Properties,
  reported: Properties,
): Properties {
  const result: Record<string, unknown> = {};
  const current = { ...defaults, ...reported };
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || readOnly?.has(name)) continue;
    const mapping = nested[name];
    if (mapping === undefined) {
      if (!isSame(value, sent[name], current[name])) result[name] = value;
      continue;
    }
    const rest = differing(
      mapping,
      value as Properties,
      sent[name] as Properties | undefined ?? {},
      current[name] as Properties | undefined ?? {},
    );
    if (Object.keys(rest).length > 0) result[name] = rest;
  }
  return result;
}

/**
 * Lists the properties that were sent, and that the kernel ignored: it does not
 * report them at all, or a switch has not moved.
 *
 * @param wanted The properties.
 * @param sent The same as the kernel would report them.
 * @param current The link, as it is now.
 * @returns Paths of the properties.
 */
export function ignored(
  wanted: LinkSpec,
  sent: LinkSpec,
  current: Link,
): string[] {
  const lost: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const mapping = nested[name];
    const reported = (current as unknown as Properties)[name];
    const asked = (sent as Properties)[name];
    if (value === undefined || linkMapping.readOnly!.has(name)) continue;
    if (mapping === undefined) {
      if (special.has(name)) continue;
      if (isLost(value, asked, reported)) lost.push(name);
      continue;
    }
    // A kind without anything to report does not report what it took.
    if (Object.keys(reported ?? {}).length === 0) continue;
    const now: Properties = { ...mapping.defaults, ...reported as Properties };
    for (const [option, setting] of Object.entries(value)) {
      if (setting === undefined || mapping.readOnly?.has(option)) continue;
      const expected = (asked as Properties | undefined)?.[option];
      if (isLost(setting, expected, now[option])) {
        lost.push(`${name}.${option}`);
      }
    }
  }
  for (const name of exact) {
    if (wanted[name] != null && sent[name] !== current[name]) lost.push(name);
  }
  const { operationalState } = wanted;
  if (operationalState !== undefined && operationalState !== current.state) {
    lost.push("operationalState");
  }
  return lost;
}

/** Whether a property is what was asked for already. */
function isSame(value: unknown, sent: unknown, reported: unknown): boolean {
  if (isEqual(value, reported)) return true;
  if (sent !== undefined && isEqual(sent, reported)) return true;
  // null and "" ask for what is reported as nothing, and what is not reported
  // at all is no different from nothing.
  return (value === null || value === "") && isEmpty(reported) ||
    reported === undefined && isEmpty(value);
}

/** Whether the kernel lacks a property that was set. */
function isLost(value: unknown, sent: unknown, reported: unknown): boolean {
  // What is set by leaving it out cannot be taken back.
  if (value === false) return reported === true;
  if (sent === true) return reported !== true;
  return reported === undefined && sent !== undefined && !isEmpty(sent);
}

/** Whether a value asks for nothing, or for what is the default anyway. */
function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return /^[0:.]*$/.test(value);
  if (typeof value === "object" && value !== null) {
    return Object.values(value).every(isEmpty);
  }
  return value === undefined || value === null || value === 0 ||
    value === 0n || value === false;
}

/** Whether two plain values are equal. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const [left, right] = [a as Properties, b as Properties];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isEqual(left[name], right[name]));
}
