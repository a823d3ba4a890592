/**
 * What values of devlink mean, by the names that `devlink` has for them.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

/** Types of ports: `DEVLINK_PORT_TYPE_*`. */
export const DEVLINK_PORT_TYPES = {
  /** None yet (`DEVLINK_PORT_TYPE_NOTSET`). */
  notset: 0,
  /** The device finds it out (`DEVLINK_PORT_TYPE_AUTO`). */
  auto: 1,
  /** Ethernet (`DEVLINK_PORT_TYPE_ETH`). */
  eth: 2,
  /** InfiniBand (`DEVLINK_PORT_TYPE_IB`). */
  ib: 3,
} as const;

/** What ports are: `DEVLINK_PORT_FLAVOUR_*`. */
export const DEVLINK_PORT_FLAVOURS = {
  /** One with a socket, for people (`DEVLINK_PORT_FLAVOUR_PHYSICAL`). */
  physical: 0,
  /** That of the processor (`DEVLINK_PORT_FLAVOUR_CPU`). */
  cpu: 1,
  /** One between two switches (`DEVLINK_PORT_FLAVOUR_DSA`). */
  dsa: 2,
  /** That of a PCI physical function (`DEVLINK_PORT_FLAVOUR_PCI_PF`). */
  pcipf: 3,
  /** That of a PCI virtual function (`DEVLINK_PORT_FLAVOUR_PCI_VF`). */
  pcivf: 4,
  /** Any other (`DEVLINK_PORT_FLAVOUR_VIRTUAL`). */
  virtual: 5,
  /** One that is not in use (`DEVLINK_PORT_FLAVOUR_UNUSED`). */
  unused: 6,
  /** That of a PCI subfunction (`DEVLINK_PORT_FLAVOUR_PCI_SF`). */
  pcisf: 7,
} as const;

/** Directions of pools of a shared buffer: `DEVLINK_SB_POOL_TYPE_*`. */
export const DEVLINK_POOL_TYPES = {
  /** Incoming packets (`DEVLINK_SB_POOL_TYPE_INGRESS`). */
  ingress: 0,
  /** Outgoing packets (`DEVLINK_SB_POOL_TYPE_EGRESS`). */
  egress: 1,
} as const;

/** How thresholds of pools are meant: `DEVLINK_SB_THRESHOLD_TYPE_*`. */
export const DEVLINK_THRESHOLD_TYPES = {
  /** As bytes (`DEVLINK_SB_THRESHOLD_TYPE_STATIC`). */
  static: 0,
  /** As a share of what is free (`DEVLINK_SB_THRESHOLD_TYPE_DYNAMIC`). */
  dynamic: 1,
} as const;

/** Modes of embedded switches: `DEVLINK_ESWITCH_MODE_*`. */
export const DEVLINK_ESWITCH_MODES = {
  /** By hardware addresses and VLANs only (`DEVLINK_ESWITCH_MODE_LEGACY`). */
  legacy: 0,
  /**
   * By rules of the kernel, with a link for each function
   * (`DEVLINK_ESWITCH_MODE_SWITCHDEV`).
   */
  switchdev: 1,
  /**
   * The same, without passing packets yet
   * (`DEVLINK_ESWITCH_MODE_SWITCHDEV_INACTIVE`).
   */
  switchdev_inactive: 2,
} as const;

/**
 * Which headers functions pass to an embedded switch with a packet:
 * `DEVLINK_ESWITCH_INLINE_MODE_*`.
 */
export const DEVLINK_INLINE_MODES = {
  /** None (`DEVLINK_ESWITCH_INLINE_MODE_NONE`). */
  none: 0,
  /** That of the link (`DEVLINK_ESWITCH_INLINE_MODE_LINK`). */
  link: 1,
  /** Up to that of the network (`DEVLINK_ESWITCH_INLINE_MODE_NETWORK`). */
  network: 2,
  /** Up to that of the transport (`DEVLINK_ESWITCH_INLINE_MODE_TRANSPORT`). */
  transport: 3,
} as const;

/** Whether embedded switches encapsulate: `DEVLINK_ESWITCH_ENCAP_MODE_*`. */
export const DEVLINK_ENCAP_MODES = {
  /** No (`DEVLINK_ESWITCH_ENCAP_MODE_NONE`). */
  none: 0,
  /** Yes (`DEVLINK_ESWITCH_ENCAP_MODE_BASIC`). */
  basic: 1,
} as const;

