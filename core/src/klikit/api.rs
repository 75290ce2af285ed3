//! What can be asked of klikit (<https://developer.klikit.io/partner-api/api-reference>), and by whom.
//!
//! Assumption: an idempotency key on every write; pages differ on where it is needed, and none says that it harms
//! (<https://developer.klikit.io/partner-api/concepts/idempotency>).
//! Assumption: 100 records on a page; neither default nor maximum is published.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::http::{
    Account, AccountText, Answer, AnswerForm, Arguments, BODY, CallBuildError, Endpoint, Environment, Form,
    Header, Host, Key, METHOD, Method, Operation, PATH, Pages, Parameter, Place, Repeat, ReplyText,
    ReplyTime, Slot, Wire, endpoint, slot,
};
use crate::value::Timestamp;

/// The hosts that klikit documents (<https://developer.klikit.io/partner-api/integration-playbook>). They are on unrelated domains.
pub(crate) const HOSTS: &[&str] = &["gateway-enterprise.klikit.io", "api.dev.shadowchef.co"];

/// The addresses of an environment; development doubles as the sandbox.
pub(crate) const fn addresses(environment: Environment) -> &'static [(Host, &'static str)] {
    match environment {
        Environment::Production => &[(Host::Api, "https://gateway-enterprise.klikit.io/v1/partner")],
        Environment::Development => &[(Host::Api, "https://api.dev.shadowchef.co/v1/partner")],
    }
}

/// The settings of an account.
pub(crate) const ACCOUNT_TEXTS: &[AccountText] = &[
    AccountText::Label,
    AccountText::Key,
    AccountText::Secret,
    AccountText::ApiAddress,
    AccountText::AllowHost,
];

/// Basic authentication with the partner key and one of the secrets
/// (<https://developer.klikit.io/partner-api/authentication>).
pub(crate) fn authorization(
    account: &Account,
    endpoint: &'static Endpoint,
    secret: usize,
) -> Result<Vec<Header>, CallBuildError> {
    let missing = |what| CallBuildError::NoCredential { operation: endpoint.operation, what };
    let key = account.key.as_deref().ok_or_else(|| missing("key"))?;
    let secret = account.secrets.get(secret).ok_or_else(|| missing("secret"))?.expose();
    // Room for all of it at once: what a vector leaves behind as it grows is not wiped.
    let mut pair =
        Zeroizing::new(Vec::with_capacity(key.len().saturating_add(secret.len()).saturating_add(1)));
    pair.extend_from_slice(key.as_bytes());
    pair.push(b':');
    pair.extend_from_slice(secret);
    let mut value = Zeroizing::new(String::with_capacity(pair.len().saturating_mul(2).saturating_add(16)));
    value.push_str("Basic ");
    STANDARD.encode_string(&*pair, &mut value);
    Ok(vec![Header::new("Authorization\0", &value)])
}

const KEY: Key = Key::Header("Idempotency-Key\0");

const REFERENCE: &str = "https://developer.klikit.io/partner-api/api-reference";
const SCOPES: &str = "https://developer.klikit.io/partner-api/concepts/scopes";
const IDEMPOTENCY: &str = "https://developer.klikit.io/partner-api/concepts/idempotency";

const fn read(
    operation: Operation,
    path: &'static str,
    scope: Option<&'static str>,
    source: &'static str,
) -> Endpoint {
    Endpoint { scope, ..endpoint(operation, Method::Get, path, source) }
}

const fn write(
    operation: Operation,
    path: &'static str,
    slots: &'static [Slot],
    source: &'static str,
) -> Endpoint {
    Endpoint { slots, repeat: Repeat::Keyed, key: KEY, ..endpoint(operation, Method::Patch, path, source) }
}

const PAGE: Slot = slot(Parameter::Page, "page", Place::Query, Form::Integer);
const SIZE: Slot = slot(Parameter::Size, "size", Place::Query, Form::Integer);
const ID: Slot = slot(Parameter::Id, "id", Place::Path, Form::Text);

const ORDER_FILTERS: &[Slot] = &[
    slot(Parameter::From, "from", Place::Query, Form::Time),
    slot(Parameter::To, "to", Place::Query, Form::Time),
    slot(Parameter::Status, "status", Place::Query, Form::Text),
    slot(Parameter::BranchId, "branch_id", Place::Query, Form::Integer),
    slot(Parameter::ProviderId, "provider_id", Place::Query, Form::Integer),
    PAGE,
    SIZE,
];

