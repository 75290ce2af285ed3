//! Amounts by path: in the unit that the platform publishes for their place, or in the one that the caller gives.

mod vectors;

use tillwire_core::Platform;
use tillwire_core::event::{AmountError, Decoder, Event};
use tillwire_core::order::{LineMoney, OrderMoney, PaymentMoney};
use tillwire_core::value::{Currency, Money};
use tillwire_core::verify::Headers;
use vectors::Vectors;

fn decode(decoder: &Decoder, body: &str) -> Event {
    decoder.decode_unverified(&Headers::new(), body.as_bytes()).expect("decodes")
}

/// An amount as written: with every decimal place, and its currency.
fn exact(money: Money) -> String {
    let currency = money.currency.map(|currency| format!(" {currency}"));
    format!("{}{}", money.amount, currency.unwrap_or_default())
}

fn all_are(event: &Event, amounts: &[(&str, &str)]) {
    for (path, wanted) in amounts {
        assert_eq!(event.money_at(path).map(exact).as_deref(), Ok(*wanted), "{path}");
    }
}

/// Places whose unit is not published, though they hold numbers.
fn none_has_a_unit(event: &Event, paths: &[&str]) {
    for path in paths {
        assert_eq!(event.money_at(path), Err(AmountError::Unit), "{path}");
        assert!(event.money_at_scale(path, 0).is_ok(), "{path}");
    }
}

#[test]
fn fire() {
    let event = Vectors::of(Platform::Fire).event("order-completed");
    all_are(
        &event,
        &[
            ("$.data.payments.totals[0].total", "22.9000 BRL"),
            ("$.data.payments.totals[0].taxes[1].amount", "0.3800 BRL"),
            ("$.data.payments.totals[0].taxes[1].base", "22.9000 BRL"),
            ("$.data.payments.totals[0].discounts[0].netPriceAfterDiscount", "20.9000 BRL"),
            ("$.data.payments.discounts[0].discountValue", "2.0000 BRL"),
            ("$.data.payments.shippingCost[0].subtotalWithoutTaxes", "5.0000 BRL"),
            ("$.data.payments.extraCharges[0].taxValue", "0.0000 BRL"),
            ("$.data.payments.metadata.fiscal.vTotTrib", "3.1600 BRL"),
            ("$.data.payments.paymentMethods[0].totalBill", "22.9 BRL"),
            ("$.data.payments.paymentMethods[0].customerCashAmount", "0 BRL"),
            ("$.data.payments.paymentMethods[0].changeAmount", "0 BRL"),
            ("$.data.orderLines[0].price.unitPrice[0].grossPrice", "22.9000 BRL"),
            ("$.data.orderLines[0].lineTotals[0].taxes[0].amount", "0.9200 BRL"),
            ("$.data.orderLines[0].metadata.fiscal.vTotTrib", "3.16 BRL"),
        ],
    );
    none_has_a_unit(
        &event,
        &[
            "$.data.payments.totals[0].taxes[0].rate",
            "$.data.payments.totals[0].discounts[0].value",
            "$.data.orderLines[0].quantity",
            "$.data.orderLines[0].metadata.fiscal.ncm",
            "$._meta.attempt",
        ],
    );
    let oldest = Vectors::of(Platform::Fire).event("order-completed-v0");
    all_are(&oldest, &[("$.data.payments.totals[0].taxes_value", "3.1600 BRL")]);
    for (name, block) in [("order-invoiced-v2", "$.data"), ("order-reversed-v3", "$.data.cancellation")] {
        let event = Vectors::of(Platform::Fire).event(name);
        let at = |path: &str| event.money_at(&format!("{block}.fiscal{path}")).map(exact);
        assert_eq!(at(".authority.amounts.total").as_deref(), Ok("11.9 BRL"), "{name}");
        assert_eq!(at(".history[0].authority.amounts.tax").as_deref(), Ok("1.65 BRL"), "{name}");
    }
}

