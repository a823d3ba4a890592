/**
 * Settings of a link kind, each declared once: the keyword that sets it, its
 * names in text and JSON, and its notation where that is not that of the
 * schema. The schema gives the width of a number, and whether a value is a
 * number, text, an address or a flag.
 *
 * ```ts ignore
 * export const kind: Kind<BridgeData> = kindOfSettings(bridgeData, {
 *   forwardDelay: "forward_delay*", // 32 bits by the schema
 *   groupAddress: { word: "group_address*", json: "group_addr", text: "group_address" },
 *   helloTimer: { json: "hello_timer", print: timer }, // read only
 * });
 * ```
 *
 * @module
 */

import type { Codec, Shape } from "../../../../messages/codec/mod.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import type { Form } from "../../../parse/form.ts";
import {
  bigNumber,
  type Grammar,
  integer,
  number,
  takes,
  text,
  value,
  type Word,
} from "../../../parse/grammar.ts";
import { hardwareAddressOf } from "../../../parse/prefixes.ts";
import type {
  KindOptions,
  PrintData,
  Sections,
  Setting,
  SettingNames,
  Settings,
} from "./setting.ts";
import { type Kind, kindParser, unique, unknownCommand } from "./kind.ts";

/**
 * A kind whose keywords are its settings.
 *
 * @param codec Its schema.
 * @param settings Its settings; a list if something is printed between them.
 * @param options What else belongs to it.
 * @returns The kind.
 */
export function kindOfSettings<D extends object>(
  codec: Codec<D>,
  settings: Settings<D> | Sections<D>,
  options: KindOptions<D> = {},
): Kind<D> {
  const {
    keywords = {},
    first = "",
    needs,
    unknown = unknownCommand,
    usage,
    ...more
  } = options;
  const words = wordsOfSettings(codec, settings, options);
  const prints = printsOf(codec, settings);
  return {
    ...usage !== undefined && { usage },
    // A kind that prints nothing has no data in JSON.
    ...prints.length > 0 && { print: printAll(prints, needs) },
    parse: kindParser<D>(inOrder({ ...words, ...keywords }, first), {
      unknown,
      form: formOf(words, options),
      ...more,
    }),
  };
}

/**
 * The keywords of settings.
 *
 * @param codec The schema.
 * @param settings The settings; a list if something is printed between them.
 * @param options How values are refused, and whether each is given only once.
 * @returns The keywords, in the order of printing.
 */
export function wordsOfSettings<D extends object>(
  codec: Codec<D>,
  settings: Settings<D> | Sections<D>,
  options: Pick<KindOptions<D>, "problem" | "once"> = {},
): Grammar<D> {
  const shapes = shapesOf(codec);
  return Object.fromEntries(
    sectionsOf(settings).flatMap((section) =>
      typeof section === "function"
        ? []
        : settingsOf(section).flatMap(([property, setting]) =>
          keywordsOf(property, setting, shapes.get(property)!, options)
        )
    ),
  );
}

/**
 * Prints settings.
 *
 * @param codec The schema.
 * @param settings The settings; a list if something is printed between them.
 * @param needs The property without which nothing is printed.
 * @returns Prints them.
 */
export function printSettings<D extends object>(
  codec: Codec<D>,
  settings: Settings<D> | Sections<D>,
  needs?: keyof D,
): PrintData<D> {
  return printAll(printsOf(codec, settings), needs);
}

function printAll<D>(
  prints: readonly PrintData<D>[],
  needs?: keyof D,
): PrintData<D> {
  return (context, data) => {
    if (needs !== undefined && data[needs] === undefined) return;
    for (const print of prints) print(context, data);
  };
}

function printsOf<D extends object>(
  codec: Codec<D>,
  settings: Settings<D> | Sections<D>,
): PrintData<D>[] {
  const shapes = shapesOf(codec);
  return sectionsOf(settings).flatMap((section) =>
    typeof section === "function"
      ? [section]
      : settingsOf(section).flatMap(([property, setting]) =>
        printOf(property, setting, shapes.get(property)!)
      )
  );
}

function sectionsOf<D>(settings: Settings<D> | Sections<D>): Sections<D> {
  return Array.isArray(settings) ? settings : [settings as Settings<D>];
}

function settingsOf<D>(
  settings: Settings<D>,
): [keyof D & string, Setting<D, unknown>][] {
  return Object.entries(settings).map(([property, given]) => [
    property as keyof D & string,
    (typeof given === "string" ? { word: given } : given) as Setting<
      D,
      unknown
    >,
  ]);
}

/** What may be typed: the settings, and the other keywords. */
function formOf<D>(
  settings: Grammar<D>,
  { keywords = {}, called, before = [] }: KindOptions<D>,
): Form {
  if (called === undefined) {
    return [before, { options: { ...settings, ...keywords } }];
  }
  const others = { name: called, means: { oneOf: keywords } };
  return [before, { anyOrder: [{ options: settings }, { maybe: others }] }];
}

