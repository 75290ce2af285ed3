//! The constants of `include/tillwire.h` and the enumerations of the core are the same: every value has its constant,
//! every constant its value, with one number and one name. A field that is added to the core alone fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::CStr;

use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::{EventKind, Key, SubjectInt, SubjectKind, SubjectText, SubjectTime, TypeSource};
use tillwire_core::http::{
    AccountText, Environment, Failure, Operation, Parameter, ReplyInt, ReplyText, ReplyTime, Stop, Trouble,
};
use tillwire_core::lifecycle::{
    Action, Ask, Courier, LineChangeKind, PaymentStatus, Permission, Progress, Verdict,
};
use tillwire_core::order::{
    AdjustmentInt, AdjustmentKind, AdjustmentMoney, AdjustmentText, Fulfilment, LineInt, LineKind, LineList,
    LineMoney, LineText, OrderInt, OrderMoney, OrderText, OrderTime, PartyInt, PartyRole, PartyText,
    PaymentInt, PaymentMoney, PaymentText, StepInt, StepText, StepTime,
};
use tillwire_core::verify::{Assurance, Scheme};
use tillwire_core::{Platform, ProblemCode};

const HEADER: &str = include_str!("../../include/tillwire.h");

/// Constants that C alone has: what they begin with, or their whole name.
const OF_C_ALONE: &[&str] = &[
    "ABI_VERSION",
    "OK",
    "ABSENT",
    "DUPLICATE",
    "AGAIN",
    "E_",
    "ERROR_",
    "FORMAT_SIZE",
    "KEY_SIZE",
    "NOTE_SIZE",
    "TOLERANCE_OFF",
    "SCALE_BY_PLACE",
    "SETTING_",
    "NAMES_",
    "EVENT_",
    "PROBLEM_",
    "WORD_",
    "CHANGE_",
    "BOOK_",
    "ACCOUNT_",
    "REQUEST_",
    "PAGES_",
];

/// The integer constants of the header, without `TILLWIRE_`.
fn constants() -> BTreeMap<&'static str, i32> {
    let defined = HEADER.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("#define TILLWIRE_")?.split_once(' ')?;
        let value = value.trim_matches(|character| character == '(' || character == ')').parse().ok()?;
        Some((name, value))
    });
    let constants: BTreeMap<_, _> = defined.collect();
    assert!(constants.len() > 200, "the header defines {} constants only", constants.len());
    constants
}

/// What the core says of the enumerations, without `TILLWIRE_`.
fn values() -> BTreeMap<String, i32> {
    let mut values = BTreeMap::new();
    macro_rules! mirror {
        ($($prefix:literal: $($enumeration:ident),+;)+) => {
            $($(for value in $enumeration::ALL {
                let name = format!("{}_{}", $prefix, value.name().to_uppercase());
                assert_eq!(values.insert(name, value.code()), None, "{} has {value:?} twice", $prefix);
            })+)+
        };
    }
    mirror! {
        "PLATFORM": Platform;
        "SCHEME": Scheme;
        "ASSURANCE": Assurance;
        "KIND": EventKind;
        "TYPE_FROM": TypeSource;
        "KEY": Key;
        "P": ProblemCode;
        "PROGRESS": Progress;
        "PAY": PaymentStatus;
        "FULFILMENT": Fulfilment;
        "ORDER": OrderText, OrderMoney, OrderTime, OrderInt;
        "LINE": LineText, LineList, LineMoney, LineInt;
        "ITEM": LineKind;
        "PAYMENT": PaymentText, PaymentMoney, PaymentInt;
        "PARTY": PartyText, PartyInt;
        "ROLE": PartyRole;
        "STEP": StepText, StepTime, StepInt;
        "COURIER": Courier;
        "ADJUSTMENT": AdjustmentText, AdjustmentMoney, AdjustmentInt;
        "ADJUST": AdjustmentKind;
        "SUBJECT": SubjectText, SubjectTime, SubjectInt;
        "ABOUT": SubjectKind;
        "VOCABULARY": Vocabulary;
        "VERDICT": Verdict;
        "ACTION": Action;
        "EDIT": LineChangeKind;
        "ASK": Ask;
        "MAY": Permission;
        "OPERATION": Operation;
        "PARAMETER": Parameter;
        "ENVIRONMENT": Environment;
        "FAILURE": Failure;
        "STOP": Stop;
        "ACCOUNT": AccountText;
        "REPLY": ReplyText, ReplyTime, ReplyInt;
    }
    for trouble in Trouble::ALL {
        values.insert(format!("E_CALL_{}", trouble.name().to_uppercase()), -400 - trouble.code());
    }
    values
}