/// The pages of a list, whose members stand beside their number.
const fn pages(list: &'static str) -> Pages {
    Pages { list, total: "$.data.total", size: "$.data.size", identity: &["id"], default_size: 100 }
}

const DICTIONARY_SCOPE: Option<&str> = Some("the scope is that of orders; none is published");
const UNPUBLISHED: Option<&str> =
    Some("exists, but neither its path nor its body is published: set the path and give the body");

/// The operations (<https://developer.klikit.io/partner-api/api-reference>).
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        // A credential is of one business, so the list around it has one element.
        list: Some("$.data[0].brands"),
        ..read(
            Operation::KlikitBrands,
            "/brands",
            Some("brands:read"),
            "https://developer.klikit.io/partner-api/api-reference/brands/list-brands",
        )
    },
    Endpoint {
        slots: &[PAGE, SIZE],
        pages: Some(&pages("$.data.results")),
        rule: page,
        ..read(
            Operation::KlikitBranches,
            "/branches",
            Some("brands:read"),
            "https://developer.klikit.io/partner-api/api-reference/branches/list-branches",
        )
    },
    Endpoint {
        list: Some("$.data"),
        assumption: Some("a list in data, as the other dictionaries; its page and scope are not published"),
        ..read(Operation::KlikitProviders, "/providers", None, REFERENCE)
    },
    Endpoint {
        slots: ORDER_FILTERS,
        pages: Some(&pages("$.data.orders")),
        rule: window,
        assumption: Some("takes the filters that are published for the count"),
        ..read(
            Operation::KlikitOrders,
            "/orders",
            Some("orders:read"),
            "https://developer.klikit.io/partner-api/api-reference/orders/list-orders",
        )
    },
    Endpoint {
        slots: &[ID],
        ..read(
            Operation::KlikitOrder,
            "/orders/{id}",
            Some("orders:read"),
            "https://developer.klikit.io/partner-api/api-reference/orders/get-one-order",
        )
    },
    Endpoint {
        slots: ORDER_FILTERS,
        rule: window,
        ..read(
            Operation::KlikitOrderCount,
            "/orders/count",
            Some("orders:read"),
            "https://developer.klikit.io/partner-api/api-reference/orders/count-orders-currently-returns-an-empty-object",
        )
    },
    Endpoint {
        list: Some("$.data"),
        assumption: DICTIONARY_SCOPE,
        ..read(Operation::KlikitOrderStatuses, "/orders/statuses", Some("orders:read"), REFERENCE)
    },
    Endpoint {
        list: Some("$.data"),
        assumption: DICTIONARY_SCOPE,
        ..read(
            Operation::KlikitFulfillmentStatuses,
            "/orders/fulfillment-statuses",
            Some("orders:read"),
            "https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-fulfillment-statuses",
        )
    },
    Endpoint {
        list: Some("$.data"),
        assumption: DICTIONARY_SCOPE,
        ..read(
            Operation::KlikitOrderTypes,
            "/orders/order-types",
            Some("orders:read"),
            "https://developer.klikit.io/partner-api/api-reference/orders/enum-of-valid-order-types-delivery-pickup-dine-in",
        )
    },
    Endpoint {
        answers: &[
            Answer { form: AnswerForm::Text(ReplyText::Id), wire: Wire::Body("$.data.id") },
            Answer { form: AnswerForm::Text(ReplyText::Status), wire: Wire::Body("$.data.status") },
            Answer { form: AnswerForm::Time(ReplyTime::UpdatedAt), wire: Wire::Body("$.data.updated_at") },
        ],
        rule: status_change,
        assumption: Some("no scope is published; an earlier draft named orders:write"),
        ..write(
            Operation::KlikitOrderStatus,
            "/orders/{id}/status",
            &[
                ID,
                slot(Parameter::Status, "status", Place::Body, Form::Word)
                    .words(&["accepted", "ready", "picked_up", "rejected", "cancelled"])
                    .required(),
                slot(Parameter::Reason, "reason_code", Place::Body, Form::Text),
                slot(Parameter::OccurredAt, "occurred_at", Place::Body, Form::Time),
            ],
            "https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine",
        )
    },
    Endpoint {
        slots: &[
            slot(Parameter::BrandId, "brand_id", Place::Query, Form::Integer),
            slot(Parameter::BranchId, "branch_id", Place::Query, Form::Integer),
        ],
        rule: store_or_business,
        list: Some("$.data.menu.sections"),
        ..read(
            Operation::KlikitMenus,
            "/menus",
            Some("menus:read"),
            "https://developer.klikit.io/partner-api/api-reference/menus/fetch-the-menu-tree-store-level-or-business-level",
        )
    },
    Endpoint {
        scope: Some("menus:oos"),
        assumption: Some(
            "no branch is needed; where one is, set it with branch_id, which goes into the body",
        ),
        ..write(
            Operation::KlikitItemAvailability,
            "/items/{partner_item_id}/availability",
            &[
                slot(Parameter::Sku, "partner_item_id", Place::Path, Form::Text),
                slot(Parameter::Available, "available", Place::Body, Form::Flag).required(),
                slot(Parameter::BranchId, "branch_id", Place::Body, Form::Integer),
            ],
            IDEMPOTENCY,
        )
    },
    Endpoint {
        scope: Some("menus:oos"),
        assumption: UNPUBLISHED,
        ..write(Operation::KlikitItemsAvailability, "", &[BODY.required()], IDEMPOTENCY)
    },
    Endpoint {
        scope: Some("visibility:write"),
        assumption: UNPUBLISHED,
        ..write(Operation::KlikitBranchVisibility, "", &[ID.optional(), BODY.required()], SCOPES)
    },
    Endpoint {
        scope: Some("visibility:write"),
        assumption: UNPUBLISHED,
        ..write(Operation::KlikitBrandVisibility, "", &[ID.optional(), BODY.required()], SCOPES)
    },
    Endpoint {
        assumption: Some("exists, but its path is not published: set it"),
        ..read(Operation::KlikitWebhooks, "", Some("webhooks:read"), SCOPES)
    },
    Endpoint { slots: &[PATH], ..read(Operation::KlikitRead, "/", None, REFERENCE) },
    Endpoint {
        // That a key is honoured is published for order statuses, availability and visibility only.
        repeat: Repeat::Once,
        assumption: Some("the key may not be looked at, so it is sent again as if it had none"),
        ..write(Operation::KlikitWrite, "/", &[METHOD, PATH, BODY], REFERENCE)
    },
];

