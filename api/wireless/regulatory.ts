/**
 * Regulatory domains: which channels and powers a country allows: `iw reg`.
 *
 * @module
 */

import {
  NL80211_CMD_GET_REG,
  NL80211_CMD_RELOAD_REGDB,
  NL80211_CMD_REQ_SET_REG,
} from "../../messages/generic/nl80211/commands.ts";
import {
  NL80211_DFS_REGIONS,
  NL80211_REG_RULE_FLAGS,
  NL80211_USER_REG_HINTS,
} from "../../messages/generic/nl80211/names.ts";
import {
  type Nl80211Attributes,
  nl80211Attributes,
  type Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import {
  type Nl80211RegulatoryRule,
  nl80211RegulatoryRule,
} from "../../messages/generic/nl80211/regulatory.ts";
import type { DumpOptions, RequestOptions } from "../connection/connection.ts";
import type { Listing } from "../connection/listing.ts";
import type { FamilyListing } from "../generic/family_requests.ts";
import { int32, milliseconds, text, uint32 } from "../mapping/conversions.ts";
import { choice, enumeration, flagNames } from "../mapping/enumerations.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { filter } from "../mapping/filter.ts";
import { mapping, originalMessage, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { decibels, kilohertz } from "./conversions.ts";
import { question, type WirelessRequests } from "./requests.ts";
import type { WiphyReference } from "./wiphy_reference.ts";
import { Requester } from "../object/requester.ts";

/** What a rule does not allow, or only so (`NL80211_RRF_*`). */
export type RegulatoryFlag = keyof typeof NL80211_REG_RULE_FLAGS | number;

/** A rule of a regulatory domain. */
export interface RegulatoryRule {
  /** Frequency from which it holds, in MHz (`NL80211_ATTR_FREQ_RANGE_START`). */
  from?: number;
  /** Frequency up to which it holds, in MHz (`NL80211_ATTR_FREQ_RANGE_END`). */
  to?: number;
  /** Greatest width of channels in MHz (`NL80211_ATTR_FREQ_RANGE_MAX_BW`). */
  maxWidth?: number;
  /** Greatest power, EIRP, in dBm (`NL80211_ATTR_POWER_RULE_MAX_EIRP`). */
  maxPower?: number;
  /** Greatest gain of antennas in dBi (`NL80211_ATTR_POWER_RULE_MAX_ANT_GAIN`). */
  maxAntennaGain?: number;
  /** Power spectral density in dBm/MHz (`NL80211_ATTR_POWER_RULE_PSD`). */
  powerDensity?: number;
  /** Seconds to listen before sending (`NL80211_ATTR_DFS_CAC_TIME`). */
  dfsCacTime?: number;
  /** What is not allowed, or only so (`NL80211_ATTR_REG_RULE_FLAGS`). */
  flags?: RegulatoryFlag[];
}

/** A regulatory domain. */
export interface RegulatoryDomain {
  /**
   * Country, two letters of ISO 3166-1; `00` for the world, `98` for what
   * several have in common, `99` for what a driver has (`NL80211_ATTR_REG_ALPHA2`).
   */
  country: string;
  /** Index of the device that it is of; missing for that of all (`NL80211_ATTR_WIPHY`). */
  wiphy?: number;
  /** Whether the device chooses it itself (`NL80211_ATTR_WIPHY_SELF_MANAGED_REG`). */
  selfManaged: boolean;
  /** Whose rules about radar hold (`NL80211_ATTR_DFS_REGION`). */
  dfsRegion: keyof typeof NL80211_DFS_REGIONS | number;
  /** Why the user has set it, if so (`NL80211_ATTR_USER_REG_HINT_TYPE`). */
  hint?: keyof typeof NL80211_USER_REG_HINTS | number;
  /** Its rules (`NL80211_ATTR_REG_RULES`). */
  rules: RegulatoryRule[];
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

const rule = mapping<RegulatoryRule, Nl80211RegulatoryRule>(() => ({
  from: readOnly("freqRangeStart", kilohertz),
  to: readOnly("freqRangeEnd", kilohertz),
  maxWidth: readOnly("freqRangeMaxBw", kilohertz),
  maxPower: readOnly("powerRuleMaxEirp", decibels),
  maxAntennaGain: readOnly("powerRuleMaxAntGain", decibels),
  powerDensity: readOnly("powerRulePsd", int32),
  dfsCacTime: readOnly("dfsCacTime", milliseconds),
  flags: readOnly("regRuleFlags", flagNames(NL80211_REG_RULE_FLAGS)),
}), nl80211RegulatoryRule);

const domain = mapping<Partial<RegulatoryDomain>, Nl80211Attributes>(() => ({
  country: readOnly("regAlpha2", text),
  wiphy: readOnly("wiphy", uint32),
  selfManaged: readOnly("wiphySelfManagedReg", { fromKernel: () => true }),
  dfsRegion: readOnly("dfsRegion", enumeration(NL80211_DFS_REGIONS)),
  hint: readOnly("userRegHintType", enumeration(NL80211_USER_REG_HINTS)),
  rules: readOnly("regRules", {
    fromKernel: (rules) => rules.map((data) => rule.fromKernel(data)),
  }),
  message: originalMessage,
}), nl80211Attributes);

/**
 * Reads a regulatory domain.
 *
 * @param message The message.
 * @returns The regulatory domain.
 */
export function toRegulatoryDomain(message: Nl80211Message): RegulatoryDomain {
  return withMessage<RegulatoryDomain>(
    {
      country: "00",
      selfManaged: false,
      dfsRegion: "unset",
      rules: [],
      ...domain.fromKernel(message.attributes),
    },
    message,
  );
}

const listing: FamilyListing<
  Nl80211Attributes,
  Record<never, never>,
  RegulatoryDomain
> = {
  get: NL80211_CMD_GET_REG,
  filter: filter<Record<never, never>, Nl80211Message>(
    {},
    question(NL80211_CMD_GET_REG),
  ),
  read: toRegulatoryDomain,
};

const hints = choice(NL80211_USER_REG_HINTS);

/** Regulatory domains: `iw reg`. */
export class RegulatoryDomains extends Requester<WirelessRequests> {
  /**
   * Lists regulatory domains: that of all devices, and those of devices that
   * have their own.
   *
   * @param options How to ask.
   * @returns The regulatory domains.
   * @throws {NetlinkError} If the kernel has no wireless networks (`ENOENT`).
   */
  list(options: DumpOptions = {}): Listing<RegulatoryDomain> {
    return this.requests.list(listing, {}, options);
  }

  /**
   * Gets the regulatory domain of all devices, or that which holds for one:
   * `iw reg get`.
   *
   * @param wiphy The device; `undefined` for all.
   * @param options How to ask.
   * @returns The regulatory domain.
   * @throws {TypeError} If the device is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`).
   */
  async get(
    wiphy?: WiphyReference,
    options: RequestOptions = {},
  ): Promise<RegulatoryDomain> {
    const index = wiphy === undefined
      ? undefined
      : await this.requests.wiphy(wiphy, NL80211_CMD_GET_REG, options);
    const message = await this.requests.send(
      NL80211_CMD_GET_REG,
      () => index === undefined ? {} : { wiphy: index },
      options,
    );
    return toRegulatoryDomain(message!);
  }

  /**
   * Sets the country: `iw reg set`. The kernel loads its rules, which takes some
   * time; the change is reported in the group `regulatory`.
   *
   * @param country Two letters of ISO 3166-1, or `00` for the world.
   * @param options How to ask, and why it is set.
   * @throws {TypeError} If it is no country.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async set(
    country: string,
    options: RegulatoryOptions = {},
  ): Promise<void> {
    const { hint, ...rest } = options ?? {};
    const attributes = {
      regAlpha2: checkCountry(country, FieldPath.root.at("country")),
      ...hint !== undefined && {
        userRegHintType: hints.toKernel(hint, FieldPath.root.at("hint"))!,
      },
    };
    await this.requests.send(
      NL80211_CMD_REQ_SET_REG,
      () => attributes,
      rest,
    );
  }

  /**
   * Loads the database of regulatory domains again: `iw reg reload`.
   *
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async reload(options: RequestOptions = {}): Promise<void> {
    await this.requests.send(NL80211_CMD_RELOAD_REGDB, () => ({}), options);
  }
}

/** How to set a country. */
export interface RegulatoryOptions extends RequestOptions {
  /**
   * Why it is set: by the user, or by what a cell base station reports
   * (`NL80211_ATTR_USER_REG_HINT_TYPE`).
   *
   * @default {"user"}
   */
  hint?: Exclude<keyof typeof NL80211_USER_REG_HINTS, "indoor">;
}

function checkCountry(country: unknown, fieldPath: FieldPath): string {
  if (typeof country === "string" && /^([A-Z]{2}|00)$/.test(country)) {
    return country;
  }
  throw fieldPath.wrong(country, "two capital letters or 00 are expected");
}
