// What the compiler has to refuse about schemas. Checked by `deno check`.
import {
  type Attributes,
  attributes,
  choice,
  type Codec,
  flag,
  ipAddress,
  list,
  message,
  multi,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../../../messages/codec/mod.ts";

interface Header {
  family: number;
  index: number;
}

interface Set extends Attributes {
  name?: string;
  mtu?: number;
}

interface Choices {
  one?: Set;
  two?: number;
}

interface Chosen extends Attributes, Choices {
  kind?: string;
}

const header: Codec<Header> = struct<Header>({ family: u8, index: u16 });
const set: Codec<Set> = attributes<Set>({
  name: ["NAME", 3, string],
  mtu: ["MTU", 4, u32],
});

// @ts-expect-error each attribute of the interface has to be in the schema
attributes<Set>({ name: ["NAME", 3, string] });

attributes<Set>({
  name: ["NAME", 3, string],
  mtu: ["MTU", 4, u32],
  // @ts-expect-error the schema has no attribute that the interface lacks
  mut: ["MUT", 5, u32],
});

attributes<Set>({
  // @ts-expect-error the codec has to be of the property's type
  name: ["NAME", 3, u32],
  mtu: ["MTU", 4, u32],
});

attributes<Set>({
  name: ["NAME", 3, string],
  // @ts-expect-error integers of 64 bits are bigint
  mtu: ["MTU", 4, u64],
});

attributes<Set>({
  // @ts-expect-error types have the names of the UAPI headers
  name: ["name", 3, string],
  // @ts-expect-error types have names
  mtu: [4, u32],
});

// @ts-expect-error each member has to be in the struct
struct<Header>({ family: u8 });

// @ts-expect-error a member's codec has to be of its type
struct<Header>({ family: ipAddress, index: u16 });

// @ts-expect-error a choice needs a codec for each of its properties
choice<Required<Choices>>("kind", ["DATA", 2], { one: set });

// @ts-expect-error choices have to cover the properties of the interface
attributes<Chosen>({
  kind: ["KIND", 1, string],
  ...choice<{ one: Set }>("kind", ["DATA", 2], { one: set }),
});

// @ts-expect-error codecs are invariant: too wide
export const wide: Codec<Set | undefined> = set;

// @ts-expect-error codecs are invariant: too narrow
export const narrow: Codec<Required<Set>> = set;

// @ts-expect-error repeated attributes are arrays
export const single: Codec<string> = multi(string);

// @ts-expect-error lists are arrays of what their items are
export const numbers: Codec<number[]> = list(string);

// @ts-expect-error a presence flag is true or absent
export const off: Codec<boolean> = flag;

export const whole: Codec<WithAttributes<Header, Set>> = message(header, set);

// @ts-expect-error attributes are apart from the header
export const flat: Codec<Header & Set> = message(header, set);
