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
import type { Datagram } from "./bytes.ts";
import { formatOf, FORMATS } from "./formats.ts";
import { printDatagram } from "./print.ts";

/** What is shown before the usage. */
const FORMAT_NOTES = `\
Shows each netlink message of FILE, or of the input, byte by byte. The format is
found out by looking, if it is not given:
hex:    bytes in hexadecimal, a blank line between datagrams; # starts a comment
pcap:   packets of an nlmon link, as "tcpdump -i nlmon0 -w FILE" saves them
strace: what "strace -xx -e trace=%network -e read=all -e write=all" prints
`;

const FORM: Form = [
  `[ --format { ${Object.keys(FORMATS).join(" | ")} } ]`,
  "[ --protocol NUMBER ] [ --help ]",
  "[ FILE ] ...",
];

/**
 * Runs `ip decode`.
 *
 * @param args The arguments.
 * @returns The exit code.
 */
export const command: Command = takes(FORM, (args, context) => {
  const { files, format, protocol } = parseOptions(args.rest());
  let count = 0;
  for (const file of files.length === 0 ? ["-"] : files) {
    for (const datagram of read(file, format, context)) {
      if (count++ > 0) context.printer.text("\n");
      printDatagram(context.printer, { protocol, ...datagram });
      context.printer.flushIfFull();
    }
  }
  if (count === 0) {
    throw new CommandError(1, false, "Cannot find a netlink message\n");
  }
  return Promise.resolve(0);
});

function parseOptions(
  args: string[],
): { files: string[]; format: string | undefined; protocol: number } {
  const { values, positionals: files } = parse(args);
  if (values.help || files[0] === "help") {
    throw usage("decode", FORMAT_NOTES, 0);
  }
  const { format, protocol = "0" } = values;
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
  return { files, format, protocol: Number(protocol) };
}

function parse(args: string[]): {
  values: { help?: boolean; format?: string; protocol?: string };
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
): Iterable<Datagram> {
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
