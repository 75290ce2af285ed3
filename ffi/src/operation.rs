//! Operations
//!
//! What can be asked of the platforms, and with which parameters. Each operation says which it needs and which it takes, by
//! the end of their names: ID stands for TILLWIRE_PARAMETER_ID. Words that the platform documents are listed; it takes no
//! others. "Keyed" means that the platform tells a repeat by the mark of the action, so that it is tried again whatever
//! happened; "Once", that it is tried again only where it surely was not done; "Never again", that a repeat would be out of
//! date. "By page" means that tillwire_call_next_page() reads the list to its end. "After a login" means that a call of
//! TILLWIRE_OPERATION_FIRE_LOGIN comes first; the account keeps what it answers.

/// Operation: klikit: the brands of the business.
pub const TILLWIRE_OPERATION_KLIKIT_BRANDS: i32 = 101;
/// Operation: klikit: the branches of the business. Takes PAGE, SIZE. By page.
pub const TILLWIRE_OPERATION_KLIKIT_BRANCHES: i32 = 102;
/// Operation: klikit: the providers that orders come through.
pub const TILLWIRE_OPERATION_KLIKIT_PROVIDERS: i32 = 103;
/// Operation: klikit: orders, newest first, by page. Takes FROM, TO, STATUS, BRANCH_ID, PROVIDER_ID, PAGE, SIZE. By
/// page.
pub const TILLWIRE_OPERATION_KLIKIT_ORDERS: i32 = 104;
/// Operation: klikit: one order in full. Needs ID.
pub const TILLWIRE_OPERATION_KLIKIT_ORDER: i32 = 105;
/// Operation: klikit: how many orders there are; the platform answers an empty object today. Takes FROM, TO, STATUS,
/// BRANCH_ID, PROVIDER_ID, PAGE, SIZE.
pub const TILLWIRE_OPERATION_KLIKIT_ORDER_COUNT: i32 = 106;
/// Operation: klikit: the dictionary of order statuses.
pub const TILLWIRE_OPERATION_KLIKIT_ORDER_STATUSES: i32 = 107;
/// Operation: klikit: the dictionary of fulfilment statuses.
pub const TILLWIRE_OPERATION_KLIKIT_FULFILLMENT_STATUSES: i32 = 108;
/// Operation: klikit: the dictionary of order types.
pub const TILLWIRE_OPERATION_KLIKIT_ORDER_TYPES: i32 = 109;
/// Operation: klikit: moves an order: accepted, ready, `picked_up`, rejected or cancelled. Needs ID, STATUS
/// (accepted, ready, picked_up, rejected, cancelled); takes REASON, OCCURRED_AT. Keyed.
pub const TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS: i32 = 110;
/// Operation: klikit: the menu of a store, or of the business. Takes BRAND_ID, BRANCH_ID.
pub const TILLWIRE_OPERATION_KLIKIT_MENUS: i32 = 111;
/// Operation: klikit: puts one item in or out of stock. Needs SKU, AVAILABLE; takes BRANCH_ID. Keyed.
pub const TILLWIRE_OPERATION_KLIKIT_ITEM_AVAILABILITY: i32 = 112;
/// Operation: klikit: puts several items in or out of stock. Needs BODY. Keyed. No path is published: set it on the
/// account.
pub const TILLWIRE_OPERATION_KLIKIT_ITEMS_AVAILABILITY: i32 = 113;
/// Operation: klikit: shows or hides a branch. Needs BODY; takes ID. Keyed. No path is published: set it on the
/// account.
pub const TILLWIRE_OPERATION_KLIKIT_BRANCH_VISIBILITY: i32 = 114;
/// Operation: klikit: shows or hides a brand. Needs BODY; takes ID. Keyed. No path is published: set it on the
/// account.
pub const TILLWIRE_OPERATION_KLIKIT_BRAND_VISIBILITY: i32 = 115;
/// Operation: klikit: the addresses that deliveries are sent to. No path is published: set it on the account.
pub const TILLWIRE_OPERATION_KLIKIT_WEBHOOKS: i32 = 116;
/// Operation: klikit: any other read, by its path. Needs PATH.
pub const TILLWIRE_OPERATION_KLIKIT_READ: i32 = 198;
/// Operation: klikit: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes
/// BODY. Once.
pub const TILLWIRE_OPERATION_KLIKIT_WRITE: i32 = 199;
/// Operation: Atlas: creates an order. Needs OUTLET_ID, CHANNEL_ID, BODY. Once.
pub const TILLWIRE_OPERATION_ATLAS_ORDER_CREATE: i32 = 201;
/// Operation: Atlas: one order by its id. Needs ID.
pub const TILLWIRE_OPERATION_ATLAS_ORDER: i32 = 202;
/// Operation: Atlas: one order by the reference that people read. Needs IDENTIFIER.
pub const TILLWIRE_OPERATION_ATLAS_ORDER_BY_IDENTIFIER: i32 = 203;
/// Operation: Atlas: changes an order. Needs ID, BODY. Once.
pub const TILLWIRE_OPERATION_ATLAS_ORDER_UPDATE: i32 = 204;
/// Operation: Atlas: what an outlet has left on a day. Needs OUTLET_ID, SERVING_DATE.
pub const TILLWIRE_OPERATION_ATLAS_STOCKS: i32 = 205;
/// Operation: Atlas: the menus.
pub const TILLWIRE_OPERATION_ATLAS_MENUS: i32 = 206;
/// Operation: Atlas: one menu in full. Needs ID.
pub const TILLWIRE_OPERATION_ATLAS_MENU: i32 = 207;
/// Operation: Atlas: any other read, by its path. Needs PATH.
pub const TILLWIRE_OPERATION_ATLAS_READ: i32 = 298;
/// Operation: Atlas: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes
/// BODY. Once.
pub const TILLWIRE_OPERATION_ATLAS_WRITE: i32 = 299;
/// Operation: Fire: logs in, for the operations of the v4 API. From the account, unless set: CLIENT_ID,
/// CLIENT_SECRET, GRANT_TYPE.
pub const TILLWIRE_OPERATION_FIRE_LOGIN: i32 = 301;
/// Operation: Fire: reports a step of the kitchen. Needs EVENT_TYPE (order.preparing, order.ready, order.dispatched),
/// OCCURRED_AT, ID, EVENT_ID; takes PROVIDER_EVENT_ID, STATION, METADATA. Keyed.
pub const TILLWIRE_OPERATION_FIRE_KITCHEN_REPORT: i32 = 302;
/// Operation: Fire: what became of a report. Needs ID.
pub const TILLWIRE_OPERATION_FIRE_REPORT_OUTCOME: i32 = 303;
/// Operation: Fire: orders, by page. Takes FIELDS, STATUS, PAYMENT_STATUS, BUSINESS_DATE, FROM, TO, DATE_FILTER
/// (business_day, created_at), TIME_ZONE_OFFSET, CHANNEL, FULFILMENT, PAYMENT_METHOD, ORDER_CODE, SEARCH, PAGE, SIZE;
/// from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.
pub const TILLWIRE_OPERATION_FIRE_ORDERS: i32 = 304;
/// Operation: Fire: one order, by Fire's id or the external one. Needs ID; takes FIELDS; from the account, unless
/// set: ACCOUNT_ID, VENDOR_ID.
pub const TILLWIRE_OPERATION_FIRE_ORDER: i32 = 305;
/// Operation: Fire: the stores, by page. Takes STATUS, ACTIVE, SYNC_STATUS, COUNTRY_ID, CITY_ID, CHANNEL, SEARCH,
/// FIELDS, PAGE, SIZE; from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.
pub const TILLWIRE_OPERATION_FIRE_STORES: i32 = 306;
/// Operation: Fire: one store. Needs ID; from the account, unless set: ACCOUNT_ID, VENDOR_ID.
pub const TILLWIRE_OPERATION_FIRE_STORE: i32 = 307;
/// Operation: Fire: the channels that are configured.
pub const TILLWIRE_OPERATION_FIRE_CHANNELS: i32 = 308;
/// Operation: Fire: whether an order can be cancelled. Needs ID; takes LOCALE (es, en, pt).
pub const TILLWIRE_OPERATION_FIRE_CANCELLATION_ELIGIBILITY: i32 = 309;
/// Operation: Fire: cancels an order by its external id. Needs ID, REASON; takes CANCELLATION_TYPE,
/// CANCELLATION_NOTE, CANCELLATION_GROUP. Once.
pub const TILLWIRE_OPERATION_FIRE_ORDER_CANCEL: i32 = 310;
/// Operation: Fire: cancels and refunds an order, by the v4 API. Needs ID, REASON; takes PAYMENT_METHOD_ID, EMAIL,
/// CUSTOMER_ID, ANONYMOUS_CUSTOMER_ID, STORE_ID, MEDIA (APP, WEB), CANCELLATION_TYPE; from the account, unless set:
/// VENDOR_ID. Once. After a login.
pub const TILLWIRE_OPERATION_FIRE_ORDER_REFUND: i32 = 311;
/// Operation: Fire: says that a till, kiosk or kitchen display is alive. Needs COMPONENT_TYPE (kiosk, kds_station,
/// pos), COMPONENT_ID, STORE_ID, STATUS (online, degraded); takes SENT_AT, INTERVAL, OFFLINE_SINCE, DEGRADED_REASON
/// (printer_down, pinpad_down, backend_unreachable, queue_backlog, peripheral_other), APP_VERSION, DETAILS. Never
/// again.
pub const TILLWIRE_OPERATION_FIRE_COMPONENT_HEALTH: i32 = 312;
/// Operation: Fire: any other read, by its path. Needs PATH; takes HOST (api, app).
pub const TILLWIRE_OPERATION_FIRE_READ: i32 = 398;
/// Operation: Fire: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes
/// HOST (api, app), BODY. Once.
pub const TILLWIRE_OPERATION_FIRE_WRITE: i32 = 399;

