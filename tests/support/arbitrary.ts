/**
 * Values of any codec, derived from its shape: what the property tests draw
 * from.
 */
import fc from "fast-check";
import {
  type AttributesShape,
  type Codec,
  type Field,
  NLA_TYPE_MASK,
  type RawAttribute,
} from "../../messages/codec/mod.ts";

const PLAIN = { noNullPrototype: true };

/** Nests deeper than this are left empty. */
const DEPTH = 4;

/** Values that `codec` can encode. */
export function arbitrary<T>(codec: Codec<T>): fc.Arbitrary<T> {
  return any(codec as Codec<unknown>, DEPTH) as fc.Arbitrary<T>;
}

/** Bytes; codecs may have a class of their own for them. */
function octets(length?: number): fc.Arbitrary<Uint8Array> {
  return length === undefined
    ? fc.uint8Array({ maxLength: 40 })
    : fc.uint8Array({ minLength: length, maxLength: length });
}

type Parent = Readonly<Record<string, unknown>> | undefined;

function any(
  codec: Codec<unknown>,
  depth: number,
  parent?: Parent,
): fc.Arbitrary<unknown> {
  const { shape } = codec;
  switch (shape.kind) {
    case "integer":
      return integer(shape.bits, shape.signed);
    case "flag":
      return fc.constant(true);
    case "bytes":
      return octets(shape.length).map((bytes) =>
        codec.decode(new DataView(bytes.buffer), 0, bytes.length)
      );
    case "string":
      return text(shape.length);
    case "ip":
      return ip(shape.length);
    case "hardware":
      return hardware(shape.length);
    case "array":
      return fc.array(any(shape.item, depth - 1, parent), {
        minLength: shape.count ?? 0,
        maxLength: shape.count ?? 3,
      });
    case "records":
    case "list":
      return fc.array(any(shape.item, depth - 1, parent), { maxLength: 3 });
    case "multi":
      return fc.array(any(shape.item, depth - 1, parent), {
        minLength: 1,
        maxLength: 3,
      });
    case "struct":
      return fc.record(
        Object.fromEntries(
          shape.members.map((m) => [m.name, any(m.codec, depth - 1)]),
        ),
        PLAIN,
      );
    case "message":
      return message(shape.header, shape.attributes, depth);
    case "custom":
      return fc.constantFrom(...shape.samples);
    case "attributes":
      return depth <= 0 ? fc.constant({}) : set(shape, depth, parent);
  }
}

function integer(bits: number, signed: boolean): fc.Arbitrary<unknown> {
  if (bits === 64) {
    const min = signed ? -(2n ** 63n) : 0n;
    return fc.bigInt({ min, max: min + 2n ** 64n - 1n });
  }
  const min = signed ? -(2 ** (bits - 1)) : 0;
  return fc.integer({ min, max: min + 2 ** bits - 1 });
}

function text(length: number | undefined): fc.Arbitrary<unknown> {
  const wide = fc.string({
    maxLength: 20,
    unit: fc.constantFrom(..."abcxyz019.-_éß漢"),
  });
  if (length === undefined) return wide;
  return fc.string({
    maxLength: Math.min(20, length - 1),
    unit: fc.constantFrom(..."abcxyz019.-_"),
  });
}

function ip(length: number | undefined): fc.Arbitrary<unknown> {
  const v6 = fc.oneof(
    fc.constantFrom(
      "::",
      "::1",
      "2001:db8::1",
      "fe80::1:2:3:4",
      "1:2:3:4:5:6:7:8",
      "::ffff:192.0.2.1",
      "1:0:0:2::3",
    ),
  );
  if (length === 4) return fc.ipV4();
  return length === 16 ? v6 : fc.oneof(fc.ipV4(), v6);
}

function hardware(length: number | undefined): fc.Arbitrary<unknown> {
  return fc.uint8Array({ minLength: length ?? 0, maxLength: length ?? 20 })
    .map((bytes) =>
      Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":")
    );
}

