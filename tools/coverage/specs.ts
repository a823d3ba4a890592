/**
 * Compares the schemas with the kernel's machine-readable specifications, as
 * JSON with every number made explicit.
 *
 * @module
 */
import type { Codec, Shape } from "../../messages/codec/mod.ts";
import {
  genericCodec,
  genericCommands,
  genericFamilies,
  routeMessageType,
} from "../../messages/mod.ts";
import { correctionOf } from "../../ynl/corrections.ts";
import { attributeTypes } from "../uapi/rows.ts";
import {
  codecsOf,
  correctWire,
  describe,
  describeCodec,
  fits,
  innermost,
  type Wire,
} from "./wire.ts";

/** Finds the codec of a message by its number; requests may have others. */
type CodecOf = (
  type: number,
  isRequest: boolean,
) => Codec<unknown> | undefined;

/** What a comparison found. */
export interface SpecCoverage {
  /** How many attributes the specification has. */
  total: number;
  /** Paths of the attributes that no schema names. */
  readonly missing: string[];
  /** Attributes that a schema stores otherwise, in words. */
  readonly different: string[];
}

/** A specification, as far as it is read here. */
export interface Spec {
  /** Name of the family. */
  readonly name: string;
  /** The sets of attributes. */
  readonly "attribute-sets": readonly AttributeSet[];
  /** What sets a selector chooses from. */
  readonly "sub-messages"?: readonly SubMessage[];
  /** The messages. */
  readonly operations: { readonly list: readonly Operation[] };
}

interface AttributeSet {
  readonly name: string;
  readonly "subset-of"?: string;
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  readonly value: number;
  readonly "c-name": string;
  readonly "type-value"?: readonly string[];
  readonly wire: Wire;
}

interface SubMessage {
  readonly name: string;
  readonly formats: readonly {
    readonly value: string;
    readonly "attribute-set"?: string;
  }[];
}

interface Operation {
  readonly name: string;
  readonly "request-value": number | null;
  readonly "reply-value": number | null;
  readonly "attribute-set"?: string;
  readonly do?: Exchange;
  readonly dump?: Exchange;
  readonly event?: Listed;
}

interface Exchange {
  readonly request?: Listed;
  readonly reply?: Listed;
}

interface Listed {
  readonly attributes?: readonly string[];
}

/**
 * Compares all messages of a specification.
 *
 * @param spec The specification.
 * @param codecOf Finds the codecs of its messages.
 * @returns What is missing and what differs.
 */
export function compareSpec(
  spec: Spec,
  codecOf: CodecOf = (type) => routeMessageType(type)?.codec,
): SpecCoverage {
  const walk = new Walk(spec, codecOf);
  for (const operation of spec.operations.list) {
    const set = operation["attribute-set"];
    if (set === undefined) continue;
    const { name, "request-value": request, "reply-value": reply } = operation;
    walk.message(
      [
        ...request === null ? [] : [[request, codecOf(request, true)] as const],
        ...reply === null ? [] : [[reply, codecOf(reply, false)] as const],
      ],
      name,
      set,
    );
  }
  return walk.result;
}

/**
 * Where the specification gives a kind the attributes of another one that it
 * shares a set with.
 */
const OF_OTHER_KINDS = [
  /erspan IFLA_GRE_(ENCAP_LIMIT|FLOWINFO|FLAGS)$/,
  /(ipip|sit) IFLA_IPTUN_(ENCAP_LIMIT|FLOWINFO)$/,
  /ipip IFLA_IPTUN_(FLAGS|6RD_\w+)$/,
];

/**
 * What specifications have that no kernel sends: the schemas have what the
 * kernel's source has.
 */
