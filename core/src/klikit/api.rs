//! What can be asked of klikit (<https://developer.klikit.io/partner-api/api-reference>), and by whom.
//!
//! Assumption: an idempotency key on every write; pages differ on where it is needed, and none says that it harms
//! (<https://developer.klikit.io/partner-api/concepts/idempotency>).
//! Assumption: the list of orders takes the filters that are documented for their count.
//! Assumption: 100 orders on a page; neither default nor maximum is published.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::http::{
    Account, AccountText, Answer, AnswerForm, Arguments, CallBuildError, Endpoint, Environment, Form, Header,
    Host, Key, Method, Operation, Pages, Parameter, Place, Repeat, ReplyText, ReplyTime, Slot, Wire,
    endpoint, slot,
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

const SOURCE: &str = "https://developer.klikit.io/partner-api/api-reference";

const fn read(operation: Operation, path: &'static str, scope: Option<&'static str>) -> Endpoint {
    Endpoint { scope, ..endpoint(operation, Method::Get, path, SOURCE) }
}

const fn write(operation: Operation, path: &'static str, slots: &'static [Slot]) -> Endpoint {
    Endpoint { slots, repeat: Repeat::Keyed, key: KEY, ..endpoint(operation, Method::Patch, path, SOURCE) }
}

const PAGE: Slot = slot(Parameter::Page, "page", Place::Query, Form::Integer);
const SIZE: Slot = slot(Parameter::Size, "size", Place::Query, Form::Integer);
const ID: Slot = slot(Parameter::Id, "id", Place::Path, Form::Text);
const BODY: Slot = slot(Parameter::Body, "body", Place::WholeBody, Form::Json).required();

const ORDER_FILTERS: &[Slot] = &[
    slot(Parameter::From, "from", Place::Query, Form::Time),
    slot(Parameter::To, "to", Place::Query, Form::Time),
    slot(Parameter::Status, "status", Place::Query, Form::Text),
    slot(Parameter::BranchId, "branch_id", Place::Query, Form::Integer),
    slot(Parameter::ProviderId, "provider_id", Place::Query, Form::Integer),
    PAGE,
    SIZE,
];

/// The operations (<https://developer.klikit.io/partner-api/api-reference>).
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    read(Operation::KlikitBrands, "/brands", Some("brands:read")),
    Endpoint {
        slots: &[PAGE, SIZE],
        pages: Some(&Pages {
            list: "$.data.results",
            total: "$.data.total",
            size: "$.data.size",
            identity: &["id"],
            default_size: 100,
        }),
        ..read(Operation::KlikitBranches, "/branches", Some("brands:read"))
    },
    read(Operation::KlikitProviders, "/providers", None),
    Endpoint {
        slots: ORDER_FILTERS,
        pages: Some(&Pages {
            list: "$.data.orders",
            total: "$.data.total",
            size: "$.data.size",
            identity: &["id"],
            default_size: 100,
        }),
        rule: window,
        ..read(Operation::KlikitOrders, "/orders", Some("orders:read"))
    },
    Endpoint { slots: &[ID], ..read(Operation::KlikitOrder, "/orders/{id}", Some("orders:read")) },
    Endpoint {
        slots: ORDER_FILTERS,
        rule: window,
        ..read(Operation::KlikitOrderCount, "/orders/count", Some("orders:read"))
    },
    read(Operation::KlikitOrderStatuses, "/orders/statuses", Some("orders:read")),
    read(Operation::KlikitFulfillmentStatuses, "/orders/fulfillment-statuses", Some("orders:read")),
    read(Operation::KlikitOrderTypes, "/orders/order-types", Some("orders:read")),
    Endpoint {
        answers: &[
            Answer { form: AnswerForm::Text(ReplyText::Id), wire: Wire::Body("$.data.id") },
            Answer { form: AnswerForm::Text(ReplyText::Status), wire: Wire::Body("$.data.status") },
            Answer { form: AnswerForm::Time(ReplyTime::UpdatedAt), wire: Wire::Body("$.data.updated_at") },
        ],
        rule: status_change,
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
        )
    },
    Endpoint {
        slots: &[
            slot(Parameter::BrandId, "brand_id", Place::Query, Form::Integer),
            slot(Parameter::BranchId, "branch_id", Place::Query, Form::Integer),
        ],
        rule: store_or_business,
        ..read(Operation::KlikitMenus, "/menus", Some("menus:read"))
    },
    Endpoint {
        scope: Some("menus:oos"),
        assumption: Some("no branch is needed; where one is, set it with branch_id"),
        ..write(
            Operation::KlikitItemAvailability,
            "/items/{partner_item_id}/availability",
            &[
                slot(Parameter::Sku, "partner_item_id", Place::Path, Form::Text),
                slot(Parameter::Available, "available", Place::Body, Form::Flag).required(),
                slot(Parameter::BranchId, "branch_id", Place::Body, Form::Integer),
            ],
        )
    },
    Endpoint {
        scope: Some("menus:oos"),
        assumption: Some(
            "exists, but neither its path nor its body is published: set the path and give the body",
        ),
        ..write(Operation::KlikitItemsAvailability, "", &[BODY])
    },
    Endpoint {
        scope: Some("visibility:write"),
        assumption: Some(
            "exists, but neither its path nor its body is published: set the path and give the body",
        ),
        ..write(
            Operation::KlikitBranchVisibility,
            "",
            &[slot(Parameter::Id, "id", Place::Path, Form::Text).optional(), BODY],
        )
    },
    Endpoint {
        scope: Some("visibility:write"),
        assumption: Some(
            "exists, but neither its path nor its body is published: set the path and give the body",
        ),
        ..write(
            Operation::KlikitBrandVisibility,
            "",
            &[slot(Parameter::Id, "id", Place::Path, Form::Text).optional(), BODY],
        )
    },
    Endpoint {
        assumption: Some("exists, but its path is not published: set it"),
        ..read(Operation::KlikitWebhooks, "", Some("webhooks:read"))
    },
    Endpoint {
        slots: &[slot(Parameter::Path, "path", Place::WholePath, Form::Private).required()],
        ..read(Operation::KlikitRead, "/", None)
    },
    write(
        Operation::KlikitWrite,
        "/",
        &[
            slot(Parameter::Method, "method", Place::Method, Form::Word)
                .words(&["POST", "PATCH", "PUT", "DELETE"])
                .required(),
            slot(Parameter::Path, "path", Place::WholePath, Form::Private).required(),
            slot(Parameter::Body, "body", Place::WholeBody, Form::Json),
        ],
    ),
];

/// A window of at most 90 days (<https://developer.klikit.io/partner-api/concepts/errors>), refused before anything is sent.
fn window(arguments: &Arguments) -> Result<(), CallBuildError> {
    const MOST_DAYS: i64 = 90;
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
