/**
 * Where specifications come from: files, texts, and what other parsers made.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { host } from "../socket/ffi_deno.ts";
import { SpecError } from "./errors.ts";

/**
 * A specification: the path or the URL of a file, its text, or the document
 * that a parser made of it. A text has a line feed or a brace in it.
 */
export type SpecSource = string | URL | object;

/** A document, and what it came with. */
export interface SpecDocument {
  /** The document. */
  readonly document: unknown;
  /** Its licence, as its first line has it (`SPDX-License-Identifier`). */
  readonly license?: string;
}

/**
 * Reads a specification.
 *
 * @param source Where it is.
 * @returns The document.
 * @throws {SpecError} If it cannot be parsed.
 * @throws {Error} If the file cannot be read: the error of the runtime.
 */
export async function loadSpec(source: SpecSource): Promise<SpecDocument> {
  if (typeof source === "object" && !(source instanceof URL)) {
    return { document: source };
  }
  if (typeof source !== "string" && !(source instanceof URL)) {
    throw new TypeError(
      `Cannot read specification: ${source} is neither a path, a URL, a text nor an object`,
    );
  }
  const isText = typeof source === "string" && /[\n{]/.test(source);
  const text = isText ? source : await readText(source);
  return await parseSpec(text, isText ? "in a text" : String(source));
}

/**
 * Parses the text of a specification.
 *
 * @param text YAML or JSON.
 * @param name What to call it in errors.
 * @returns The document.
 * @throws {SpecError} If it is neither.
 */
export async function parseSpec(
  text: string,
  name: string,
): Promise<SpecDocument> {
  const license = /^#\s*SPDX-License-Identifier:\s*(.*\S)/.exec(text)?.[1];
  try {
    const document = /^\s*\{/.test(text)
      ? JSON.parse(text)
      : await parseYaml(text);
    return license === undefined ? { document } : { document, license };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SpecError(name, error.message, { cause: error });
  }
}

/** Few programs read YAML, so its parser is loaded when it is needed. */
async function parseYaml(text: string): Promise<unknown> {
  const { parse } = await import("@std/yaml");
  return parse(text);
}

async function readText(source: string | URL): Promise<string> {
  if (/^(https?|data):/.test(String(source))) {
    const response = await fetch(source);
    if (response.ok) return await response.text();
    const { status } = response;
    throw new SpecError(String(source), `the server answers ${status}`);
  }
  const isUrl = source instanceof URL || source.startsWith("file:");
  const path = isUrl ? fileURLToPath(source) : source;
  return new TextDecoder().decode(host().readFileSync(path));
}
