/**
 * Compares the schemas with the kernel's machine-readable specifications, as
 * JSON with every number made explicit.
 *
 * @module
 */
import type { Codec, Field, IntegerShape } from "../../messages/codec/mod.ts";
import {
  genericCodec,
  genericCommands,
  genericFamilies,
  routeMessageType,
} from "../../messages/mod.ts";

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
  /** The sets of attributes. */
  readonly "attribute-sets": readonly AttributeSet[];
  /** What sets a selector chooses from. */
  readonly "sub-messages"?: readonly SubMessage[];
  /** The messages. */
  readonly operations: { readonly list: readonly Operation[] };
}

interface AttributeSet {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  readonly value: number;
  readonly "c-name": string;
  readonly wire: Wire;
}

interface Wire {
  readonly kind: string;
  readonly bits?: number;
  readonly signed?: boolean;
  readonly endian?: "host" | "big" | "little";
  readonly set?: string;
  readonly "sub-message"?: string;
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
  const walk = new Walk(spec);
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

  constructor(spec: Spec) {
    this.#spec = spec;
  }

  get result(): SpecCoverage {
    return this.#result;
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
      this.#result.total++;
      const codecs = codecsOf(codec, attribute.value);
      if (codecs.length === 0) this.#result.missing.push(here);
      else if (wire.kind === "sub-message") {
        this.#choices(wire, attribute.value, codec, here);
      } else this.#best(codecs, (each) => this.#attribute(wire, each, here));
    }
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

/** How a schema stores the attribute of a type. */
function codecsOf({ shape }: Codec<unknown>, type: number): Codec<unknown>[] {
  switch (shape.kind) {
    case "attributes":
      return shape.fields
        .filter((field: Field) => field.type === type)
        .map(({ codec }) => codec);
    case "list":
      return shape.type === undefined || shape.type[1] === type
        ? [shape.item]
        : [];
    case "custom":
      // It has a form of its own, which its tests show to be right.
      return [];
    default:
      return [];
  }
}

function fits(
  { kind, bits, endian }: Wire,
  { shape }: Codec<unknown>,
): boolean {
  switch (kind) {
    case "int":
      return shape.kind === "integer"
        ? (shape.bits === bits || shape.narrow === true && bits === 32) &&
          (bits === 8 || shape.bigEndian === (endian === "big"))
        : shape.kind === "ip" && bits === 32;
    case "autoint":
      return shape.kind === "integer" && shape.narrow === true;
    case "flag":
    case "string":
      return shape.kind === kind;
    default:
      return true;
  }
}

function describe({ kind, bits, endian }: Wire): string {
  return bits === undefined ? kind : integer(bits, endian === "big");
}

function describeCodec({ shape }: Codec<unknown>): string {
  if (shape.kind !== "integer") return shape.kind;
  const { bits, bigEndian }: IntegerShape = shape;
  return integer(bits, bigEndian);
}

function integer(bits: number, bigEndian: boolean): string {
  return `${bits}-bit integer${
    bigEndian && bits > 8 ? " in network order" : ""
  }`;
}