const WRONG_THERE = [
  // A nest of a mask and a value.
  /IFLA_PROTO_DOWN_REASON is string there/,
  // Reports that another key is needed have the number in 16 bits.
  /_KEYCONF_KEY_ID is 32-bit integer there, 16-bit integer here/,
  // One number for each priority.
  /NL80211_ATTR_MLO_TTLM_[DU]LINK is 16-bit integer there, array here/,
  // Only reports of what has woken the machine up have these.
  /_SUPPORTED NL80211_WOWLAN_TRIG_(WAKEUP_\w+|NET_DETECT_RESULTS)$/,
  /_SUPPORTED NL80211_WOWLAN_TRIG_UNPROTECTED_DEAUTH_DISASSOC$/,
  // Limits of what can wake it up.
  /_WOWLAN_TRIG_(PKT_PATTERN|TCP_CONNECTION|NET_DETECT) is flag there/,
  // Steps, amplitudes and pulses, not the results of the other test.
  /cable-test-tdr-ntf ETHTOOL_A_CABLE_TEST_TDR_NTF_NEST ETHTOOL_A_CABLE_NEST_/,
];

/** Names of the specifications of `NETLINK_ROUTE` that have schemas here. */
const NAMES = ["rt-link", "rt-addr", "rt-route", "rt-rule", "rt-neigh"];

/**
 * Reads and compares the specifications.
 *
 * @param folder Where they are.
 * @returns What is missing and what differs, by name; empty if there are none.
 */
export function compareSpecs(folder: string | URL): Map<string, SpecCoverage> {
  const result = new Map<string, SpecCoverage>();
  const families = [...genericCommands.keys(), ...genericFamilies.keys()];
  for (const name of [...NAMES, ...families]) {
    const isFamily = families.includes(name);
    const file = isFamily ? name.replaceAll("-", "_") : name;
    let text: string;
    try {
      text = Deno.readTextFileSync(new URL(`${file}.json`, toUrl(folder)));
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) continue;
      throw error;
    }
    const codecOf: CodecOf | undefined = isFamily
      ? (type, isRequest) => genericCodec(name, type, isRequest)
      : undefined;
    result.set(name, compareSpec(JSON.parse(text), codecOf));
  }
  return result;
}

function toUrl(folder: string | URL): URL {
  return new URL(`${folder}/`, `file://${Deno.cwd()}/`);
}

class Walk {
  #result: SpecCoverage = { total: 0, missing: [], different: [] };
  readonly #spec: Spec;
  readonly #seen = new Map<string, Set<unknown>>();
  /** UAPI names that the schemas of the family have anywhere. */
  readonly #named = new Set<string>();
  /** Attributes that operations list, by set. */
  readonly #listed = new Map<string, Set<string>>();

  constructor(spec: Spec, codecOf: CodecOf) {
    this.#spec = spec;
    const seen = new Set<Shape>();
    for (const operation of spec.operations.list) {
      const { do: once, dump, event, "attribute-set": set = "" } = operation;
      const listed = this.#listed.get(set) ?? new Set();
      this.#listed.set(set, listed);
      for (
        const each of [
          once?.request,
          once?.reply,
          dump?.request,
          dump?.reply,
          event,
        ]
      ) {
        for (const name of each?.attributes ?? []) listed.add(name);
      }
      const { "request-value": request, "reply-value": reply } = operation;
      for (
        const codec of [
          request === null ? undefined : codecOf(request, true),
          reply === null ? undefined : codecOf(reply, false),
        ]
      ) {
        if (codec === undefined) continue;
        for (const [name] of attributeTypes(codec, seen)) this.#named.add(name);
      }
    }
  }

  get result(): SpecCoverage {
    return {
      total: this.#result.total,
      missing: this.#result.missing.filter(isRight),
      different: this.#result.different.filter(isRight),
    };
  }

  message(
    types: readonly (readonly [number, Codec<unknown> | undefined])[],
    name: string,
    set: string,
  ): void {
    for (const [type, codec] of types) {
      if (codec === undefined && this.#isNew("message", type)) {
        this.#result.total++;
        this.#result.missing.push(`message ${name} (${type})`);
      }
    }
    const sets = types.flatMap(([, codec]) =>
      codec?.shape.kind === "message" ? [codec.shape.attributes] : []
    );
    // What a request selects by is less than what the answer reports.
    this.#best(sets, (each) => this.#set(set, each, set));
  }

