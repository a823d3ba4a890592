/**
 * Information elements of 802.11, which beacons, probes and associations consist
 * of: a number, a length, and bytes.
 *
 * @see IEEE Std 802.11-2020, 9.4.2
 *
 * @module
 */

/** Numbers of the elements that are read further: `WLAN_EID_*`. */
export const WLAN_ELEMENTS = {
  /** Name of the network (`WLAN_EID_SSID`). */
  ssid: 0,
  /** Rates (`WLAN_EID_SUPP_RATES`). */
  supportedRates: 1,
  /** Channel (`WLAN_EID_DS_PARAMS`). */
  channel: 3,
  /** Country (`WLAN_EID_COUNTRY`). */
  country: 7,
  /** Load (`WLAN_EID_QBSS_LOAD`). */
  load: 11,
  /** HT capabilities (`WLAN_EID_HT_CAPABILITY`). */
  htCapabilities: 45,
  /** Security (`WLAN_EID_RSN`). */
  rsn: 48,
  /** More rates (`WLAN_EID_EXT_SUPP_RATES`). */
  extendedRates: 50,
  /** HT operation (`WLAN_EID_HT_OPERATION`). */
  htOperation: 61,
  /** Name of the mesh (`WLAN_EID_MESH_ID`). */
  meshId: 114,
  /** VHT capabilities (`WLAN_EID_VHT_CAPABILITY`). */
  vhtCapabilities: 191,
  /** What a vendor has added (`WLAN_EID_VENDOR_SPECIFIC`). */
  vendor: 221,
  /** What begins with another number (`WLAN_EID_EXTENSION`). */
  extension: 255,
} as const;

/**
 * Numbers of elements with an extension that are read further:
 * `WLAN_EID_EXT_*`.
 */
export const WLAN_EXTENSION_ELEMENTS = {
  /** HE capabilities (`WLAN_EID_EXT_HE_CAPABILITY`). */
  heCapabilities: 35,
  /** EHT capabilities (`WLAN_EID_EXT_EHT_CAPABILITY`). */
  ehtCapabilities: 108,
} as const;

/** Capabilities of a network: `WLAN_CAPABILITY_*`. */
export const WLAN_CAPABILITIES = {
  /** `WLAN_CAPABILITY_ESS`. */
  "ess": 0x0001,
  /** `WLAN_CAPABILITY_IBSS`. */
  "ibss": 0x0002,
  /** `WLAN_CAPABILITY_PRIVACY`. */
  "privacy": 0x0010,
  /** `WLAN_CAPABILITY_SHORT_PREAMBLE`. */
  "short-preamble": 0x0020,
  /** `WLAN_CAPABILITY_SPECTRUM_MGMT`. */
  "spectrum-management": 0x0100,
  /** `WLAN_CAPABILITY_QOS`. */
  "qos": 0x0200,
  /** `WLAN_CAPABILITY_SHORT_SLOT_TIME`. */
  "short-slot-time": 0x0400,
  /** `WLAN_CAPABILITY_APSD`. */
  "apsd": 0x0800,
  /** `WLAN_CAPABILITY_RADIO_MEASURE`. */
  "radio-measurement": 0x1000,
} as const;

/** OUI and type of the element of WPA before 802.11i. */
const WPA = Uint8Array.of(0x00, 0x50, 0xf2, 0x01);
/** OUI of that, in front of the numbers of its suites. */
const WPA_OUI = 0x0050f2;
/** OUI in front of the numbers of the suites of 802.11. */
const RSN_OUI = 0x000fac;

/** An information element. */
export interface InformationElement {
  /** Its number (`WLAN_EID_*`). */
  id: number;
  /** Its second number, where the first is 255 (`WLAN_EID_EXT_*`). */
  extension?: number;
  /** Its bytes, without these numbers. */
  data: Uint8Array;
}