/// Parameter: the id of what the operation is about: an order, a store, a menu, a brand, a report.
pub const TILLWIRE_PARAMETER_ID: i32 = 1;
/// Parameter: A brand's id.
pub const TILLWIRE_PARAMETER_BRAND_ID: i32 = 2;
/// Parameter: A branch's id.
pub const TILLWIRE_PARAMETER_BRANCH_ID: i32 = 3;
/// Parameter: A provider's id.
pub const TILLWIRE_PARAMETER_PROVIDER_ID: i32 = 4;
/// Parameter: A status, in the platform's own words.
pub const TILLWIRE_PARAMETER_STATUS: i32 = 5;
/// Parameter: why an order is rejected or cancelled, in the platform's own codes or words.
pub const TILLWIRE_PARAMETER_REASON: i32 = 6;
/// Parameter: when it happened in the shop, RFC 3339.
pub const TILLWIRE_PARAMETER_OCCURRED_AT: i32 = 7;
/// Parameter: the earliest time of a window, included; RFC 3339.
pub const TILLWIRE_PARAMETER_FROM: i32 = 8;
/// Parameter: the latest time of a window; klikit leaves it out, RFC 3339.
pub const TILLWIRE_PARAMETER_TO: i32 = 9;
/// Parameter: which page, from 1.
pub const TILLWIRE_PARAMETER_PAGE: i32 = 10;
/// Parameter: how many on a page.
pub const TILLWIRE_PARAMETER_SIZE: i32 = 11;
/// Parameter: the vendor's own id of an item.
pub const TILLWIRE_PARAMETER_SKU: i32 = 12;
/// Parameter: whether it can be ordered.
pub const TILLWIRE_PARAMETER_AVAILABLE: i32 = 13;
/// Parameter: an outlet's id.
pub const TILLWIRE_PARAMETER_OUTLET_ID: i32 = 14;
/// Parameter: A channel's id.
pub const TILLWIRE_PARAMETER_CHANNEL_ID: i32 = 15;
/// Parameter: the business day, YYYY-MM-DD.
pub const TILLWIRE_PARAMETER_SERVING_DATE: i32 = 16;
/// Parameter: the reference that people read.
pub const TILLWIRE_PARAMETER_IDENTIFIER: i32 = 17;
/// Parameter: which step or event is reported.
pub const TILLWIRE_PARAMETER_EVENT_TYPE: i32 = 18;
/// Parameter: the reporter's own mark of the report; the same for all its attempts.
pub const TILLWIRE_PARAMETER_PROVIDER_EVENT_ID: i32 = 19;
/// Parameter: the mark of the platform's event that is answered.
pub const TILLWIRE_PARAMETER_EVENT_ID: i32 = 20;
/// Parameter: the name of a kitchen station.
pub const TILLWIRE_PARAMETER_STATION: i32 = 21;
/// Parameter: anything more, a JSON object that is kept as it is.
pub const TILLWIRE_PARAMETER_METADATA: i32 = 22;
/// Parameter: the account at the platform.
pub const TILLWIRE_PARAMETER_ACCOUNT_ID: i32 = 23;
/// Parameter: the vendor at the platform.
pub const TILLWIRE_PARAMETER_VENDOR_ID: i32 = 24;
/// Parameter: which members the answer has, separated by commas.
pub const TILLWIRE_PARAMETER_FIELDS: i32 = 25;
/// Parameter: how far the payment is, in the platform's own words.
pub const TILLWIRE_PARAMETER_PAYMENT_STATUS: i32 = 26;
/// Parameter: A business day, YYYY-MM-DD.
pub const TILLWIRE_PARAMETER_BUSINESS_DATE: i32 = 27;
/// Parameter: which date a window is about.
pub const TILLWIRE_PARAMETER_DATE_FILTER: i32 = 28;
/// Parameter: how far the local time is from UTC.
pub const TILLWIRE_PARAMETER_TIME_ZONE_OFFSET: i32 = 29;
/// Parameter: A sales channel's code.
pub const TILLWIRE_PARAMETER_CHANNEL: i32 = 30;
/// Parameter: how orders reach the customer, in the platform's own words.
pub const TILLWIRE_PARAMETER_FULFILMENT: i32 = 31;
/// Parameter: A payment method, in the platform's own words.
pub const TILLWIRE_PARAMETER_PAYMENT_METHOD: i32 = 32;
/// Parameter: an order's code.
pub const TILLWIRE_PARAMETER_ORDER_CODE: i32 = 33;
/// Parameter: text to search for; never logged.
pub const TILLWIRE_PARAMETER_SEARCH: i32 = 34;
/// Parameter: whether it is active, in the platform's own words.
pub const TILLWIRE_PARAMETER_ACTIVE: i32 = 35;
/// Parameter: how far it is published, in the platform's own words.
pub const TILLWIRE_PARAMETER_SYNC_STATUS: i32 = 36;
/// Parameter: A country.
pub const TILLWIRE_PARAMETER_COUNTRY_ID: i32 = 37;
/// Parameter: A city.
pub const TILLWIRE_PARAMETER_CITY_ID: i32 = 38;
/// Parameter: the language of texts for people.
pub const TILLWIRE_PARAMETER_LOCALE: i32 = 39;
/// Parameter: which kind of cancellation, in the platform's own words.
pub const TILLWIRE_PARAMETER_CANCELLATION_TYPE: i32 = 40;
/// Parameter: A remark on a cancellation.
pub const TILLWIRE_PARAMETER_CANCELLATION_NOTE: i32 = 41;
/// Parameter: the group of a cancellation's reason.
pub const TILLWIRE_PARAMETER_CANCELLATION_GROUP: i32 = 42;
/// Parameter: A tender's id.
pub const TILLWIRE_PARAMETER_PAYMENT_METHOD_ID: i32 = 43;
/// Parameter: A store's id.
pub const TILLWIRE_PARAMETER_STORE_ID: i32 = 44;
/// Parameter: where a request comes from, in the platform's own words.
pub const TILLWIRE_PARAMETER_MEDIA: i32 = 45;
/// Parameter: which kind of device, in the platform's own words.
pub const TILLWIRE_PARAMETER_COMPONENT_TYPE: i32 = 46;
/// Parameter: the device's own stable id.
pub const TILLWIRE_PARAMETER_COMPONENT_ID: i32 = 47;
/// Parameter: when it was sent, RFC 3339 with the local offset.
pub const TILLWIRE_PARAMETER_SENT_AT: i32 = 48;
/// Parameter: how often it is sent, in seconds.
pub const TILLWIRE_PARAMETER_INTERVAL: i32 = 49;
/// Parameter: since when the device was cut off, RFC 3339.
pub const TILLWIRE_PARAMETER_OFFLINE_SINCE: i32 = 50;
/// Parameter: why a device is not well, in the platform's own words.
pub const TILLWIRE_PARAMETER_DEGRADED_REASON: i32 = 51;
/// Parameter: the version of the device's software.
pub const TILLWIRE_PARAMETER_APP_VERSION: i32 = 52;
/// Parameter: details, a JSON object that is kept as it is.
pub const TILLWIRE_PARAMETER_DETAILS: i32 = 53;
/// Parameter: A customer's e-mail address; never logged.
pub const TILLWIRE_PARAMETER_EMAIL: i32 = 54;
/// Parameter: A customer's id.
pub const TILLWIRE_PARAMETER_CUSTOMER_ID: i32 = 55;
/// Parameter: the id of a customer without an account.
pub const TILLWIRE_PARAMETER_ANONYMOUS_CUSTOMER_ID: i32 = 56;
/// Parameter: the client's id at a login.
pub const TILLWIRE_PARAMETER_CLIENT_ID: i32 = 57;
/// Parameter: the client's secret at a login; from the account, never logged.
pub const TILLWIRE_PARAMETER_CLIENT_SECRET: i32 = 58;
/// Parameter: which grant a login asks for.
pub const TILLWIRE_PARAMETER_GRANT_TYPE: i32 = 59;
/// Parameter: the body as JSON text, sent byte for byte.
pub const TILLWIRE_PARAMETER_BODY: i32 = 60;
/// Parameter: A path below the base address, beginning with a slash; may have a query.
pub const TILLWIRE_PARAMETER_PATH: i32 = 61;
/// Parameter: the method of a write: POST, PATCH, PUT or DELETE.
pub const TILLWIRE_PARAMETER_METHOD: i32 = 62;
/// Parameter: the mark of the action; made of the caller's random bytes unless it is set.
pub const TILLWIRE_PARAMETER_IDEMPOTENCY_KEY: i32 = 63;
/// Parameter: which of the platform's addresses the path is at: `api` unless it is set, or Fire's second, `app`.
pub const TILLWIRE_PARAMETER_HOST: i32 = 64;