#[test]
fn a_fire_line_is_in_the_currency_of_the_entry_the_line_or_the_store() {
    let body = r#"{"event":"order.opened","data":{"orderId":1,
        "store":{"locationInfo":{"currencyCode":"CLP"}},
        "orderLines":[{"selectedCurrency":"BRL","lineTotals":[{"total":"1"},{"total":"2","currencyCode":"USD"}],
            "modifierGroups":[{"selectedModifiers":[{"price":{"unitPrice":[{"grossPrice":"3"}]}}]}]}]}}"#;
    let scaled = Decoder::new(Platform::Fire).scale(Currency::new("CLP").unwrap(), 0);
    all_are(
        &decode(&scaled, body),
        &[
            ("$.data.orderLines[0].lineTotals[0].total", "0.0001 BRL"),
            ("$.data.orderLines[0].lineTotals[1].total", "0.0002 USD"),
            (
                "$.data.orderLines[0].modifierGroups[0].selectedModifiers[0].price.unitPrice[0].grossPrice",
                "3 CLP",
            ),
        ],
    );
}

#[test]
fn klikit() {
    let body = r#"{"orders":[{"id":1,"currency":"SGD","total":"84.50","final_price":8450,"gateway_fee":"12",
        "provider_grand_total":84.5,"discount_value":10,"final_price_display":"84.500","vat":"","tax_id":null,
        "promos":[{"discount":100}],
        "cart":[{"item_final_price":3200,"quantity":2,"groups":[{"modifiers":[{"extra_price":50,
            "groups":[{"modifiers":[{"klikit_price":25}]}]}]}]}],
        "cart_v2":[{"klikit_unit_price":"32.00","modifier_groups":[{"modifiers":[{"unit_price":"0.50"}]}]}]},
        {"id":2,"final_price":8450}]}"#;
    let event = decode(&Decoder::new(Platform::Klikit), body);
    all_are(
        &event,
        &[
            ("$.orders[0].promos[0].discount", "1.00 SGD"),
            ("$.orders[0].total", "84.50 SGD"),
            ("$.orders[0].final_price", "84.50 SGD"),
            ("$.orders[0].gateway_fee", "0.12 SGD"),
            ("$.orders[0].cart[0].item_final_price", "32.00 SGD"),
            ("$.orders[0].cart[0].groups[0].modifiers[0].extra_price", "0.50 SGD"),
            ("$.orders[0].cart[0].groups[0].modifiers[0].groups[0].modifiers[0].klikit_price", "0.25 SGD"),
            ("$.orders[0].cart_v2[0].klikit_unit_price", "32.00 SGD"),
            ("$.orders[0].cart_v2[0].modifier_groups[0].modifiers[0].unit_price", "0.50 SGD"),
            ("$.orders[1].final_price", "84.50"),
        ],
    );
    none_has_a_unit(
        &event,
        &[
            "$.orders[0].provider_grand_total",
            "$.orders[0].discount_value",
            "$.orders[0].final_price_display",
            "$.orders[0].cart[0].quantity",
            "$.orders[0].id",
        ],
    );
    for path in ["$.orders[0].vat", "$.orders[0].tax_id", "$.orders[2].total", "$.orders[0].tip", "total"] {
        assert_eq!(event.money_at(path), Err(AmountError::Absent), "{path}");
        assert_eq!(event.money_at_scale(path, 2), Err(AmountError::Absent), "{path}");
    }
    for path in ["$.orders[0].currency", "$.orders[0]", "$.orders"] {
        assert_eq!(event.money_at_scale(path, 2), Err(AmountError::NotANumber), "{path}");
    }
    let yen = Vectors::of(Platform::Klikit).event("yen-by-scale");
    all_are(&yen, &[("$.orders[0].final_price", "1200 JPY"), ("$.orders[0].total", "1200 JPY")]);
}

