//! What `tillwire check` tries: a read for each scope, what the caller adds, and what only a write would show.

use tillwire_core::Platform;
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::http::{Arguments, CallBuildError, Endpoint, Method, Operation, Parameter, Place};
use tillwire_transport::{Client, SendError};

use crate::args::{self, Check, Value};
use crate::call;
use crate::failure::Failure;

/// One line of the plan.
pub(crate) struct Trial {
    /// The scope that it shows, or what else.
    pub(crate) name: String,
    pub(crate) operation: Operation,
    pub(crate) arguments: Arguments,
    /// The vocabulary that the answer has.
    pub(crate) vocabulary: Option<Vocabulary>,
    /// Why it is not tried.
    pub(crate) why_not: Option<String>,
}

impl Trial {
    fn new(name: &str, operation: Operation, arguments: Arguments) -> Self {
        Self { name: name.into(), operation, arguments, vocabulary: None, why_not: None }
    }

    fn skipped(name: &str, operation: Operation, why: String) -> Self {
        Self { why_not: Some(why), ..Self::new(name, operation, Arguments::new()) }
    }
}

/// Everything is checked before the first request leaves.
pub(crate) fn plan(args: &Check, client: &Client) -> Result<Vec<Trial>, Failure> {
    let planner = Planner { args, client, table: Endpoint::all(args.platform) };
    let writes = planner.writes()?;
    let mut trials = planner.scopes()?;
    trials.extend(planner.without_scope(&writes)?);
    trials.extend(dictionaries(args.platform));
    trials.extend(planner.order()?);
    trials.extend(writes);
    Ok(trials)
}

struct Planner<'a> {
    args: &'a Check,
    client: &'a Client,
    table: &'static [Endpoint],
}

impl Planner<'_> {
    /// A read for each scope that one shows.
    fn scopes(&self) -> Result<Vec<Trial>, Failure> {
        let mut trials: Vec<Trial> = Vec::new();
        for endpoint in self.table {
            let Some(scope) = endpoint.scope else { continue };
            if trials.iter().all(|trial| trial.name != scope) {
                trials.push(self.scope(scope, endpoint.operation)?);
            }
        }
        Ok(trials)
    }

    fn scope(&self, scope: &str, first: Operation) -> Result<Trial, Failure> {
        let of_scope = || self.table.iter().filter(|endpoint| endpoint.scope == Some(scope));
        let mut why_not = None;
        for endpoint in of_scope().filter(|endpoint| is_read(endpoint)) {
            let arguments = self.arguments(endpoint);
            match self.obstacle(endpoint, &arguments)? {
                None => return Ok(Trial::new(scope, endpoint.operation, arguments)),
                Some(why) => why_not = why_not.or(Some(why)),
            }
        }
        Ok(match of_scope().find(|endpoint| !is_read(endpoint)) {
            Some(write) => only_by_a_write(scope, write.operation),
            None => Trial::skipped(scope, first, why_not.unwrap_or_default()),
        })
    }

    /// What the platform names no scope for: what can be read without knowing more, and the writes.
    fn without_scope(&self, given: &[Trial]) -> Result<Vec<Trial>, Failure> {
        let mut trials = Vec::new();
        for endpoint in self.table.iter().filter(|endpoint| endpoint.scope.is_none() && !is_any(endpoint)) {
            let (operation, name) = (endpoint.operation, endpoint.operation.short_name());
            if operation == Operation::FireLogin {
                let why = self.obstacle(endpoint, &Arguments::new())?;
                trials.push(Trial { why_not: why, ..Trial::new(name, operation, Arguments::new()) });
            } else if is_read(endpoint) {
                let is_dictionary =
                    dictionaries(self.args.platform).any(|trial| trial.operation == operation);
                let arguments = self.arguments(endpoint);
                if !is_dictionary && self.obstacle(endpoint, &arguments)?.is_none() {
                    trials.push(Trial::new(name, operation, arguments));
                }
            } else if given.iter().all(|trial| trial.operation != operation) {
                trials.push(only_by_a_write(name, operation));
            }
        }
        Ok(trials)
    }

    /// The order that is named; where no scope is about orders, that none is.
    fn order(&self) -> Result<Option<Trial>, Failure> {
        let Some(operation) = Operation::of(self.args.platform, "order") else { return Ok(None) };
        match &self.args.order {
            Some(id) => {
                let arguments = Arguments::new().with(Parameter::Id, id);
                self.client.call(operation, &arguments).map_err(|error| Failure::sent(error, None))?;
                Ok(Some(Trial::new("order", operation, arguments)))
            }
            None if operation.endpoint().scope.is_none() => {
                Ok(Some(Trial::skipped("order", operation, "name one with --order".into())))
            }
            None => Ok(None),
        }
    }

    /// The writes that are asked for: a name, and its parameters behind it.
    fn writes(&self) -> Result<Vec<Trial>, Failure> {
        let platform = self.args.platform;
        let mut trials: Vec<Trial> = Vec::new();
        for word in &self.args.writes {
            match (word.split_once('='), trials.last_mut()) {
                (Some((name, value)), Some(trial)) => trial.arguments = with(trial, name, value)?,
                (Some(_), None) => {
                    return Err(Failure::usage(format!("--write {word} names no operation")).hint(
                        "write the operation, then its parameters: --write order_status id=412 status=ready",
                    ));
                }
                (None, _) => trials.push(Trial::new("write", write(platform, word)?, Arguments::new())),
            }
        }
        for trial in trials.iter().filter(|trial| !trial.operation.endpoint().login) {
            let call = self.client.call(trial.operation, &trial.arguments);
            call.map_err(|error| Failure::sent(error, None))?;
        }
        Ok(trials)
    }

    /// What is known for a read: the store, and that one record is enough.
    fn arguments(&self, endpoint: &Endpoint) -> Arguments {
        let known = [
            (Parameter::BrandId, self.args.brand_id.as_deref()),
            (Parameter::BranchId, self.args.branch_id.as_deref()),
            (Parameter::Size, Some("1")),
        ];
        // A list of orders takes a branch, too, but all orders show the scope as well.
        let takes = |parameter| match parameter {
            Parameter::Size => endpoint.slot(parameter).is_some(),
            _ => endpoint.slot(Parameter::BrandId).is_some() && endpoint.slot(parameter).is_some(),
        };
        let mut arguments = Arguments::new();
        for (parameter, value) in known {
            if let Some(value) = value.filter(|_| takes(parameter)) {
                arguments.set(parameter, value);
            }
        }
        arguments
    }

    /// Why a read cannot be asked for with what is known; an error where what was given is wrong.
    fn obstacle(&self, endpoint: &Endpoint, arguments: &Arguments) -> Result<Option<String>, Failure> {
        match self.client.call(endpoint.operation, arguments) {
            Ok(_) => Ok(None),
            Err(SendError::Build(
                error @ (CallBuildError::Missing { .. }
                | CallBuildError::NoPath { .. }
                | CallBuildError::NoBase { .. }
                | CallBuildError::NoCredential { .. }),
            )) => Ok(Some(error.to_string())),
            Err(error) => Err(Failure::sent(error, None)),
        }
    }
}

