/**
 * `ip decode`, which is this program's own: netlink messages in, annotated trees
 * out.
 *
 * @module
 */

// The parser of the runtime: what is installed from a clone has no import map.
import { parseArgs } from "node:util";
import type { Form } from "../../parse/form.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { CommandError, exit, usage } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Io } from "../../runtime/io.ts";
import { NETLINK_GENERIC } from "../../../messages/families.ts";
import type { Datagram } from "./bytes.ts";
import { type Explain, Families } from "./families.ts";
import { formatOf, FORMATS } from "./formats.ts";
import { printDatagram } from "./format_datagram.ts";

/** What is shown before the usage. */
const FORMAT_NOTES = `\
Shows each netlink message of FILE, or of the input, byte by byte. The format is
found out by looking, if it is not given:
hex:    bytes in hexadecimal, a blank line between datagrams; # starts a comment
pcap:   packets of an nlmon link, as "tcpdump -i nlmon0 -w FILE" saves them
strace: what "strace -xx -e trace=%network -e read=all -e write=all" prints
Families of generic netlink have the numbers that messages of their controller
give them, or those of this kernel; SPEC is the specification of one, in YAML.
`;

const FORM: Form = [
  `[ --format { ${Object.keys(FORMATS).join(" | ")} } ]`,
  "[ --protocol NUMBER ] [ --spec SPEC ] ... [ --help ]",
  "[ FILE ] ...",
];

/** Runs `ip decode`. */
export const command: Command = takes(FORM, async (args, context) => {
  const { files, format, protocol, specs } = parseOptions(args.rest());
  const datagrams = (files.length === 0 ? ["-"] : files).flatMap((file) =>
    read(file, format, context).map((each) => ({ protocol, ...each }))
  );
  if (datagrams.length === 0) {
    throw new CommandError(1, false, "Cannot find a netlink message\n");
  }
  const families = new Families(await explainer(specs, context.io));
  if (families.read(datagrams)) await askForFamilies(families, context);
  for (const [i, datagram] of datagrams.entries()) {
    if (i > 0) context.printer.text("\n");
    printDatagram(context.printer, datagram, families);
    context.printer.flushIfFull();
  }
  return 0;
});

/** What explains messages by specifications, if any are given. */
async function explainer(
  files: readonly string[],
  io: Io,
): Promise<Explain | undefined> {
  if (files.length === 0) return undefined;
  const texts = files.map((file): [string, string] => {
    const text = io.readTextFile(file);
    if (text !== undefined) return [file, text];
    const reason = io.whyNot?.(file) ?? "there is no such file";
    throw exit(1, `Cannot open "${file}": ${reason}`);
  });
  const { explainBySpecs } = await import("./specs.ts");
  try {
    return await explainBySpecs(new Map(texts));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "SpecError") throw error;
    throw exit(1, error.message);
  }
}

/** Names families as the running kernel does, if it can be asked. */
async function askForFamilies(
  families: Families,
  context: Context,
): Promise<void> {
  const { listFamilies } = await import(
    "../../../api/connection/generic_family.ts"
  );
  try {
    using connection = await context.open(NETLINK_GENERIC);
    for await (const { id, name } of listFamilies(connection)) {
      families.add(id, name);
    }
  } catch {
    // Their messages are shown as bytes, as on a machine without that kernel.
  }
}

function parseOptions(
  args: string[],
): {
  files: string[];
  format: string | undefined;
  protocol: number;
  specs: readonly string[];
} {
  const { values, positionals: files } = parse(args);
  if (values.help || files[0] === "help") {
    throw usage("decode", FORMAT_NOTES, 0);
  }
  const { format, protocol = "0", spec: specs = [] } = values;
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    throw exit(
      255,
      `Cannot read format "${format}": it is none of ${
        Object.keys(FORMATS).join(", ")
      }`,
    );
  }
  if (!/^\d+$/.test(protocol)) {
    throw exit(255, `Cannot take "${protocol}" for a protocol: not a number`);
  }
  return { files, format, protocol: Number(protocol), specs };
}

function parse(args: string[]): {
  values: {
    help?: boolean;
    format?: string;
    protocol?: string;
    spec?: string[];
  };
  positionals: string[];
} {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        format: { type: "string", short: "f" },
        protocol: { type: "string", short: "p" },
        spec: { type: "string", short: "s", multiple: true },
      },
    });
  } catch (error) {
    const [problem] = (error as Error).message.split(/[.\n]/);
    throw exit(255, `${problem}, try "ip decode --help".`);
  }
}

function read(
  file: string,
  format: string | undefined,
  { io }: Context,
): Datagram[] {
  const bytes = file === "-" ? io.input() : io.readFile?.(file);
  if (bytes === undefined) {
    const reason = io.whyNot?.(file) || "Is a directory";
    throw exit(1, `Cannot open "${file}": ${reason}`);
  }
  try {
    return FORMATS[format ?? formatOf(bytes)]!(bytes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw exit(1, `${file}: ${error.message}`);
  }
}