#[test]
fn atlas_of_either_generation() {
    let event = Vectors::of(Platform::Atlas).event("order-event");
    all_are(
        &event,
        &[
            ("$.total_including_tax", "35.42 SGD"),
            ("$.order_items[0].unit_price", "12.5 SGD"),
            ("$.order_items[0].sub_items[0].item_total", "2 SGD"),
        ],
    );
    none_has_a_unit(&event, &["$.order_items[0].quantity", "$.order_id"]);
    let body = r#"{"event_type":"order.created","event_at":1,"payload":{"id":1,"channel_id":2,"total":1850,
        "payment_breakdown":{"total":1850},"order_payments":[{"amount":1850}],
        "order_items":[{"currency":"SGD","price_cents":400,"sub_items":[{"currency":"JPY","discount":50}]},
            {"price_cents":400}]}}"#;
    let event = decode(&Decoder::new(Platform::Atlas), body);
    all_are(
        &event,
        &[
            ("$.payload.total", "18.50"),
            ("$.payload.payment_breakdown.total", "18.50"),
            ("$.payload.order_payments[0].amount", "18.50"),
            ("$.payload.order_items[0].price_cents", "4.00 SGD"),
            ("$.payload.order_items[0].sub_items[0].discount", "50 JPY"),
            ("$.payload.order_items[1].price_cents", "4.00"),
        ],
    );
    none_has_a_unit(&event, &["$.event_at"]);
}

#[test]
fn the_caller_may_give_the_scale() {
    let body = r#"{"event":"menu.updated","data":{"priceInfo":{"price":1200,"currency":"CLP"},"huge":1e40}}"#;
    let event = decode(&Decoder::new(Platform::Fire).scale(Currency::new("CLP").unwrap(), 3), body);
    none_has_a_unit(&event, &["$.data.priceInfo.price"]);
    let at = |digits| event.money_at_scale("$.data.priceInfo.price", digits).map(exact);
    assert_eq!(at(0).as_deref(), Ok("1200 CLP"));
    assert_eq!(at(2).as_deref(), Ok("12.00 CLP"));
    assert_eq!(at(u32::MAX), at(Decoder::MAX_SCALE));
    assert_eq!(event.money_at_scale("$.data.huge", 0), Err(AmountError::OutOfRange));
    assert_eq!(event.money_at("$.data.huge"), Err(AmountError::Unit));
    for error in [AmountError::Absent, AmountError::Unit, AmountError::NotANumber, AmountError::OutOfRange] {
        assert!(!error.code_name().is_empty() && !error.hint().is_empty() && !error.to_string().is_empty());
    }
}

#[test]
fn paths_are_those_of_the_received_body() {
    let flat = Vectors::of(Platform::Fire).event("flattened-body");
    all_are(
        &flat,
        &[
            ("$.payments.totals[0].total", "22.9000 BRL"),
            ("$.payments.metadata.fiscal.vNF", "22.9000 BRL"),
            ("$.orderLines[0].metadata.fiscal.vTotTrib", "3.16 BRL"),
        ],
    );
    assert_eq!(flat.money_at("$.data.payments.totals[0].total"), Err(AmountError::Absent));
    let renamed = Vectors::of(Platform::Fire).event("renamed-keys");
    all_are(
        &renamed,
        &[
            ("$.order.paid.sums[0].taxesValue", "3.1600 BRL"),
            ("$.order.items[0].lineTotals[0].total", "22.9000 BRL"),
        ],
    );
    none_has_a_unit(&renamed, &["$.try"]);
    let wrapped = Vectors::of(Platform::Klikit).event("wrapped-body");
    all_are(&wrapped, &[("$.delivery.body.orders[0].total", "84.50 AED")]);
    // What was replaced stands in no documented place.
    let replaced = Decoder::new(Platform::Fire).locate("$.data.payments", "$.pay").unwrap();
    let body = r#"{"event":"order.opened","data":{"orderId":1,"payments":{"totals":[{"total":"1"}]}},
        "pay":{"totals":[{"total":"20000"}]}}"#;
    let event = decode(&replaced, body);
    all_are(&event, &[("$.pay.totals[0].total", "2.0000")]);
    none_has_a_unit(&event, &["$.data.payments.totals[0].total"]);
}