fn is_read(endpoint: &Endpoint) -> bool {
    endpoint.method == Method::Get
}

/// Whether it stands for any operation, by its path.
fn is_any(endpoint: &Endpoint) -> bool {
    endpoint.slots.iter().any(|slot| slot.place == Place::WholePath)
}

fn only_by_a_write(name: &str, operation: Operation) -> Trial {
    Trial::skipped(name, operation, format!("only by a write: --write {} ...", operation.short_name()))
}

fn write(platform: Platform, name: &str) -> Result<Operation, Failure> {
    Operation::of(platform, name).filter(|operation| !is_read(operation.endpoint())).ok_or_else(|| {
        Failure::usage(format!("{} has no write {name}", platform.name()))
            .hint(format!("`tillwire call --list {}` has the operations", platform.name()))
    })
}

/// The arguments of a write with one more.
fn with(trial: &Trial, name: &str, value: &str) -> Result<Arguments, Failure> {
    let parameter = Parameter::from_name(name);
    let slot = parameter.filter(|parameter| args::is_given(*parameter));
    let slot = slot.and_then(|parameter| trial.operation.endpoint().slot(parameter));
    let (parameter, value) = match (parameter, slot) {
        (Some(parameter), Some(slot)) => (parameter, Value::new(slot.form, value)),
        (Some(Parameter::IdempotencyKey), None) => (Parameter::IdempotencyKey, Value::Text(value.into())),
        _ => {
            let (platform, short) = (trial.operation.platform().name(), trial.operation.short_name());
            return Err(Failure::usage(format!("{} takes no {name}", trial.operation.name()))
                .hint(format!("`tillwire call {platform} {short} --help` has its parameters")));
        }
    };
    let mut arguments = trial.arguments.clone();
    call::set(&mut arguments, parameter, &value)?;
    Ok(arguments)
}

/// The dictionaries that a platform serves.
fn dictionaries(platform: Platform) -> impl Iterator<Item = Trial> {
    let served = [
        (Vocabulary::KlikitOrderStatus, Operation::KlikitOrderStatuses),
        (Vocabulary::KlikitFulfilmentStatus, Operation::KlikitFulfillmentStatuses),
        (Vocabulary::KlikitOrderType, Operation::KlikitOrderTypes),
        (Vocabulary::KlikitProvider, Operation::KlikitProviders),
    ];
    served.into_iter().filter(move |(vocabulary, _)| vocabulary.platform() == platform).map(
        |(vocabulary, operation)| Trial {
            vocabulary: Some(vocabulary),
            ..Trial::new(vocabulary.name(), operation, Arguments::new())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_served_dictionary_is_tried() {
        let tried: Vec<_> = dictionaries(Platform::Klikit).filter_map(|trial| trial.vocabulary).collect();
        let served = Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.is_served());
        assert!(served.clone().all(|vocabulary| tried.contains(vocabulary)));
        assert_eq!(tried.len(), served.count());
        assert_eq!(dictionaries(Platform::Fire).count(), 0);
    }
}
