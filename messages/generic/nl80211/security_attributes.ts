/**
 * Attributes of what secures connections of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  bytes,
  choice,
  type FieldsOf,
  flag,
  list,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { secretBytes } from "../../codec/secret.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { NL80211_COMMANDS } from "./commands.ts";
import {
  type Nl80211Key,
  nl80211Key,
  type Nl80211PmksaCandidate,
  nl80211PmksaCandidate,
  type Nl80211RekeyData,
  nl80211RekeyData,
} from "./key.ts";

/** What secures connections, and how these end: `NL80211_ATTR_*`. */
export interface Nl80211SecurityAttributes extends Attributes {
  /** How to authenticate, `NL80211_AUTHTYPE_*` (`NL80211_ATTR_AUTH_TYPE`). */
  authType?: number;
  /** Fields of an authentication frame (`NL80211_ATTR_AUTH_DATA`). */
  authData?: Uint8Array;
  /** The network is protected (`NL80211_ATTR_PRIVACY`). */
  privacy?: true;
  /** Versions of WPA, `NL80211_WPA_VERSION_*` (`NL80211_ATTR_WPA_VERSIONS`). */
  wpaVersions?: number;
  /** Ciphers between two stations (`NL80211_ATTR_CIPHER_SUITES_PAIRWISE`). */
  cipherSuitesPairwise?: number[];
  /** Cipher of multicast (`NL80211_ATTR_CIPHER_SUITE_GROUP`). */
  cipherSuiteGroup?: number;
  /**
   * Key managements, `WLAN_AKM_SUITE_*` of `linux/ieee80211.h`
   * (`NL80211_ATTR_AKM_SUITES`).
   */
  akmSuites?: number[];
  /**
   * Whether management frames are protected, `NL80211_MFP_*`
   * (`NL80211_ATTR_USE_MFP`).
   */
  useMfp?: number;
  /** Programs authorize the connection (`NL80211_ATTR_CONTROL_PORT`). */
  controlPort?: true;
  /**
   * Protocol of what authorizes it, `ETH_P_PAE` if it is missing
   * (`NL80211_ATTR_CONTROL_PORT_ETHERTYPE`).
   */
  controlPortEthertype?: number;
  /**
   * It can be another one than that (`NL80211_ATTR_CONTROL_PORT_ETHERTYPE`).
   */
  controlPortEthertypeSupport?: true;
  /**
   * That protocol is not encrypted (`NL80211_ATTR_CONTROL_PORT_NO_ENCRYPT`).
   */
  controlPortNoEncrypt?: true;
  /**
   * Frames of preauthentication are ordinary ones
   * (`NL80211_ATTR_CONTROL_PORT_NO_PREAUTH`).
   */
  controlPortNoPreauth?: true;
  /**
   * Frames of that protocol are sent by this family
   * (`NL80211_ATTR_CONTROL_PORT_OVER_NL80211`).
   */
  controlPortOverNl80211?: true;
  /**
   * The device does the handshake of 802.1X (`NL80211_ATTR_WANT_1X_4WAY_HS`).
   */
  want1x4wayHs?: true;
  /** Programs can authenticate (`NL80211_ATTR_EXTERNAL_AUTH_SUPPORT`). */
  externalAuthSupport?: true;
  /**
   * What they are to do, `NL80211_EXTERNAL_AUTH_*`
   * (`NL80211_ATTR_EXTERNAL_AUTH_ACTION`).
   */
  externalAuthAction?: number;
  /** The connection is authorized (`NL80211_ATTR_PORT_AUTHORIZED`). */
  portAuthorized?: true;
  /** A key (`NL80211_ATTR_KEY`). */
  key?: Nl80211Key;
  /** Keys of WEP (`NL80211_ATTR_KEYS`). */
  keys?: Nl80211Key[];
  /** A key; what was decoded prints as `(hidden)` (`NL80211_ATTR_KEY_DATA`). */
  keyData?: Uint8Array;
  /** Number of the key (`NL80211_ATTR_KEY_IDX`). */
  keyIdx?: number;
  /** Cipher of the key (`NL80211_ATTR_KEY_CIPHER`). */
  keyCipher?: number;
  /** Number of the last frame (`NL80211_ATTR_KEY_SEQ`). */
  keySeq?: Uint8Array;
  /** The key is the default (`NL80211_ATTR_KEY_DEFAULT`). */
  keyDefault?: true;
  /**
   * The key is the default for management frames
   * (`NL80211_ATTR_KEY_DEFAULT_MGMT`).
   */
  keyDefaultMgmt?: true;
  /**
   * What it is the default for, by `NL80211_KEY_DEFAULT_TYPE_*`
   * (`NL80211_ATTR_KEY_DEFAULT_TYPES`).
   */
  keyDefaultTypes?: Keyed<true>;
  /** Type of the key, `NL80211_KEYTYPE_*` (`NL80211_ATTR_KEY_TYPE`). */
  keyType?: number;
  /**
   * Pairwise master key; what was decoded prints as `(hidden)`
   * (`NL80211_ATTR_PMK`).
   */
  pmk?: Uint8Array;
  /** Identifier of a pairwise master key (`NL80211_ATTR_PMKID`). */
  pmkid?: Uint8Array;
  /** Name of the key of fast transitions (`NL80211_ATTR_PMKR0_NAME`). */
  pmkr0Name?: Uint8Array;
  /**
   * A network that keys may be agreed on with (`NL80211_ATTR_PMKSA_CANDIDATE`).
   */
  pmksaCandidate?: Nl80211PmksaCandidate;
  /** Seconds for which a key is valid (`NL80211_ATTR_PMK_LIFETIME`). */
  pmkLifetime?: number;
  /**
   * Percent of that after which it is renewed
   * (`NL80211_ATTR_PMK_REAUTH_THRESHOLD`).
   */
  pmkReauthThreshold?: number;
  /** Keys for renewals (`NL80211_ATTR_REKEY_DATA`). */
  rekeyData?: Nl80211RekeyData;
  /**
   * Password of WPA3; what was decoded prints as `(hidden)`
   * (`NL80211_ATTR_SAE_PASSWORD`).
   */
  saePassword?: Uint8Array;
  /**
   * How the password becomes an element, `NL80211_SAE_PWE_*`
   * (`NL80211_ATTR_SAE_PWE`).
   */
  saePwe?: number;
  /**
   * Key of FILS; what was decoded prints as `(hidden)`
   * (`NL80211_ATTR_FILS_KEK`).
   */
  filsKek?: Uint8Array;
  /** Nonces of FILS (`NL80211_ATTR_FILS_NONCES`). */
  filsNonces?: Uint8Array;
  /** User of ERP (`NL80211_ATTR_FILS_ERP_USERNAME`). */
  filsErpUsername?: Uint8Array;
  /** Realm of ERP (`NL80211_ATTR_FILS_ERP_REALM`). */
  filsErpRealm?: Uint8Array;
  /** Next number of ERP (`NL80211_ATTR_FILS_ERP_NEXT_SEQ_NUM`). */
  filsErpNextSeqNum?: number;
  /**
   * Key of ERP; what was decoded prints as `(hidden)`
   * (`NL80211_ATTR_FILS_ERP_RRK`).
   */
  filsErpRrk?: Uint8Array;
  /** Identifier of a cache of FILS (`NL80211_ATTR_FILS_CACHE_ID`). */
  filsCacheId?: Uint8Array;
  /** Transitions that are disabled (`NL80211_ATTR_TD_BITMAP`). */
  tdBitmap?: Uint8Array;
  /** Radio measurements are used (`NL80211_ATTR_USE_RRM`). */
  useRrm?: true;
  /** The network is a personal one (`NL80211_ATTR_PBSS`). */
  pbss?: true;
  /** HT is not used (`NL80211_ATTR_DISABLE_HT`). */
  disableHt?: true;
  /** VHT is not used (`NL80211_ATTR_DISABLE_VHT`). */
  disableVht?: true;
  /** HE is not used (`NL80211_ATTR_DISABLE_HE`). */
  disableHe?: true;
  /** EHT is not used (`NL80211_ATTR_DISABLE_EHT`). */
  disableEht?: true;
  /** UHR is not used (`NL80211_ATTR_DISABLE_UHR`). */
  disableUhr?: true;
  /** Aggregated frames are protected (`NL80211_ATTR_ASSOC_SPP_AMSDU`). */
  assocSppAmsdu?: true;
  /** The association was encrypted (`NL80211_ATTR_ASSOC_ENCRYPTED`). */
  assocEncrypted?: true;
  /** Emergency calls have priority (`NL80211_ATTR_EPCS`). */
  epcs?: true;
  /** Status of 802.11, 0 for success (`NL80211_ATTR_STATUS_CODE`). */
  statusCode?: number;
  /**
   * Reason of 802.11 for the end of a connection (`NL80211_ATTR_REASON_CODE`).
   */
  reasonCode?: number;
  /** There was no answer in time (`NL80211_ATTR_TIMED_OUT`). */
  timedOut?: true;
  /**
   * What there was no answer to, `NL80211_TIMEOUT_*`
   * (`NL80211_ATTR_TIMEOUT_REASON`).
   */
  timeoutReason?: number;
  /**
   * Time after which to try again, in units of 1.024 ms
   * (`NL80211_ATTR_TIMEOUT`).
   */
  timeout?: number;
  /**
   * The access point has ended the connection
   * (`NL80211_ATTR_DISCONNECTED_BY_AP`).
   */
  disconnectedByAp?: true;
  /**
   * The access point wants a new connection
   * (`NL80211_ATTR_RECONNECT_REQUESTED`).
   */
  reconnectRequested?: true;
  /** Nothing is sent (`NL80211_ATTR_LOCAL_STATE_CHANGE`). */
  localStateChange?: true;
}

