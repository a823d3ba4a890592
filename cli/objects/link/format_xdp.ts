/**
 * Programs that links run for each packet they receive (XDP).
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import {
  XDP_ATTACHED_DRV,
  XDP_ATTACHED_HW,
  XDP_ATTACHED_MULTI,
  XDP_ATTACHED_NONE,
  XDP_ATTACHED_SKB,
  type XdpAttributes,
} from "../../../messages/link/xdp.ts";

/** What the ways of attaching a program are called. */
const MODES: readonly string[] = [
  "",
  "xdp",
  "xdpgeneric",
  "xdpoffload",
  "xdpmulti",
];

/**
 * Writes how programs are attached, and in JSON all about them.
 *
 * @param xdp The link's attributes.
 * @param asLink Whether the programs themselves are written further down.
 */
export function printXdp(
  context: Context,
  xdp: XdpAttributes,
  asLink: boolean,
): void {
  const { printer } = context;
  const { attached = XDP_ATTACHED_NONE } = xdp;
  if (attached === XDP_ATTACHED_NONE) return;
  if (printer.json) {
    printJson(context, xdp, attached);
    return;
  }
  printer.text(MODES[attached] ?? `xdp[${attached}]`);
  if (xdp.programId && !asLink) printer.text(`/id:${xdp.programId}`);
  printer.text(" ");
}

/**
 * Writes the programs, each on a line of its own.
 *
 * @param xdp The link's attributes.
 */
export function printPrograms(context: Context, xdp: XdpAttributes): void {
  const { printer } = context;
  const { attached = XDP_ATTACHED_NONE } = xdp;
  if (printer.json || attached === XDP_ATTACHED_NONE) return;
  const print = (id: number | undefined, suffix: string) => {
    if (!id) return;
    printer.text(`${printer.line}    prog/xdp${suffix} `);
    context.programs.print(context, id);
  };
  print(xdp.programId, "");
  if (attached !== XDP_ATTACHED_MULTI) return;
  print(xdp.skbProgramId, "generic");
  print(xdp.driverProgramId, "drv");
  print(xdp.hardwareProgramId, "offload");
}

function printJson(
  context: Context,
  xdp: XdpAttributes,
  attached: number,
): void {
  const { printer, programs } = context;
  const { programId, skbProgramId, driverProgramId, hardwareProgramId } = xdp;
  const print = (id: number | undefined, mode: number) => {
    if (id === undefined) return;
    printer.object(null, () => {
      printer.field("mode", mode);
      programs.print(context, id);
    });
  };
  printer.object("xdp", () => {
    printer.field("mode", attached);
    if (programId) programs.print(context, programId);
    printer.array("attached", () => {
      if (
        skbProgramId === undefined && driverProgramId === undefined &&
        hardwareProgramId === undefined
      ) print(programId, attached);
      print(skbProgramId, XDP_ATTACHED_SKB);
      print(driverProgramId, XDP_ATTACHED_DRV);
      print(hardwareProgramId, XDP_ATTACHED_HW);
    });
  });
}