function inOrder<D>(grammar: Grammar<D>, first: string): Grammar<D> {
  const order = first.split(/\s+/);
  const rank = ([key]: [string, Word<D>]) =>
    (order.indexOf(firstSpelling(key)) + 1) || Infinity;
  return Object.fromEntries(
    Object.entries(grammar).sort((a, b) =>
      rank(a) < rank(b) ? -1 : +(rank(a) > rank(b))
    ),
  );
}

/** The first spelling of a key of a grammar. */
function firstSpelling(key: string): string {
  return key.split(/[* ]/)[0]!;
}

/**
 * The forms of the attributes or members that a schema has.
 *
 * @param codec The schema.
 * @returns The form of each, by the name of its property.
 */
export function shapesOf<D>({ shape }: Codec<D>): Map<string, Shape> {
  switch (shape.kind) {
    case "attributes":
      return new Map(
        shape.fields.map(({ name, codec }) => [name, codec.shape]),
      );
    case "struct":
      return new Map(
        shape.members.map(({ name, codec }) => [name, codec.shape]),
      );
    default:
      throw new TypeError("Cannot list settings: the schema has no attributes");
  }
}

function namesOf<D>(
  { word = "", values = {}, json, text }: Setting<D, unknown>,
): SettingNames {
  const first = firstSpelling(word || Object.keys(values).at(-1) || "");
  return { json: json ?? text ?? first, text: text ?? json ?? first };
}

const PRINTABLE = new Set(["integer", "string", "ip", "hardware"]);

function printOf<D>(
  property: keyof D & string,
  setting: Setting<D, unknown>,
  shape: Shape,
): PrintData<D>[] {
  const { print, absent } = setting;
  if (print === null) return [];
  if (print === undefined && !PRINTABLE.has(shape.kind)) {
    throw new TypeError(`Cannot print ${property}: it is a ${shape.kind}`);
  }
  const names = namesOf(setting);
  const { json, text } = names;
  return [(context, data) => {
    const value = data[property] ?? absent;
    if (value === undefined) return;
    if (print !== undefined) return print(context, names, value, data);
    const scalar = value as string | number | bigint;
    context.printer.value(json, scalar, `${text} ${scalar} `);
  }];
}

function keywordsOf<D>(
  property: keyof D & string,
  setting: Setting<D, unknown>,
  shape: Shape,
  { problem = (name) => `invalid ${name}`, once = false }: KindOptions<D>,
): [string, Word<D>][] {
  const { values, take } = setting;
  const [word, called] = splitSpellings(setting.word);
  const argument = argumentOf(setting.argument, called);
  const name = setting.name ?? namesOf(setting).text;
  const entries: [string, Word<D>][] = [];
  const add = (key: string, word: Word<D>, takes?: string) =>
    entries.push([key, once ? unique(property, word, takes) : word]);
  for (const [key, given] of Object.entries(values ?? {})) {
    add(key, value<D, typeof property>(property, given as D[typeof property]));
  }
  if (word === undefined) return entries;
  if (shape.kind === "flag" && take === undefined) {
    add(word, value<D, typeof property>(property, true as never));
  } else {
    const wrong = setting.problem ?? problem(name);
    const parse = take ?? reading(property, setting, shape, name, wrong);
    add(word, takes(argument, parse), name);
  }
  return entries;
}

/** Splits the spellings of a keyword from the name of its argument. */
function splitSpellings(
  text: string | undefined,
): [word: string | undefined, called?: string] {
  const [, word, name] = /^(.*?)(?: ([A-Z][-\w]+(?::[a-z]+)?))?$/.exec(
    text ?? "",
  )!;
  if (text === undefined) return [undefined];
  return name === undefined ? [word] : [word, name];
}

/** What is called otherwise goes on to mean the same. */
function argumentOf(
  argument: Form | undefined,
  called: string | undefined,
): Form {
  if (called === undefined) return argument ?? {};
  return typeof argument === "object" && "means" in argument
    ? { ...argument, name: called }
    : called;
}

function reading<D>(
  property: keyof D & string,
  { read, most, optional = false }: Setting<D, unknown>,
  shape: Shape,
  name: string,
  problem: string,
): Word<D> {
  const key = property as never;
  if (read !== undefined) {
    return async (data, step) => {
      const last = optional && step.args.left === 0;
      const arg = last ? "" : step.args.take();
      const value = await read(arg, step, name);
      if (value === undefined) throw invalidArgument(problem, arg);
      if (value === null) delete data[property];
      else data[property] = value as D[typeof property];
    };
  }
  switch (shape.kind) {
    case "integer":
      if (shape.bits === 64) return bigNumber<D>(key, problem);
      if (shape.signed) return integer<D>(key, problem);
      return number<D>(key, shape.bits, problem, most);
    case "string":
      return text<D>(key);
    case "hardware":
      return (data, { args }) => {
        data[property] = hardwareAddressOf(
          args.take(),
        ) as D[typeof property];
      };
    default:
      throw new TypeError(`Cannot parse ${property}: it is a ${shape.kind}`);
  }
}
