//! What can be asked of Atlas's admin API (<https://help.atlas.kitchen/connect/admin-api/authentication>), and by whom.
//!
//! Atlas publishes no idempotency keys and lists no orders; a write is sent again only where it surely did not arrive. A page
//! that calls `https://api.atlas.kitchen/orders`, without the prefix, is older.

use alloc::vec;
use alloc::vec::Vec;

use crate::http::{
    Account, AccountText, Answer, AnswerForm, BODY, CallBuildError, Endpoint, Environment, Form, Header,
    Host, METHOD, Method, Operation, PATH, Parameter, Place, ReplyText, Slot, Wire, endpoint, slot,
};

/// The hosts that Atlas documents.
pub(crate) const HOSTS: &[&str] = &["api.atlas.kitchen", "api-dev.atlas.kitchen"];

/// The addresses of an environment. A development host is published for another API only
/// (<https://docs.atlas.kitchen/webhooks/incoming/reservations>), so it has to be set by whoever knows that it serves this one.
pub(crate) const fn addresses(environment: Environment) -> &'static [(Host, &'static str)] {
    match environment {
        Environment::Production => &[(Host::Api, "https://api.atlas.kitchen/admin/v1")],
        Environment::Development => &[],
    }
}

/// The settings of an account.
pub(crate) const ACCOUNT_TEXTS: &[AccountText] = &[
    AccountText::Label,
    AccountText::Secret,
    AccountText::Merchant,
    AccountText::ApiAddress,
    AccountText::AllowHost,
];

/// The API token and the merchant (<https://help.atlas.kitchen/connect/admin-api/authentication>).
pub(crate) fn authorization(
    account: &Account,
    endpoint: &'static Endpoint,
    secret: usize,
) -> Result<Vec<Header>, CallBuildError> {
    let missing = |what| CallBuildError::NoCredential { operation: endpoint.operation, what };
    let merchant = account.merchant.as_deref().ok_or_else(|| missing("merchant"))?;
    let token = account.secrets.get(secret).and_then(|secret| core::str::from_utf8(secret.expose()).ok());
    Ok(vec![
        Header::new("X-Api-Key\0", token.ok_or_else(|| missing("secret"))?),
        Header::new("X-Merchant-Id\0", merchant),
    ])
}

const ID: Slot = slot(Parameter::Id, "id", Place::Path, Form::Text);

/// What the answer with an order or a menu states.
const STATED: &[Answer] = &[
    Answer { form: AnswerForm::Text(ReplyText::Id), wire: Wire::Body("$.id") },
    Answer { form: AnswerForm::Text(ReplyText::Status), wire: Wire::Body("$.state") },
];

/// The operations.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        slots: &[
            slot(Parameter::OutletId, "outlet_id", Place::Path, Form::Text),
            slot(Parameter::ChannelId, "channel_id", Place::Path, Form::Text),
            BODY.required(),
        ],
        answers: STATED,
        ..endpoint(
            Operation::AtlasOrderCreate,
            Method::Post,
            "/outlets/{outlet_id}/channels/{channel_id}/orders",
            "https://connect.atlas.kitchen/admin-api/orders/create-order",
        )
    },
    Endpoint {
        slots: &[ID],
        answers: STATED,
        assumption: Some("offered, although its page calls it a design"),
        ..endpoint(
            Operation::AtlasOrder,
            Method::Get,
            "/orders/{id}",
            "https://docs.atlas.kitchen/admin-api-order-details",
        )
    },
    Endpoint {
        slots: &[slot(Parameter::Identifier, "identifier", Place::Path, Form::Text)],
        answers: STATED,
        ..endpoint(
            Operation::AtlasOrderByIdentifier,
            Method::Get,
            "/orders/identifier/{identifier}",
            "https://connect.atlas.kitchen/admin-api/orders/order-details-identifier",
        )
    },
    Endpoint {
        slots: &[ID, BODY.required()],
        answers: STATED,
        assumption: Some("the path; what the body takes, and which changes are allowed, is not published"),
        ..endpoint(
            Operation::AtlasOrderUpdate,
            Method::Patch,
            "/orders/{id}",
            "https://docs.atlas.kitchen/admin-api-order-details",
        )
    },
    Endpoint {
        slots: &[
            slot(Parameter::OutletId, "outlet_id", Place::Path, Form::Text),
            slot(Parameter::ServingDate, "serving_date", Place::Path, Form::Date),
        ],
        list: Some("$.items"),
        ..endpoint(
            Operation::AtlasStocks,
            Method::Get,
            "/outlets/{outlet_id}/serving_dates/{serving_date}/stocks",
            "https://docs.atlas.kitchen/admin-api-outlet-stocks",
        )
    },
    Endpoint {
        list: Some("$.items"),
        ..endpoint(
            Operation::AtlasMenus,
            Method::Get,
            "/menus",
            "https://docs.atlas.kitchen/admin-api-menu-list",
        )
    },
    Endpoint {
        slots: &[ID],
        answers: STATED,
        ..endpoint(
            Operation::AtlasMenu,
            Method::Get,
            "/menus/{id}",
            "https://docs.atlas.kitchen/admin-api-menu-details",
        )
    },
    Endpoint {
        slots: &[PATH],
        ..endpoint(
            Operation::AtlasRead,
            Method::Get,
            "/",
            "https://help.atlas.kitchen/connect/admin-api/authentication",
        )
    },
    Endpoint {
        slots: &[METHOD, PATH, BODY],
        ..endpoint(
            Operation::AtlasWrite,
            Method::Post,
            "/",
            "https://help.atlas.kitchen/connect/admin-api/authentication",
        )
    },
];