type Ethertype = Pick<
  Nl80211SecurityAttributes,
  "controlPortEthertype" | "controlPortEthertypeSupport"
>;

/** Rows of {@linkcode Nl80211SecurityAttributes}. */
export function nl80211SecurityFields(): FieldsOf<Nl80211SecurityAttributes> {
  return {
    authType: ["NL80211_ATTR_AUTH_TYPE", 53, u32],
    authData: ["NL80211_ATTR_AUTH_DATA", 156, bytes],
    privacy: ["NL80211_ATTR_PRIVACY", 70, flag],
    wpaVersions: ["NL80211_ATTR_WPA_VERSIONS", 75, u32],
    cipherSuitesPairwise: [
      "NL80211_ATTR_CIPHER_SUITES_PAIRWISE",
      73,
      array(u32),
    ],
    cipherSuiteGroup: ["NL80211_ATTR_CIPHER_SUITE_GROUP", 74, u32],
    akmSuites: ["NL80211_ATTR_AKM_SUITES", 76, array(u32)],
    useMfp: ["NL80211_ATTR_USE_MFP", 66, u32],
    controlPort: ["NL80211_ATTR_CONTROL_PORT", 68, flag],
    ...choice<Ethertype>("cmd", ["NL80211_ATTR_CONTROL_PORT_ETHERTYPE", 102], {
      controlPortEthertypeSupport: flag,
      controlPortEthertype: u16,
    }, {
      controlPortEthertypeSupport: NL80211_COMMANDS["new-wiphy"],
      controlPortEthertype: null,
    }),
    controlPortNoEncrypt: ["NL80211_ATTR_CONTROL_PORT_NO_ENCRYPT", 103, flag],
    controlPortNoPreauth: ["NL80211_ATTR_CONTROL_PORT_NO_PREAUTH", 286, flag],
    controlPortOverNl80211: [
      "NL80211_ATTR_CONTROL_PORT_OVER_NL80211",
      264,
      flag,
    ],
    want1x4wayHs: ["NL80211_ATTR_WANT_1X_4WAY_HS", 257, flag],
    externalAuthSupport: ["NL80211_ATTR_EXTERNAL_AUTH_SUPPORT", 261, flag],
    externalAuthAction: ["NL80211_ATTR_EXTERNAL_AUTH_ACTION", 260, u32],
    portAuthorized: ["NL80211_ATTR_PORT_AUTHORIZED", 259, flag],
    key: ["NL80211_ATTR_KEY", 80, nl80211Key],
    keys: ["NL80211_ATTR_KEYS", 81, list(nl80211Key)],
    keyData: ["NL80211_ATTR_KEY_DATA", 7, secretBytes],
    keyIdx: ["NL80211_ATTR_KEY_IDX", 8, u8],
    keyCipher: ["NL80211_ATTR_KEY_CIPHER", 9, u32],
    keySeq: ["NL80211_ATTR_KEY_SEQ", 10, bytes],
    keyDefault: ["NL80211_ATTR_KEY_DEFAULT", 11, flag],
    keyDefaultMgmt: ["NL80211_ATTR_KEY_DEFAULT_MGMT", 40, flag],
    keyDefaultTypes: ["NL80211_ATTR_KEY_DEFAULT_TYPES", 110, keyed(flag)],
    keyType: ["NL80211_ATTR_KEY_TYPE", 55, u32],
    pmk: ["NL80211_ATTR_PMK", 254, secretBytes],
    pmkid: ["NL80211_ATTR_PMKID", 85, bytes],
    pmkr0Name: ["NL80211_ATTR_PMKR0_NAME", 258, bytes],
    pmksaCandidate: [
      "NL80211_ATTR_PMKSA_CANDIDATE",
      134,
      nl80211PmksaCandidate,
    ],
    pmkLifetime: ["NL80211_ATTR_PMK_LIFETIME", 287, u32],
    pmkReauthThreshold: ["NL80211_ATTR_PMK_REAUTH_THRESHOLD", 288, u8],
    rekeyData: ["NL80211_ATTR_REKEY_DATA", 122, nl80211RekeyData],
    saePassword: ["NL80211_ATTR_SAE_PASSWORD", 277, secretBytes],
    saePwe: ["NL80211_ATTR_SAE_PWE", 298, u8],
    filsKek: ["NL80211_ATTR_FILS_KEK", 242, secretBytes],
    filsNonces: ["NL80211_ATTR_FILS_NONCES", 243, bytes],
    filsErpUsername: ["NL80211_ATTR_FILS_ERP_USERNAME", 249, bytes],
    filsErpRealm: ["NL80211_ATTR_FILS_ERP_REALM", 250, bytes],
    filsErpNextSeqNum: ["NL80211_ATTR_FILS_ERP_NEXT_SEQ_NUM", 251, u16],
    filsErpRrk: ["NL80211_ATTR_FILS_ERP_RRK", 252, secretBytes],
    filsCacheId: ["NL80211_ATTR_FILS_CACHE_ID", 253, bytes],
    tdBitmap: ["NL80211_ATTR_TD_BITMAP", 321, bytes],
    useRrm: ["NL80211_ATTR_USE_RRM", 208, flag],
    pbss: ["NL80211_ATTR_PBSS", 226, flag],
    disableHt: ["NL80211_ATTR_DISABLE_HT", 147, flag],
    disableVht: ["NL80211_ATTR_DISABLE_VHT", 175, flag],
    disableHe: ["NL80211_ATTR_DISABLE_HE", 301, flag],
    disableEht: ["NL80211_ATTR_DISABLE_EHT", 311, flag],
    disableUhr: ["NL80211_ATTR_DISABLE_UHR", 348, flag],
    assocSppAmsdu: ["NL80211_ATTR_ASSOC_SPP_AMSDU", 330, flag],
    assocEncrypted: ["NL80211_ATTR_ASSOC_ENCRYPTED", 364, flag],
    epcs: ["NL80211_ATTR_EPCS", 336, flag],
    statusCode: ["NL80211_ATTR_STATUS_CODE", 72, u16],
    reasonCode: ["NL80211_ATTR_REASON_CODE", 54, u16],
    timedOut: ["NL80211_ATTR_TIMED_OUT", 65, flag],
    timeoutReason: ["NL80211_ATTR_TIMEOUT_REASON", 248, u32],
    timeout: ["NL80211_ATTR_TIMEOUT", 272, u32],
    disconnectedByAp: ["NL80211_ATTR_DISCONNECTED_BY_AP", 71, flag],
    reconnectRequested: ["NL80211_ATTR_RECONNECT_REQUESTED", 299, flag],
    localStateChange: ["NL80211_ATTR_LOCAL_STATE_CHANGE", 95, flag],
  };
}