/** What a network demands of who connects. */
export interface SecurityElement {
  /** Version, 1. */
  version: number;
  /** Cipher of multicast, `WLAN_CIPHER_SUITE_*`. */
  group?: number;
  /** Ciphers between two stations, `WLAN_CIPHER_SUITE_*`. */
  pairwise: number[];
  /** Key managements, `WLAN_AKM_SUITE_*`. */
  akms: number[];
  /** Capabilities. */
  capabilities?: number;
  /** Identifiers of keys. */
  pmkids: Uint8Array[];
  /** Cipher of management frames to a group, `WLAN_CIPHER_SUITE_*`. */
  groupManagement?: number;
}

/**
 * Takes information elements apart. What is cut off in the middle of an element
 * is the last one, without what is missing.
 *
 * @param bytes The elements.
 * @returns The elements in their order.
 */
export function readElements(bytes: Uint8Array): InformationElement[] {
  const elements: InformationElement[] = [];
  for (let at = 0; at + 2 <= bytes.length;) {
    const id = bytes[at]!;
    const end = at + 2 + bytes[at + 1]!;
    const data = bytes.subarray(at + 2, end);
    const [extension] = data;
    elements.push(
      id === WLAN_ELEMENTS.extension && extension !== undefined
        ? { id, extension, data: data.subarray(1) }
        : { id, data },
    );
    at = end;
  }
  return elements;
}

/**
 * Puts information elements together.
 *
 * @param elements The elements.
 * @returns Their bytes.
 * @throws {RangeError} If one of them has more than 255 bytes.
 */
export function writeElements(
  elements: readonly InformationElement[],
): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const { id, extension, data } of elements) {
    const extra = extension === undefined ? [] : [extension];
    const length = extra.length + data.length;
    if (length > 0xff) {
      throw new RangeError(
        `Cannot write element ${id}: it has ${length} bytes, and 255 are the most`,
      );
    }
    bytes.push(id, length, ...extra, ...data);
  }
  return Uint8Array.from(bytes);
}

/**
 * Returns what an element of a vendor has if it is that of WPA, which was there
 * before the standard.
 *
 * @param element The element.
 * @returns Its bytes without the vendor's number; `undefined` if it is another.
 */
export function wpaElement(
  { id, data }: InformationElement,
): Uint8Array | undefined {
  return id === WLAN_ELEMENTS.vendor &&
      WPA.every((byte, i) => data[i] === byte)
    ? data.subarray(WPA.length)
    : undefined;
}

/**
 * Reads the element of security, RSN or WPA. What is missing at the end has the
 * default values of the standard, and is left out.
 *
 * @param bytes The element's bytes.
 * @returns What it demands; `undefined` if there is not even a version.
 */
export function readSecurityElement(
  bytes: Uint8Array,
): SecurityElement | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const has = (count: number) => at + count <= bytes.length;
  const u16 = () => view.getUint16((at += 2) - 2, true);
  const suite = () => suiteOf(view.getUint32((at += 4) - 4));
  const suites = () => {
    const list: number[] = [];
    let count = has(2) ? u16() : 0;
    for (; count > 0 && has(4); count--) list.push(suite());
    // What follows a list that is cut off is no next field.
    if (count > 0) at = bytes.length;
    return list;
  };
  if (!has(2)) return undefined;
  const element: SecurityElement = {
    version: u16(),
    pairwise: [],
    akms: [],
    pmkids: [],
  };
  if (has(4)) element.group = suite();
  element.pairwise = suites();
  element.akms = suites();
  if (has(2)) element.capabilities = u16();
  for (let count = has(2) ? u16() : 0; count > 0 && has(16); count--) {
    element.pmkids.push(bytes.slice(at, at += 16));
  }
  if (has(4)) element.groupManagement = suite();
  return element;
}

/** The number of a suite; those of WPA are those of the standard. */
function suiteOf(selector: number): number {
  return selector >>> 8 === WPA_OUI ? RSN_OUI << 8 | selector & 0xff : selector;
}
