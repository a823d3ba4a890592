/**
 * Specifications of netlink families with every number made explicit: what
 * {@linkcode resolve} makes of the YAML. Properties are the keys of the YAML in
 * camelCase.
 *
 * @see {@link https://docs.kernel.org/userspace-api/netlink/specs.html | Using Netlink protocol specifications}
 *
 * @module
 */

/** A number of a specification; `bigint` above 2^53 - 1. */
export type SpecNumber = number | bigint;

/** A specification of a family. */
export interface Spec {
  /** Name of the family. */
  readonly name: string;
  /** Which rules the specification follows: `genetlink`, `netlink-raw` … */
  readonly protocol: string;
  /** Netlink protocol, `NETLINK_*`. */
  readonly protonum: number;
  /** Version of the family's interface; generic netlink only. */
  readonly version?: number;
  /** What the family is for. */
  readonly doc?: string;
  /** Constants, enumerations, flags and structs. */
  readonly definitions: readonly Definition[];
  /** Sets of attributes. */
  readonly attributeSets: readonly AttributeSet[];
  /** Payloads that another attribute selects. */
  readonly subMessages?: readonly SubMessage[];
  /** What can be asked of the family, and what it reports. */
  readonly operations: Operations;
  /** Multicast groups. */
  readonly mcastGroups?: { readonly list: readonly Group[] };
}

/** What has a name, and may be explained. */
export interface Documented {
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly doc?: string;
}

/** A definition. */
export type Definition = Constant | Enumeration | Struct;

/** A constant. */
export interface Constant {
  /** Discriminates the definitions. */
  readonly type: "const";
  /** Its name. */
  readonly name: string;
  /** Its value, as it was given. */
  readonly value: number | string;
  /** Its name in C. */
  readonly cName: string;
}

/** An enumeration, or flags. */
export interface Enumeration extends Documented {
  /** Discriminates the definitions. */
  readonly type: "enum" | "flags";
  /** The names of its values. */
  readonly entries: readonly Entry[];
  /** Whether an attribute or member has the entries as numbers of bits. */
  readonly usedAsFlags?: boolean;
}

/** A name of a value. */
export interface Entry {
  /** The name. */
  readonly name: string;
  /** The value; of flags, one with a single bit. */
  readonly value: SpecNumber;
  /** Number of the bit; flags only. */
  readonly bit?: number;
  /** Its name in C. */
  readonly cName: string;
  /** What it means. */
  readonly doc?: string;
}

/** A C struct. */
export interface Struct extends Documented {
  /** Discriminates the definitions. */
  readonly type: "struct";
  /** Its members in C order. */
  readonly members: readonly StructMember[];
  /** Bytes without any padding but what the specification has. */
  readonly size: number;
  /** `sizeof` in C. */
  readonly naturalSize: number;
  /** `alignof` in C. */
  readonly naturalAlign: number;
  /** Whether C would lay it out otherwise than the specification does. */
  readonly packedDiffers: boolean;
}

/** A member of a struct. */
export interface StructMember extends Documented {
  /** Its type. */
  readonly type: string;
  /** Where it starts without padding. */
  readonly offset: number;
  /** Its bytes. */
  readonly size: number;
  /** Where C would put it. */
  readonly naturalOffset: number;
  /** Byte order, of integers. */
  readonly endian?: Endian;
  /** The enumeration that its values are of. */
  readonly enum?: string;
  /** Whether entries of the enumeration are numbers of bits. */
  readonly enumAsFlags?: boolean;
  /** The struct that it is. */
  readonly struct?: string;
  /** How people write it. */
  readonly displayHint?: string;
}

/** Byte order. */
export type Endian = "host" | "big" | "little";

/** A set of attributes. */
export interface AttributeSet extends Documented {
  /** The set that its attributes are some of. */
  readonly subsetOf?: string;
  /** Greatest number of an attribute. */
  readonly maxValue: number;
  /** The attributes. */
  readonly attributes: readonly SpecAttribute[];
}

/** An attribute. */
export interface SpecAttribute extends Documented {
  /** Its number (`nla_type`). */
  readonly value: number;
  /** Its name in C. */
  readonly cName: string;
  /** Its type as the specification has it. */
  readonly type: string;
  /** How the payload is stored. */
  readonly wire: Wire;
  /** The enumeration that its values are of. */
  readonly enum?: string;
  /** Whether entries of the enumeration are numbers of bits. */
  readonly enumAsFlags?: boolean;
  /** How people write it. */
  readonly displayHint?: string;
  /** What it has to fulfil. */
  readonly checksResolved?: Checks;
}

