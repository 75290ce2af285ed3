//! What can be asked of Fire (<https://docs.fire.rest/en/api-reference/introduction>), and by whom.
//!
//! Reads of one API are published at two addresses; each row says which, and an account's settings may say another.
//! Assumption: `x-api-key` on all of `/api/v1`. The page on cancelling puts the key in `Authorization`, and a guide in
//! `x-api-key`: a cancellation carries both.
//! Assumption: a cancellation is not known to be told from its repeat, so it is sent again only where it surely did not arrive.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::http::{
    Account, AccountText, Answer, AnswerForm, Arguments, BODY, CallBuildError, Endpoint, Environment, Form,
    Header, Host, Key, METHOD, Method, Operation, PATH, Pages, Parameter, Place, Repeat, ReplyInt, ReplyText,
    ReplyTime, Slot, Wire, endpoint, slot,
};

/// The hosts that Fire documents (<https://docs.fire.rest/en/authentication>); the regional one stands in an example only.
pub(crate) const HOSTS: &[&str] =
    &["api.fire.rest", "stg.api.fire.rest", "app.fire.rest", "br.app.fire.rest"];

/// The addresses of an environment. No staging twin of the second address is published.
pub(crate) const fn addresses(environment: Environment) -> &'static [(Host, &'static str)] {
    match environment {
        Environment::Production => {
            &[(Host::Api, "https://api.fire.rest"), (Host::App, "https://app.fire.rest")]
        }
        Environment::Development => &[(Host::Api, "https://stg.api.fire.rest")],
    }
}

/// The settings of an account.
pub(crate) const ACCOUNT_TEXTS: &[AccountText] = &[
    AccountText::Label,
    AccountText::Secret,
    AccountText::AccountId,
    AccountText::VendorId,
    AccountText::ClientId,
    AccountText::ClientSecret,
    AccountText::ApiAddress,
    AccountText::AppAddress,
    AccountText::AllowHost,
    AccountText::Token,
];

/// The API key; for the v4 API also account, channel, and the token of a login
/// (<https://docs.fire.rest/en/authentication>, <https://docs.fire.rest/en/api-reference/login>).
pub(crate) fn authorization(
    account: &Account,
    endpoint: &'static Endpoint,
    secret: usize,
) -> Result<Vec<Header>, CallBuildError> {
    let missing = |what| CallBuildError::NoCredential { operation: endpoint.operation, what };
    let key = account.secrets.get(secret).and_then(|secret| core::str::from_utf8(secret.expose()).ok());
    let mut headers = Vec::with_capacity(4);
    let key = key.ok_or_else(|| missing("secret"))?;
    headers.push(Header::new("x-api-key\0", key));
    if endpoint.login || endpoint.operation == Operation::FireLogin {
        let id = account.account_id.as_deref().ok_or_else(|| missing("account_id"))?;
        headers.push(Header::new("x-client-channel\0", "integration"));
        headers.push(Header::new("account\0", id));
    }
    if endpoint.operation == Operation::FireOrderCancel {
        headers.push(bearer(key));
    }
    if endpoint.login {
        let token = account.token.as_ref().and_then(|token| core::str::from_utf8(token.expose()).ok());
        headers.push(bearer(token.ok_or_else(|| missing("token of a login"))?));
    }
    Ok(headers)
}

fn bearer(token: &str) -> Header {
    // Room for all of it at once: what a text leaves behind as it grows is not wiped.
    let mut value = Zeroizing::new(String::with_capacity(token.len().saturating_add(8)));
    value.push_str("Bearer ");
    value.push_str(token);
    Header::new("Authorization\0", &value)
}

const fn query(parameter: Parameter, name: &'static str, form: Form) -> Slot {
    slot(parameter, name, Place::Query, form)
}

const fn body(parameter: Parameter, name: &'static str, form: Form) -> Slot {
    slot(parameter, name, Place::Body, form)
}

const fn text(field: ReplyText, path: &'static str) -> Answer {
    Answer { form: AnswerForm::Text(field), wire: Wire::Body(path) }
}

const fn int(field: ReplyInt, path: &'static str) -> Answer {
    Answer { form: AnswerForm::Int(field), wire: Wire::Body(path) }
}