/** What rates are of: `DEVLINK_RATE_TYPE_*`. */
export const DEVLINK_RATE_TYPES = {
  /** A function (`DEVLINK_RATE_TYPE_LEAF`). */
  leaf: 0,
  /** Several functions or nodes (`DEVLINK_RATE_TYPE_NODE`). */
  node: 1,
} as const;

/** When values of parameters take effect: `DEVLINK_PARAM_CMODE_*`. */
export const DEVLINK_PARAM_MODES = {
  /** At once (`DEVLINK_PARAM_CMODE_RUNTIME`). */
  runtime: 0,
  /** When the device is reloaded (`DEVLINK_PARAM_CMODE_DRIVERINIT`). */
  driverinit: 1,
  /**
   * When the device is reset, and for ever (`DEVLINK_PARAM_CMODE_PERMANENT`).
   */
  permanent: 2,
} as const;

/** Types of values of parameters and reporters: `DEVLINK_VAR_ATTR_TYPE_*`. */
export const DEVLINK_VALUE_TYPES = {
  /** 8 bits (`DEVLINK_VAR_ATTR_TYPE_U8`). */
  u8: 1,
  /** 16 bits (`DEVLINK_VAR_ATTR_TYPE_U16`). */
  u16: 2,
  /** 32 bits (`DEVLINK_VAR_ATTR_TYPE_U32`). */
  u32: 3,
  /** 64 bits (`DEVLINK_VAR_ATTR_TYPE_U64`). */
  u64: 4,
  /** Text, of parameters (`DEVLINK_VAR_ATTR_TYPE_STRING`). */
  string: 5,
  /** Yes or no (`DEVLINK_VAR_ATTR_TYPE_FLAG`). */
  flag: 6,
  /** Text, of reporters (`DEVLINK_VAR_ATTR_TYPE_NUL_STRING`). */
  text: 10,
  /** Bytes (`DEVLINK_VAR_ATTR_TYPE_BINARY`). */
  binary: 11,
  /** Several of 64 bits (`DEVLINK_VAR_ATTR_TYPE_U64_ARRAY`). */
  "u64-array": 129,
} as const;

/** What tests found: `DEVLINK_SELFTEST_STATUS_*`. */
export const DEVLINK_SELFTEST_STATUSES = {
  /** They were not run (`DEVLINK_SELFTEST_STATUS_SKIP`). */
  skip: 0,
  /** Nothing (`DEVLINK_SELFTEST_STATUS_PASS`). */
  pass: 1,
  /** An error (`DEVLINK_SELFTEST_STATUS_FAIL`). */
  fail: 2,
} as const;

/** What is done with trapped packets: `DEVLINK_TRAP_ACTION_*`. */
export const DEVLINK_TRAP_ACTIONS = {
  /** The device drops them (`DEVLINK_TRAP_ACTION_DROP`). */
  drop: 0,
  /** Only the processor gets them (`DEVLINK_TRAP_ACTION_TRAP`). */
  trap: 1,
  /**
   * They are forwarded, and the processor gets a copy
   * (`DEVLINK_TRAP_ACTION_MIRROR`).
   */
  mirror: 2,
} as const;

/** Why packets are trapped: `DEVLINK_TRAP_TYPE_*`. */
export const DEVLINK_TRAP_TYPES = {
  /** The device would drop them (`DEVLINK_TRAP_TYPE_DROP`). */
  drop: 0,
  /** The device cannot forward them alone (`DEVLINK_TRAP_TYPE_EXCEPTION`). */
  exception: 1,
  /**
   * They are for protocols that the processor runs
   * (`DEVLINK_TRAP_TYPE_CONTROL`).
   */
  control: 2,
} as const;

/** How devices are reloaded: `DEVLINK_RELOAD_ACTION_*`. */
export const DEVLINK_RELOAD_ACTIONS = {
  /** The driver starts anew (`DEVLINK_RELOAD_ACTION_DRIVER_REINIT`). */
  driver_reinit: 1,
  /** New firmware starts (`DEVLINK_RELOAD_ACTION_FW_ACTIVATE`). */
  fw_activate: 2,
} as const;

/** What reloads must not do: `DEVLINK_RELOAD_LIMIT_*`. */
export const DEVLINK_RELOAD_LIMITS = {
  /** No limit (`DEVLINK_RELOAD_LIMIT_UNSPEC`). */
  unspecified: 0,
  /**
   * Reset the device, or interrupt traffic (`DEVLINK_RELOAD_LIMIT_NO_RESET`).
   */
  no_reset: 1,
} as const;

