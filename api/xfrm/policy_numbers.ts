/**
 * How many policies there are, and how they are hashed.
 *
 * @module
 */

import type { XfrmPolicyCounts } from "../../messages/xfrm/info.ts";
import { integer } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";

/** The least lengths of prefixes whose policies are hashed. */
export interface XfrmThreshold {
  /** Local prefixes in bits (`lbits`). */
  local: number;
  /** Remote prefixes in bits (`rbits`). */
  remote: number;
}

/** From which prefix lengths on policies are hashed. */
export interface XfrmThresholds {
  /** Policies of IPv4 (`XFRMA_SPD_IPV4_HTHRESH`). */
  ipv4?: XfrmThreshold;
  /** Policies of IPv6 (`XFRMA_SPD_IPV6_HTHRESH`). */
  ipv6?: XfrmThreshold;
}

/** How many policies there are. */
export interface XfrmPolicyNumbers {
  /** For packets to this machine (`incnt`). */
  in: number;
  /** For packets from this machine (`outcnt`). */
  out: number;
  /** For packets that are forwarded (`fwdcnt`). */
  fwd: number;
  /** Those of sockets. */
  ofSockets: {
    /** For packets to this machine (`inscnt`). */
    in: number;
    /** For packets from this machine (`outscnt`). */
    out: number;
    /** For packets that are forwarded (`fwdscnt`). */
    fwd: number;
  };
  /** How many buckets the hash table has (`spdhcnt`). */
  buckets: number;
  /** How many buckets it may have (`spdhmcnt`). */
  maxBuckets: number;
  /** Which policies are hashed. */
  thresholds: XfrmThresholds;
}

/**
 * Puts thresholds into the kernel's terms.
 *
 * @param thresholds The thresholds.
 * @param fieldPath Where they stand.
 * @returns The same.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromThresholds(
  thresholds: XfrmThresholds,
  fieldPath: FieldPath,
): XfrmPolicyCounts {
  checkNames(thresholds, new Set(["ipv4", "ipv6"]), fieldPath);
  const { ipv4, ipv6 } = thresholds;
  return {
    ...ipv4 && { ipv4Threshold: fromThreshold(ipv4, 32, fieldPath.at("ipv4")) },
    ...ipv6 &&
      { ipv6Threshold: fromThreshold(ipv6, 128, fieldPath.at("ipv6")) },
  };
}

function fromThreshold(
  threshold: XfrmThreshold,
  most: number,
  fieldPath: FieldPath,
): XfrmThreshold {
  checkNames(threshold, new Set(["local", "remote"]), fieldPath);
  const { toKernel } = integer(0, most);
  return {
    local: toKernel(threshold.local, fieldPath.at("local"))!,
    remote: toKernel(threshold.remote, fieldPath.at("remote"))!,
  };
}

/**
 * Converts counts to people's terms.
 *
 * @param attributes The counts.
 * @returns The same.
 */
export function toNumbers(attributes: XfrmPolicyCounts): XfrmPolicyNumbers {
  const { count, table, ipv4Threshold, ipv6Threshold } = attributes;
  return {
    in: count?.in ?? 0,
    out: count?.out ?? 0,
    fwd: count?.forward ?? 0,
    ofSockets: {
      in: count?.socketIn ?? 0,
      out: count?.socketOut ?? 0,
      fwd: count?.socketForward ?? 0,
    },
    buckets: table?.buckets ?? 0,
    maxBuckets: table?.maxBuckets ?? 0,
    thresholds: {
      ...ipv4Threshold && { ipv4: ipv4Threshold },
      ...ipv6Threshold && { ipv6: ipv6Threshold },
    },
  };
}
