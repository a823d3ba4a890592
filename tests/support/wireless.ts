import type { Wireless } from "../../api/wireless/wireless.ts";
import { type Attributes, FamilyKernel } from "./generic_kernel.ts";

/** The hardware address of whatever has one. */
export const address = "02:00:00:00:00:01";

/** Wireless networks with a kernel that answers each request. */
export function openWireless(...answer: Attributes[]): {
  kernel: FamilyKernel;
  wireless: Wireless;
  sent: () => unknown[];
} {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("nl80211", () => replies);
  const { wireless } = kernel.generic;
  /** The last request: its command and its attributes. */
  const sent = () => [kernel.last!.cmd, kernel.last!.attributes];
  return { kernel, wireless, sent };
}