const fn time(field: ReplyTime, path: &'static str) -> Answer {
    Answer { form: AnswerForm::Time(field), wire: Wire::Body(path) }
}

const ACCOUNT: Slot = query(Parameter::AccountId, "accountId", Form::Text).required();
const VENDOR: Slot = query(Parameter::VendorId, "vendorId", Form::Text).required();
const PAGE: Slot = query(Parameter::Page, "page", Form::Integer);
const SIZE: Slot = query(Parameter::Size, "size", Form::Integer);
const HOST: Slot = slot(Parameter::Host, "host", Place::Host, Form::Word).words(&["api", "app"]);
const ID: Slot = slot(Parameter::Id, "id", Place::Path, Form::Text);

/// The operations.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        slots: &[
            body(Parameter::ClientId, "client_id", Form::Private).required(),
            body(Parameter::ClientSecret, "client_secret", Form::Private).required(),
            body(Parameter::GrantType, "grant_type", Form::Text).required(),
        ],
        repeat: Repeat::Safe,
        ..endpoint(
            Operation::FireLogin,
            Method::Post,
            "/api/authentication/login",
            "https://docs.fire.rest/en/api-reference/login",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("webhooks:kds"),
        slots: &[
            body(Parameter::EventType, "eventType", Form::Word)
                .words(&["order.preparing", "order.ready", "order.dispatched"])
                .required(),
            body(Parameter::ProviderEventId, "providerEventId", Form::Text).required(),
            body(Parameter::OccurredAt, "occurredAt", Form::Utc).required(),
            body(Parameter::Id, "orderId", Form::Text).required(),
            body(Parameter::EventId, "eventId", Form::Text).required(),
            body(Parameter::Station, "stationName", Form::Text),
            body(Parameter::Metadata, "metadata", Form::Json),
        ],
        repeat: Repeat::Keyed,
        key: Key::Parameter(Parameter::ProviderEventId),
        answers: &[
            // An older answer has the mark of the report where a newer one repeats the event's.
            text(ReplyText::ReportId, "$.webhookEventId"),
            text(ReplyText::ReportId, "$.eventId"),
            text(ReplyText::Status, "$.status"),
            int(ReplyInt::Duplicate, "$.duplicate"),
            time(ReplyTime::ReceivedAt, "$.firstReceivedAt"),
        ],
        ..endpoint(
            Operation::FireKitchenReport,
            Method::Post,
            "/api/v1/webhooks/kds/order-status",
            "https://docs.fire.rest/en/api-reference/kds-order-status",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("webhooks:kds"),
        slots: &[ID],
        answers: &[
            text(ReplyText::Id, "$.id"),
            text(ReplyText::Status, "$.status"),
            text(ReplyText::Result, "$.result.kind"),
            text(ReplyText::Reason, "$.error.message"),
            int(ReplyInt::Tries, "$.attempts"),
            time(ReplyTime::ProcessedAt, "$.processedAt"),
        ],
        ..endpoint(
            Operation::FireReportOutcome,
            Method::Get,
            "/api/v1/webhooks/events/{id}",
            "https://docs.fire.rest/en/api-reference/kds-order-status",
        )
    },
    Endpoint {
        scope: Some("orders:read"),
        slots: &[
            ACCOUNT,
            VENDOR,
            query(Parameter::Fields, "fields", Form::Text),
            query(Parameter::Status, "status", Form::Text),
            query(Parameter::PaymentStatus, "paymentStatus", Form::Text),
            query(Parameter::BusinessDate, "businessDayDate", Form::Date),
            query(Parameter::From, "dateFrom", Form::Text),
            query(Parameter::To, "dateTo", Form::Text),
            query(Parameter::DateFilter, "dateFilterMode", Form::Word).words(&["business_day", "created_at"]),
            query(Parameter::TimeZoneOffset, "tzOffset", Form::Text),
            query(Parameter::Channel, "channel", Form::Text),
            query(Parameter::Fulfilment, "fulfillmentMethod", Form::Text),
            query(Parameter::PaymentMethod, "paymentMethod", Form::Text),
            query(Parameter::OrderCode, "orderCode", Form::Text),
            query(Parameter::Search, "search", Form::Private),
            PAGE,
            SIZE,
        ],
        pages: Some(&Pages {
            list: "$.orders",
            total: "$.pagination.total",
            size: "$.pagination.size",
            identity: &["id", "orderCode"],
            default_size: 100,
        }),
        rule: page_of_100,
        ..endpoint(
            Operation::FireOrders,
            Method::Get,
            "/api/v1/fire/external/orders",
            "https://docs.fire.rest/en/api-reference/list-orders",
        )
    },
    Endpoint {
        scope: Some("orders:read"),
        slots: &[ID, ACCOUNT.optional(), VENDOR.optional(), query(Parameter::Fields, "fields", Form::Text)],
        answers: &[text(ReplyText::Id, "$.id"), text(ReplyText::Status, "$.status")],
        assumption: Some("account and vendor are sent where they are set, as the list needs them"),
        ..endpoint(
            Operation::FireOrder,
            Method::Get,
            "/api/v1/fire/external/orders/{id}",
            "https://docs.fire.rest/en/api-reference/get-order",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("store:read"),
        slots: &[
            ACCOUNT,
            VENDOR,
            query(Parameter::Status, "status", Form::Text),
            query(Parameter::Active, "active", Form::Text),
            query(Parameter::SyncStatus, "syncStatus", Form::Text),
            query(Parameter::CountryId, "countryId", Form::Text),
            query(Parameter::CityId, "cityId", Form::Text),
            query(Parameter::Channel, "channel", Form::Text),
            query(Parameter::Search, "query", Form::Private),
            query(Parameter::Fields, "fields", Form::Text),
            PAGE,
            SIZE,
        ],
        pages: Some(&Pages {
            list: "$.stores",
            total: "$.total",
            size: "$.size",
            identity: &["id"],
            default_size: 100,
        }),
        rule: page_of_500,
        ..endpoint(
            Operation::FireStores,
            Method::Get,
            "/api/v1/fire/external/stores",
            "https://docs.fire.rest/en/api-reference/list-stores",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("store:read"),
        slots: &[ID, ACCOUNT.optional(), VENDOR.optional()],
        assumption: Some("account and vendor are sent where they are set, as the list needs them"),
        answers: &[text(ReplyText::Id, "$.id"), text(ReplyText::Status, "$.status")],
        ..endpoint(
            Operation::FireStore,
            Method::Get,
            "/api/v1/fire/external/stores/{id}",
            "https://docs.fire.rest/en/api-reference/get-store",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("channels:read"),
        list: Some("$.countries"),
        ..endpoint(
            Operation::FireChannels,
            Method::Get,
            "/api/v1/external/channels/config",
            "https://docs.fire.rest/en/api-reference/channels-config",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("orders:read"),
        slots: &[ID, query(Parameter::Locale, "locale", Form::Word).words(&["es", "en", "pt"])],
        answers: &[
            int(ReplyInt::CanCancel, "$.data.canCancel"),
            text(ReplyText::Result, "$.data.outcome"),
            text(ReplyText::Code, "$.data.code"),
            text(ReplyText::Reason, "$.data.reason"),
            text(ReplyText::Source, "$.data.source"),
        ],
        ..endpoint(
            Operation::FireCancellationEligibility,
            Method::Get,
            "/api/v1/external/orders/{id}/cancellation-eligibility",
            "https://docs.fire.rest/en/api-reference/cancellation-eligibility",
        )
    },
    Endpoint {
        host: Host::App,
        scope: Some("orders:write"),
        slots: &[
            ID,
            body(Parameter::Reason, "reason", Form::Private).required(),
            body(Parameter::CancellationType, "cancellationType", Form::Text),
            body(Parameter::CancellationNote, "cancellationNote", Form::Private),
            body(Parameter::CancellationGroup, "cancellationGroup", Form::Text),
        ],
        rule: reason_of_5_to_500,
        ..endpoint(
            Operation::FireOrderCancel,
            Method::Post,
            "/api/v1/adapters/xmart/stores/orders/{id}/cancel",
            "https://docs.fire.rest/en/api-reference/cancel-order",
        )
    },
    Endpoint {
        login: true,
        slots: &[
            ID,
            body(Parameter::Reason, "reason", Form::Private).required(),
            body(Parameter::VendorId, "vendor_uid", Form::Text).required(),
            body(Parameter::PaymentMethodId, "payment_method_uid", Form::Text),
            body(Parameter::Email, "email", Form::Private),
            body(Parameter::CustomerId, "customer_uid", Form::Private),
            body(Parameter::AnonymousCustomerId, "anonymous_customer_uid", Form::Private),
            body(Parameter::StoreId, "store_uid", Form::Text),
            body(Parameter::Media, "media", Form::Word).words(&["APP", "WEB"]),
            body(Parameter::CancellationType, "cancellation_type", Form::Text),
        ],
        answers: &[
            text(ReplyText::Id, "$.data.uid"),
            text(ReplyText::Status, "$.data.status"),
            text(ReplyText::Result, "$.data.payment_status"),
            time(ReplyTime::UpdatedAt, "$.data.updated_at"),
        ],
        assumption: Some("vendor_uid is the account's vendor unless the arguments say otherwise"),
        ..endpoint(
            Operation::FireOrderRefund,
            Method::Post,
            "/api/v4/integrations/sales/aggregator/orders/{id}/refund",
            "https://docs.fire.rest/en/api-reference/cancel-order",
        )
    },
    Endpoint {
        scope: Some("component-health:write"),
        slots: &[
            body(Parameter::ComponentType, "componentType", Form::Word)
                .words(&["kiosk", "kds_station", "pos"])
                .required(),
            body(Parameter::ComponentId, "componentId", Form::Text).required(),
            body(Parameter::StoreId, "storeId", Form::Text).required(),
            body(Parameter::Status, "status", Form::Word).words(&["online", "degraded"]).required(),
            body(Parameter::SentAt, "sentAt", Form::Time),
            body(Parameter::Interval, "intervalSeconds", Form::Integer),
            body(Parameter::OfflineSince, "offlineSince", Form::Time),
            body(Parameter::DegradedReason, "degradedReason", Form::Word).words(&[
                "printer_down",
                "pinpad_down",
                "backend_unreachable",
                "queue_backlog",
                "peripheral_other",
            ]),
            body(Parameter::AppVersion, "appVersion", Form::Text),
            body(Parameter::Details, "details", Form::Json),
        ],
        repeat: Repeat::Never,
        answers: &[Answer {
            form: AnswerForm::Int(ReplyInt::Interval),
            wire: Wire::Header("X-Heartbeat-Interval"),
        }],
        rule: heartbeat,
        ..endpoint(
            Operation::FireComponentHealth,
            Method::Post,
            "/api/v1/fire/external/component-health",
            "https://docs.fire.rest/en/api-reference/component-health",
        )
    },
    Endpoint {
        slots: &[HOST, PATH],
        ..endpoint(
            Operation::FireRead,
            Method::Get,
            "/",
            "https://docs.fire.rest/en/api-reference/introduction",
        )
    },
    Endpoint {
        slots: &[HOST, METHOD, PATH, BODY],
        ..endpoint(
            Operation::FireWrite,
            Method::Post,
            "/",
            "https://docs.fire.rest/en/api-reference/introduction",
        )
    },
];

fn page_of_100(arguments: &Arguments) -> Result<(), CallBuildError> {
    page(arguments)?;
    arguments.number_between(Parameter::Size, 1, 100, "orders")
}

fn page_of_500(arguments: &Arguments) -> Result<(), CallBuildError> {
    page(arguments)?;
    arguments.number_between(Parameter::Size, 1, 500, "stores")
}

/// Pages count from 1.
fn page(arguments: &Arguments) -> Result<(), CallBuildError> {
    arguments.number_between(Parameter::Page, 1, 1_000_000, "pages")
}

/// <https://docs.fire.rest/en/api-reference/cancel-order>.
fn reason_of_5_to_500(arguments: &Arguments) -> Result<(), CallBuildError> {
    arguments.length_between(Parameter::Reason, 5, 500)
}

/// <https://docs.fire.rest/en/api-reference/component-health>.
fn heartbeat(arguments: &Arguments) -> Result<(), CallBuildError> {
    arguments.length_between(Parameter::ComponentId, 1, 120)?;
    arguments.number_between(Parameter::Interval, 60, 86_400, "seconds")
}
