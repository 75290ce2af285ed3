//! Atlas's errors, in both of their forms: <https://docs.atlas.kitchen/errors>,
//! <https://help.atlas.kitchen/connect/admin-api/authentication>.

use serde_json::{Value, json};

use crate::http::Answer;
use crate::settings::AtlasErrors;

/// Why a request is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    KeyWrong,
    MerchantWrong,
    NotFound,
    /// Fields, with what is wrong about each.
    Invalid(Vec<(String, &'static str)>),
    Server,
}

impl Refusal {
    pub(super) fn told(&self, form: AtlasErrors) -> Answer {
        let (status, kind, message) = match self {
            Self::KeyWrong | Self::MerchantWrong => {
                (401, "Unauthorized", "You did not provide valid credentials for this request")
            }
            Self::NotFound => (404, "Not Found", "The requested resource was not found"),
            Self::Invalid(_) => (422, "Invalid Parameter", "Some parameters are invalid"),
            Self::Server => (500, "Server Error", "Something went wrong"),
        };
        let fields = self.fields();
        let mut body = json!({ "type": kind, "message": message });
        match form {
            AtlasErrors::Details => {
                let rows =
                    fields.iter().map(|(field, message)| json!({ "field": field, "message": message }));
                body["details"] = rows.collect();
            }
            AtlasErrors::Hash => {
                body["error_hash"] =
                    fields.iter().map(|(field, message)| (field.clone(), Value::from(*message))).collect();
            }
        }
        Answer::json(status, &body)
    }

    fn fields(&self) -> Vec<(String, &'static str)> {
        let one = |field: &str, message| vec![(field.to_owned(), message)];
        match self {
            Self::KeyWrong => one("api_key", "Check if the API Key is set correctly in the X-Api-Key header"),
            Self::MerchantWrong => {
                one("merchant_id", "Check if the merchant is set correctly in the X-Merchant-Id header")
            }
            Self::NotFound | Self::Server => Vec::new(),
            Self::Invalid(fields) => fields.clone(),
        }
    }
}