  #set(name: string, codec: Codec<unknown>, path: string): void {
    if (!this.#isNew(name, codec.shape)) return;
    const set = this.#spec["attribute-sets"].find((set) => set.name === name);
    for (const attribute of set?.attributes ?? []) {
      const { wire } = attribute;
      if (/_(PAD|UNSPEC|UNUSED\d?)$/.test(attribute["c-name"])) continue;
      if (wire.kind === "unused") continue;
      const here = `${path} ${attribute["c-name"]}`;
      if (OF_OTHER_KINDS.some((pattern) => pattern.test(here))) continue;
      const codecs = codecsOf(codec, attribute.value);
      if (codecs.length === 0 && this.#belongsInside(name, attribute)) continue;
      this.#result.total++;
      if (codecs.length === 0) this.#result.missing.push(here);
      else if (wire.kind === "sub-message") {
        this.#choices(wire, attribute.value, codec, here);
      } else {
        const right = correctWire(
          wire,
          correctionOf(this.#spec.name, name, attribute.name),
        );
        this.#best(
          codecs.map((each) => innermost(each, attribute["type-value"])),
          (each) => this.#attribute(right, each, here),
        );
      }
    }
  }

  /**
   * Whether an attribute is in a set only because the sets of nests share its
   * numbers: no operation lists it, and a schema names it in some nest.
   */
  #belongsInside(set: string, attribute: Attribute): boolean {
    return this.#spec["attribute-sets"].some((each) =>
      each["subset-of"] === set
    ) && this.#listed.get(set)?.has(attribute.name) !== true &&
      this.#named.has(attribute["c-name"]);
  }

  /** Of several ways to store an attribute, that which fits best counts. */
  #best(
    codecs: readonly Codec<unknown>[],
    compare: (codec: Codec<unknown>) => void,
  ): void {
    const distinct = new Map(codecs.map((codec) => [codec.shape, codec]));
    const outcomes = [...distinct.values()].map((codec) => {
      const outcome: SpecCoverage = { total: 0, missing: [], different: [] };
      const saved = this.#result;
      this.#result = outcome;
      compare(codec);
      this.#result = saved;
      return outcome;
    });
    const problems = (outcome: SpecCoverage) =>
      outcome.missing.length + outcome.different.length - outcome.total / 1e6;
    outcomes.sort((a, b) => problems(a) - problems(b));
    const [best] = outcomes;
    if (best === undefined) return;
    this.#result.total += best.total;
    this.#result.missing.push(...best.missing);
    this.#result.different.push(...best.different);
  }

  #attribute(wire: Wire, codec: Codec<unknown>, path: string): void {
    const inner = codec.shape.kind === "multi" ? codec.shape.item : codec;
    if (wire.kind === "nest" && wire.set !== undefined) {
      this.#set(wire.set, inner, path);
    } else if (!fits(wire, inner)) {
      this.#result.different.push(
        `${path} is ${describe(wire)} there, ${describeCodec(inner)} here`,
      );
    }
  }

  #choices(
    wire: Wire,
    type: number,
    codec: Codec<unknown>,
    path: string,
  ): void {
    if (codec.shape.kind !== "attributes") return;
    const message = this.#spec["sub-messages"]?.find(({ name }) =>
      name === wire["sub-message"]
    );
    for (const format of message?.formats ?? []) {
      const field = codec.shape.fields.find((field) =>
        field.type === type && field.when?.[1] === format.value
      );
      const here = `${path} ${format.value}`;
      if (field === undefined) {
        this.#result.total++;
        this.#result.missing.push(here);
      } else if (format["attribute-set"] !== undefined) {
        this.#set(format["attribute-set"], field.codec, here);
      }
    }
  }

  #isNew(name: string, key: unknown): boolean {
    const seen = this.#seen.get(name) ?? new Set();
    this.#seen.set(name, seen);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }
}

function isRight(line: string): boolean {
  return !WRONG_THERE.some((pattern) => pattern.test(line));
}