/** States of line cards: `DEVLINK_LINECARD_STATE_*`. */
export const DEVLINK_LINECARD_STATES = {
  /** Not known (`DEVLINK_LINECARD_STATE_UNSPEC`). */
  unspecified: 0,
  /** It has no type (`DEVLINK_LINECARD_STATE_UNPROVISIONED`). */
  unprovisioned: 1,
  /** Its type is being taken away (`DEVLINK_LINECARD_STATE_UNPROVISIONING`). */
  unprovisioning: 2,
  /** It is getting a type (`DEVLINK_LINECARD_STATE_PROVISIONING`). */
  provisioning: 3,
  /** It could not get a type (`DEVLINK_LINECARD_STATE_PROVISIONING_FAILED`). */
  provisioning_failed: 4,
  /**
   * It has a type, and there may be no card
   * (`DEVLINK_LINECARD_STATE_PROVISIONED`).
   */
  provisioned: 5,
  /** There is a card of this type (`DEVLINK_LINECARD_STATE_ACTIVE`). */
  active: 6,
} as const;

/** Units of resources: `DEVLINK_RESOURCE_UNIT_*`. */
export const DEVLINK_RESOURCE_UNITS = {
  /** Entries (`DEVLINK_RESOURCE_UNIT_ENTRY`). */
  entry: 0,
} as const;

/** States of functions behind ports: `DEVLINK_PORT_FN_STATE_*`. */
export const DEVLINK_PORT_FUNCTION_STATES = {
  /** It is being set up (`DEVLINK_PORT_FN_STATE_INACTIVE`). */
  inactive: 0,
  /** A driver can have it (`DEVLINK_PORT_FN_STATE_ACTIVE`). */
  active: 1,
} as const;

/** Whether drivers have functions behind ports: `DEVLINK_PORT_FN_OPSTATE_*`. */
export const DEVLINK_PORT_FUNCTION_OPSTATES = {
  /** None has it (`DEVLINK_PORT_FN_OPSTATE_DETACHED`). */
  detached: 0,
  /** One has it (`DEVLINK_PORT_FN_OPSTATE_ATTACHED`). */
  attached: 1,
} as const;

/** What functions behind ports can do: `DEVLINK_PORT_FN_CAP_*`. */
export const DEVLINK_PORT_FUNCTION_CAPABILITIES = {
  /** RDMA over Converged Ethernet (`DEVLINK_PORT_FN_CAP_ROCE`). */
  roce: 1,
  /** Being moved to another machine (`DEVLINK_PORT_FN_CAP_MIGRATABLE`). */
  migratable: 2,
  /** The encryption of IPsec (`DEVLINK_PORT_FN_CAP_IPSEC_CRYPTO`). */
  ipsec_crypto: 4,
  /** All of IPsec (`DEVLINK_PORT_FN_CAP_IPSEC_PACKET`). */
  ipsec_packet: 8,
} as const;

/** Whether a reporter has found an error. */
export const DEVLINK_HEALTH_STATES = {
  /** No. */
  healthy: 0,
  /** Yes, and nothing has recovered from it. */
  error: 1,
} as const;

/** How tables of pipelines compare fields: `DEVLINK_DPIPE_MATCH_TYPE_*`. */
export const DEVLINK_MATCH_TYPES = {
  /** With a value (`DEVLINK_DPIPE_MATCH_TYPE_FIELD_EXACT`). */
  field_exact: 0,
} as const;

/** How tables of pipelines change fields: `DEVLINK_DPIPE_ACTION_TYPE_*`. */
export const DEVLINK_ACTION_TYPES = {
  /** To a value (`DEVLINK_DPIPE_ACTION_TYPE_FIELD_MODIFY`). */
  field_modify: 0,
} as const;

/** What values of fields mean: `DEVLINK_DPIPE_FIELD_MAPPING_TYPE_*`. */
export const DEVLINK_MAPPING_TYPES = {
  /** What they are (`DEVLINK_DPIPE_FIELD_MAPPING_TYPE_NONE`). */
  none: 0,
  /** Indices of links (`DEVLINK_DPIPE_FIELD_MAPPING_TYPE_IFINDEX`). */
  ifindex: 1,
} as const;