/// The fields of every shared order are what the paths give: both read one table.
#[test]
fn paths_and_fields_say_the_same() {
    let order_fields: [(Platform, &[(OrderMoney, &str)]); 3] = [
        (
            Platform::Klikit,
            &[
                (OrderMoney::Subtotal, "item_price"),
                (OrderMoney::Discount, "discount"),
                (OrderMoney::MerchantDiscount, "merchant_discount"),
                (OrderMoney::PlatformDiscount, "provider_discount"),
                (OrderMoney::DeliveryFee, "delivery_fee"),
                (OrderMoney::ServiceFee, "service_fee"),
                (OrderMoney::OtherFee, "additional_fee"),
                (OrderMoney::Tax, "vat"),
                (OrderMoney::Total, "total"),
            ],
        ),
        (
            Platform::Atlas,
            &[
                (OrderMoney::Subtotal, "subtotal"),
                (OrderMoney::Discount, "discount"),
                (OrderMoney::StaffDiscount, "admin_discount"),
                (OrderMoney::DeliveryFee, "delivery_fee"),
                (OrderMoney::Surcharge, "surcharge"),
                (OrderMoney::Donation, "donation"),
                (OrderMoney::Tax, "tax"),
                (OrderMoney::TotalBeforeTax, "total"),
                (OrderMoney::Total, "total_including_tax"),
            ],
        ),
        (
            Platform::Fire,
            &[
                (OrderMoney::Subtotal, "payments.totals[0].subtotal"),
                (OrderMoney::Discount, "payments.totals[0].discountValue"),
                (OrderMoney::TotalBeforeTax, "payments.totals[0].subtotalBeforeTaxes"),
                (OrderMoney::Tax, "payments.totals[0].taxesValue"),
                (OrderMoney::Total, "payments.totals[0].total"),
                (OrderMoney::DeliveryFee, "payments.shippingCost[0].total"),
            ],
        ),
    ];
    // The first line and the first payment.
    let first: [(Platform, &[(LineMoney, &str)]); 3] = [
        (
            Platform::Klikit,
            &[
                (LineMoney::UnitPrice, "cart[0].unit_price"),
                (LineMoney::Discount, "cart[0].promo_discount"),
                (LineMoney::Total, "cart[0].price"),
            ],
        ),
        (
            Platform::Atlas,
            &[
                (LineMoney::UnitPrice, "order_items[0].unit_price"),
                (LineMoney::UnitPrice, "order_items[0].price_cents"),
                (LineMoney::UnitModifierPrice, "order_items[0].unit_modifier_price"),
                (LineMoney::UnitComponentPrice, "order_items[0].unit_component_price"),
                (LineMoney::Discount, "order_items[0].item_discount"),
                (LineMoney::Total, "order_items[0].item_total"),
                (LineMoney::Total, "order_items[0].calculated_subtotal"),
            ],
        ),
        (
            Platform::Fire,
            &[
                (LineMoney::UnitPrice, "orderLines[0].price.unitPrice[0].grossPrice"),
                (LineMoney::Discount, "orderLines[0].lineTotals[0].discountValue"),
                (LineMoney::Total, "orderLines[0].lineTotals[0].total"),
            ],
        ),
    ];
    let mut compared = 0;
    for ((platform, order_fields), (_, line_fields)) in order_fields.into_iter().zip(first) {
        let vectors = Vectors::of(platform);
        // There, the fields are those of the second entry.
        for name in vectors.names().into_iter().filter(|name| name != "two-currencies") {
            let event = vectors.event(&name);
            let Some(order) = event.order(0) else { continue };
            for root in ["$", "$.payload", "$.data", "$.orders[0]", "$.order", "$.delivery.body.orders[0]"] {
                let mut agrees = |field: Option<Money>, path: &str| {
                    let (Some(field), Ok(found)) = (field, event.money_at(&format!("{root}.{path}"))) else {
                        return;
                    };
                    assert_eq!(exact(found), exact(field), "{name}: {root}.{path}");
                    compared += 1;
                };
                for (field, path) in order_fields {
                    agrees(order.money(*field), path);
                }
                let line = order.line(0);
                for (field, path) in line_fields {
                    agrees(line.and_then(|line| line.money(*field)), path);
                }
                let payment = order.payment(0).and_then(|payment| payment.money(PaymentMoney::Amount));
                agrees(payment, "payments.paymentMethods[0].totalBill");
                agrees(payment, "order_payments[0].amount");
            }
        }
    }
    assert!(compared > 200, "{compared} amounts compared");
}