/** A message whose header's members select attributes now and then. */
function message(
  header: Codec<unknown>,
  attributes: Codec<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const wanted: Record<string, unknown>[] = [{}];
  if (attributes.shape.kind === "attributes") {
    const names = new Set(attributes.shape.fields.map(({ name }) => name));
    for (const { when } of attributes.shape.fields) {
      if (when !== undefined && !names.has(when[0]) && when[1] !== null) {
        wanted.push({ [when[0]]: when[1] });
      }
    }
  }
  return fc.tuple(any(header, depth - 1), fc.constantFrom(...wanted))
    .map(([value, wanted]) => ({ ...(value as object), ...wanted }))
    .chain((value) =>
      any(attributes, depth - 1, value as Parent)
        .map((attributes) => ({ ...value, attributes }))
    );
}

function set(
  { fields, pad }: AttributesShape,
  depth: number,
  parent: Parent,
): fc.Arbitrary<unknown> {
  const own = new Map(fields.map((field) => [field.name, field]));
  const selectors = new Set(
    fields.flatMap(({ when }) => when && own.has(when[0]) ? [when[0]] : []),
  );
  const plain = fields.filter((field) =>
    field.when === undefined && !selectors.has(field.name)
  );
  /** What is in the set may be selected by what the set has chosen. */
  const record = (chosen: Parent) =>
    fc.record(
      Object.fromEntries(
        plain.map((field) => [field.name, any(field.codec, depth - 1, chosen)]),
      ),
      { requiredKeys: [], ...PLAIN },
    );
  const chosen = fc.tuple(
    ...[...groups(fields)].map(([selector, choices]) =>
      choose(selector, choices, depth, own.has(selector), parent)
    ),
  ).map((chosen): object => Object.assign({}, ...chosen));
  return fc.tuple(
    chosen.chain((chosen) =>
      record(chosen as Parent).map((record) => ({ ...chosen, ...record }))
    ),
    fc.option(unknownOf(fields, pad?.[1]), { freq: 3 }),
  )
    .map(([known, unknown]) => ({ ...known, ...(unknown && { unknown }) }));
}

/** The fields that each selector chooses from. */
function groups(fields: readonly Field[]): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of fields) {
    if (field.when === undefined) continue;
    const [selector] = field.when;
    found.set(selector, [...(found.get(selector) ?? []), field]);
  }
  return found;
}

/** A selector and what goes with it, each attribute type once. */
function choose(
  selector: string,
  choices: readonly Field[],
  depth: number,
  owned: boolean,
  parent: Parent,
): fc.Arbitrary<object> {
  const values = [...new Set(choices.map(({ when }) => when![1]))]
    .filter((value) => owned ? value !== null : isChosen(value));
  /** Whether the enclosing value selects the choice for `value`. */
  function isChosen(value: unknown): boolean {
    const found = parent?.[selector];
    if (value !== null) return found === value;
    return !choices.some(({ when }) => when![1] === found);
  }
  if (values.length === 0) return fc.constant({});
  const options = values.map((value) => {
    const fitting = choices.filter(({ when }) => when![1] === value);
    return fc.record(
      Object.fromEntries(
        fitting.map((field) => [field.name, any(field.codec, depth - 1)]),
      ),
      { requiredKeys: [], ...PLAIN },
    ).map((record) => ({ ...(owned ? { [selector]: value } : {}), ...record }));
  });
  return fc.oneof(fc.constant({}), ...options);
}

function unknownOf(
  fields: readonly Field[],
  pad: number | undefined,
): fc.Arbitrary<RawAttribute[]> {
  const types = new Set([pad, ...fields.map((field) => field.type)]);
  return fc.array(
    fc.record({
      type: fc.integer({ min: 1, max: NLA_TYPE_MASK }).filter((type) =>
        !types.has(type)
      ),
      data: fc.uint8Array({ maxLength: 12 }),
    }, PLAIN),
    { minLength: 1, maxLength: 2 },
  );
}
