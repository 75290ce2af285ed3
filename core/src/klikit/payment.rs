//! Whether a klikit order is paid, and the one method and channel that klikit names.
//!
//! The channel is `payment_channel_id` in klikit's clients and `payment_channel` in the published event
//! (<https://developer.klikit.io/partner-api/api-reference/order-status-changed-klikitorderstatusupdated>). A channel without a
//! known name comes through with its code.

use super::order::OrderMembers;
use super::{chosen, dictionary, id};
use crate::order::{Order, OrderInt, OrderText, Payment, PaymentText, Reader};

/// Reads the payment.
pub(super) fn read(m: &OrderMembers<'_>, order: &mut Order, r: &mut Reader<'_>) {
    let status = id(m.payment_status, r);
    let meaning = r.pool.get(status).map(dictionary::payment_status);
    order.set_text(OrderText::PaymentStatusText, status);
    order.set_int(OrderInt::PaymentStatus, meaning.map(|meaning| meaning.code().into()));

    let method = id(chosen(m.payment_method), r);
    let channel = id(chosen(m.payment_channel_id).or(chosen(m.payment_channel)), r);
    if method.is_absent() && channel.is_absent() {
        return;
    }
    let mut payment = Payment::new(None, None);
    payment.set_text(PaymentText::MethodId, method);
    if let Some(name) = r.pool.get(method).and_then(dictionary::method) {
        payment.set_text(PaymentText::Method, r.pool.push(name));
    }
    let processor = match r.pool.get(channel).and_then(dictionary::payment_channel) {
        Some(name) => r.pool.push(name),
        None => channel,
    };
    payment.set_text(PaymentText::Processor, processor);
    payment.set_text(PaymentText::Status, status);
    order.push_payment(r.pool, payment);
}