/// Pages count from 1.
fn page(arguments: &Arguments) -> Result<(), CallBuildError> {
    arguments.number_between(Parameter::Page, 1, 1_000_000, "pages")?;
    arguments.number_between(Parameter::Size, 1, 1_000_000, "records")
}

/// A window of at most 90 days (<https://developer.klikit.io/partner-api/concepts/errors>), refused before anything is sent.
fn window(arguments: &Arguments) -> Result<(), CallBuildError> {
    const MOST_DAYS: i64 = 90;
    page(arguments)?;
    let time = |parameter| arguments.get(parameter).and_then(|text| Timestamp::from_iso(text).ok());
    let (Some(from), Some(to)) = (time(Parameter::From), time(Parameter::To)) else { return Ok(()) };
    let length = to.unix_ms.saturating_sub(from.unix_ms);
    if (0..=MOST_DAYS.saturating_mul(86_400_000)).contains(&length) {
        Ok(())
    } else {
        Err(CallBuildError::Window { most_days: MOST_DAYS })
    }
}

/// A rejection or cancellation needs a reason code
/// (<https://developer.klikit.io/partner-api/api-reference/orders/transition-an-order-through-its-state-machine>).
fn status_change(arguments: &Arguments) -> Result<(), CallBuildError> {
    let ends = matches!(arguments.get(Parameter::Status), Some("rejected" | "cancelled"));
    if ends && arguments.get(Parameter::Reason).is_none() {
        let operation = Operation::KlikitOrderStatus;
        return Err(CallBuildError::Missing { operation, parameter: Parameter::Reason });
    }
    Ok(())
}

/// Both ids for a store, neither for the business
/// (<https://developer.klikit.io/partner-api/api-reference/menus/fetch-the-menu-tree-store-level-or-business-level>).
fn store_or_business(arguments: &Arguments) -> Result<(), CallBuildError> {
    let (first, second) = (Parameter::BrandId, Parameter::BranchId);
    if arguments.get(first).is_some() == arguments.get(second).is_some() {
        Ok(())
    } else {
        Err(CallBuildError::Together { first, second })
    }
}