/** What the value of an attribute has to fulfil. */
export interface Checks {
  /** Least value. */
  readonly min?: SpecNumber;
  /** Greatest value. */
  readonly max?: SpecNumber;
  /** Fewest bytes. */
  readonly minLen?: SpecNumber;
  /** Most bytes; a NUL at the end of a text does not count. */
  readonly maxLen?: SpecNumber;
  /** How many bytes it has. */
  readonly exactLen?: SpecNumber;
  /** Which bits may be set. */
  readonly flagsMask?: SpecNumber;
  /** Whether a text may do without NUL. */
  readonly unterminatedOk?: boolean;
}

/** How a payload is stored. */
export type Wire = WireForm & {
  /** Whether the attribute can occur several times. */
  readonly multi?: true;
};

/** How one payload is stored. */
export type WireForm =
  | IntegerWire
  | { readonly kind: "autoint"; readonly signed: boolean; endian: Endian }
  | { readonly kind: "flag" | "string" | "bytes" | "bitfield32" }
  | { readonly kind: "pad" | "unused" }
  | { readonly kind: "struct"; readonly struct: string }
  | { readonly kind: "int-array"; readonly element: IntegerWire }
  | { readonly kind: "nest"; readonly set: string | null }
  | { readonly kind: "indexed-array"; readonly element: Wire }
  | TypeValueWire
  | SubMessageWire;

/** An integer. */
export interface IntegerWire {
  /** Discriminates the forms. */
  readonly kind: "int";
  /** Its width. */
  readonly bits: number;
  /** Whether there are negative values. */
  readonly signed: boolean;
  /** Byte order. */
  readonly endian: Endian;
}

/** Nests whose types are values. */
export interface TypeValueWire {
  /** Discriminates the forms. */
  readonly kind: "type-value";
  /** What the types are, from the outermost. */
  readonly levels: readonly string[];
  /** The set of attributes in the innermost nest. */
  readonly set: string | null;
}

/** A payload that another attribute selects. */
export interface SubMessageWire {
  /** Discriminates the forms. */
  readonly kind: "sub-message";
  /** Name of the {@linkcode SubMessage}. */
  readonly subMessage: string;
  /** The attribute that selects. */
  readonly selector: string;
  /** Whether that is in the same set, or in one around it. */
  readonly selectorScope: "same" | "outer";
}

/** The payloads that an attribute can select. */
export interface SubMessage {
  /** Its name. */
  readonly name: string;
  /** The payloads. */
  readonly formats: readonly Format[];
}

/** One of the payloads that an attribute can select. */
export interface Format {
  /** Value of the attribute. */
  readonly value: string;
  /** The struct that the payload begins with. */
  readonly fixedHeader?: string;
  /** The attributes in it. */
  readonly attributeSet?: string;
}

/** What can be asked of a family, and what it reports. */
export interface Operations {
  /**
   * Whether requests and replies share their numbers: `unified`, or
   * `directional`.
   */
  readonly enumModel: string;
  /** The struct that messages begin with. */
  readonly fixedHeader?: string;
  /** The operations. */
  readonly list: readonly Operation[];
}

/** What an operation can be used for. */
export type Mode = "do" | "dump" | "notify" | "event";

/** Something that can be asked of a family, or that it reports. */
export interface Operation extends Documented {
  /** Number of the request; `null` if it is only reported. */
  readonly requestValue: number | null;
  /** Number of the reply; `null` if there is none. */
  readonly replyValue: number | null;
  /** What it can be used for. */
  readonly modes: readonly Mode[];
  /** Its name in C. */
  readonly cName: string;
  /** The set that its attributes are of. */
  readonly attributeSet?: string;
  /** The struct that its messages begin with. */
  readonly fixedHeader?: string;
  /** Request and reply for one object. */
  readonly do?: Exchange;
  /** Request and reply for all objects. */
  readonly dump?: Exchange;
  /** The operation whose reply is reported. */
  readonly notify?: string;
  /** What is reported. */
  readonly event?: Side;
  /** The multicast group that it is reported to. */
  readonly mcgrp?: string;
  /** What it needs, such as `admin-perm`. */
  readonly flags?: readonly string[];
}

/** A request and its reply. */
export interface Exchange {
  /** The request. */
  readonly request?: Side | null;
  /** The reply. */
  readonly reply?: Side | null;
  /** Number of the request, if it is not the operation's. */
  readonly requestValue?: number;
  /** Number of the reply, if it is not the operation's. */
  readonly replyValue?: number;
}

/** What a request or a reply has. */
export interface Side {
  /** Its number. */
  readonly value?: number;
  /** The attributes. */
  readonly attributes?: readonly string[];
}

/** A multicast group. */
export interface Group {
  /** Its name. */
  readonly name: string;
  /** Its number; in generic netlink, the controller has it. */
  readonly value?: number;
}