#[test]
fn every_value_of_the_core_has_its_constant() {
    let constants = constants();
    for (name, code) in values() {
        let constant = constants.get(name.as_str());
        assert_eq!(constant, Some(&code), "TILLWIRE_{name}: the core says {code}, the header {constant:?}");
    }
}

#[test]
fn every_constant_has_its_value_or_is_of_c_alone() {
    let values = values();
    for (name, number) in constants() {
        let of_c_alone = OF_C_ALONE
            .iter()
            .any(|known| if known.ends_with('_') { name.starts_with(known) } else { name == *known });
        if !of_c_alone {
            let value = values.get(name);
            assert_eq!(value, Some(&number), "TILLWIRE_{name} is {number}, but the core says {value:?}");
        }
    }
}

/// A field is told by its number alone, so no two share one, whatever they are fields of; nor do two codes of a group.
#[test]
fn numbers_are_unique() {
    const FIELDS: &[&str] = &[
        "ORDER_",
        "LINE_",
        "PAYMENT_",
        "PARTY_",
        "STEP_",
        "ADJUSTMENT_",
        "EVENT_",
        "SUBJECT_",
        "ERROR_",
        "PROBLEM_",
        "SETTING_",
        "WORD_",
        "CHANGE_",
        "BOOK_",
        "ACCOUNT_",
        "REQUEST_",
        "PAGES_",
        "REPLY_",
    ];
    let codes = [
        "E_",
        "NAMES_",
        "PLATFORM_",
        "SCHEME_",
        "P_",
        "KIND_",
        "ITEM_",
        "PAY_",
        "PROGRESS_",
        "COURIER_",
        "ADJUST_",
        "ABOUT_",
        "VOCABULARY_",
        "VERDICT_",
        "ACTION_",
        "EDIT_",
        "ASK_",
        "MAY_",
        "OPERATION_",
        "PARAMETER_",
        "ENVIRONMENT_",
        "FAILURE_",
        "STOP_",
    ];
    for group in codes.iter().map(std::slice::from_ref).chain([FIELDS]) {
        let numbers: Vec<_> = constants()
            .into_iter()
            .filter(|(name, _)| group.iter().any(|prefix| name.starts_with(prefix)))
            .collect();
        let unique: BTreeSet<_> = numbers.iter().map(|(_, number)| number).collect();
        assert!(numbers.len() > 1 && unique.len() == numbers.len(), "{numbers:?}");
    }
}

/// [`tillwire_ffi::tillwire_name`] gives the names in which the constants are written.
#[test]
fn every_group_of_names_is_complete() {
    let constants = constants();
    let groups: Vec<_> =
        constants.iter().filter_map(|(name, code)| Some((name.strip_prefix("NAMES_")?, *code))).collect();
    assert!(!groups.is_empty());
    for (group, group_code) in groups {
        let prefix = format!("{group}_");
        let mut named = 0;
        for (constant, code) in &constants {
            let name = match *constant {
                "OK" | "ABSENT" | "DUPLICATE" | "AGAIN" if group == "STATUS" => Some(*constant),
                error if group == "STATUS" => error.strip_prefix("E_"),
                code => code.strip_prefix(&prefix),
            };
            let Some(name) = name else { continue };
            let told = tillwire_ffi::tillwire_name(group_code, (*code).into());
            assert!(!told.is_null(), "TILLWIRE_{constant} has no name");
            // SAFETY: a name that is not NULL is static and NUL-terminated.
            let told = unsafe { CStr::from_ptr(told) }.to_str().expect("names are ASCII");
            assert_eq!(told, name.to_lowercase());
            named += 1;
        }
        assert!(named > 0, "TILLWIRE_NAMES_{group} names nothing");
    }
}
